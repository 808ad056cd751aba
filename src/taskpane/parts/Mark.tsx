import { mergeClasses } from '@fluentui/react-components';
import type { TextKey } from '../../i18n';
import { useSay } from '../state/usePane';
import { useStyles } from '../styles';
import { AlertIcon, CheckIcon, CircleIcon } from './icons';

export type MarkKind = 'used' | 'asks' | 'unused';

const TEXTS: Readonly<Record<MarkKind, TextKey>> = {
  used: 'pane.mark.used',
  asks: 'pane.mark.asks',
  unused: 'pane.mark.unused',
};

/** Done, waits for a person, or not used: a sign with its word for screen readers. */
export function Mark({ kind }: { readonly kind: MarkKind }) {
  const styles = useStyles();
  const say = useSay();
  const color = { used: styles.good, asks: styles.warn, unused: styles.quiet }[kind];
  return (
    <span className={mergeClasses(color)} style={{ display: 'inline-flex', alignSelf: 'center' }}>
      {kind === 'used' ? <CheckIcon /> : kind === 'asks' ? <AlertIcon /> : <CircleIcon />}
      <span className={styles.hidden}>{say(TEXTS[kind])}</span>
    </span>
  );
}
