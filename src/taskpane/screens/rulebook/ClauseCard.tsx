import { mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { ClauseLine } from '../../../month/views/rules';
import { Disclosure } from '../../parts/Disclosure';
import { useSay } from '../../state/usePane';
import { useStyles } from '../../styles';

/** A clause: id, title and amounts; opened the whole of it. */
export function ClauseCard({ clause }: { readonly clause: ClauseLine }) {
  const say = useSay();
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const { id, title, category, statement, amounts, rules, origin, notes, isOut } = clause;
  return (
    <Disclosure
      level={3}
      head={
        <span className={styles.grow}>
          <span className={styles.line}>
            <span className={mergeClasses(styles.strong, styles.number)}>{id}</span>
            <span className={styles.grow}>{title}</span>
          </span>
          <span className={styles.small} style={{ display: 'block' }}>
            {isOut ? say('pane.clause.out') : amounts.join(say('list.separator'))}
          </span>
        </span>
      }
      isOpen={isOpen}
      onToggle={setOpen}
    >
      <div className={styles.column} style={{ gap: '4px' }}>
        <p className={styles.text}>{statement}</p>
        {rules.map((rule) => (
          <p key={rule} className={styles.small}>
            {rule}
          </p>
        ))}
        <p className={styles.small}>{[category, ...origin].join(' · ')}</p>
        {notes.map((note) => (
          <p key={note} className={mergeClasses(styles.small, styles.quiet)}>
            {note}
          </p>
        ))}
      </div>
    </Disclosure>
  );
}
