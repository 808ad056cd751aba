import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { checksOf, conflictLines } from '../../../month/views/checks';
import type { BuildOutcome } from '../../../month/live/session';
import { CheckList } from './ChecksStep';
import { Disclosure } from '../../parts/Disclosure';
import { CheckIcon } from '../../parts/icons';
import { usePane, useSay } from '../../state/usePane';
import { useStyles } from '../../styles';

const useOwnStyles = makeStyles({
  tabs: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 14px',
  },
  done: { color: tokens.colorStatusSuccessForeground1, display: 'flex', alignItems: 'center', gap: '6px' },
});

/** What the last build came to: its tabs, what is left out and why, and the way back. */
export function BuiltSection({ built }: { readonly built: BuildOutcome }) {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const own = useOwnStyles();
  const [isOpen, setOpen] = useState(false);
  const { language } = state;
  const { outcome, tabs, report, conflicts } = built;
  const left = checksOf(report, language).open.filter(({ severity }) => severity === 'setAside');
  const lost = conflictLines(conflicts, language);
  return (
    <section className={styles.card} aria-label={say('pane.built')}>
      <div className={styles.padded}>
        <div className={styles.column}>
          <div className={styles.wrap}>
            <span className={own.done}>
              <CheckIcon />
              <span className={styles.strong}>
                {outcome === 'done'
                  ? say('pane.built.count', { count: tabs.length })
                  : say(`pane.built.${outcome}`)}
              </span>
            </span>
            {state.canUndo && (
              <Button
                size="small"
                disabled={state.isBusy || state.phase === 'building'}
                onClick={() => {
                  void model.undo();
                }}
              >
                {say('pane.undo')}
              </Button>
            )}
          </div>
          {tabs.length > 0 && (
            <ul className={own.tabs}>
              {tabs.map(({ sheet, name }) => (
                <li key={sheet}>
                  <Link
                    as="button"
                    onClick={() => {
                      void model.jump(name, 'A1');
                    }}
                  >
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
      {left.length + lost.length > 0 && (
        <Disclosure
          head={
            <span className={styles.grow}>
              {say('pane.built.left', { count: left.length + lost.length })}
            </span>
          }
          isOpen={isOpen}
          onToggle={setOpen}
          isFlush
        >
          <CheckList lines={[...left, ...lost]} />
        </Disclosure>
      )}
    </section>
  );
}
