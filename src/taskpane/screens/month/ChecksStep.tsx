import { Button, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { CheckLine, Checks } from '../../../month/views/checks';
import { waitingRows } from '../../../month/views/waiting';
import { usePane, useSay } from '../../state/usePane';
import { useStyles } from '../../styles';

/** Lines shown at first; a bad sheet can bring thousands. */
const FIRST = 20;

/** What was found, each a way to its cell. */
export function ChecksStep({ checks }: { readonly checks: Checks }) {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const { report, language } = state;
  const waiting = report === undefined ? [] : waitingRows(report, model.store.grids, language);
  return (
    <>
      {waiting.length > 0 && (
        <div className={styles.padded}>
          <Button
            size="small"
            onClick={() => {
              model.openSheet(undefined);
              model.show('sources');
            }}
          >
            {say('pane.checks.choose', { count: waiting.length })}
          </Button>
        </div>
      )}
      <CheckList lines={checks.open} />
      <CheckList lines={checks.hints} />
      {checks.open.length + checks.hints.length === 0 && (
        <p className={mergeClasses(styles.small, styles.padded)}>{say('pane.checks.none')}</p>
      )}
    </>
  );
}

/** Findings, a button each. */
export function CheckList({ lines }: { readonly lines: readonly CheckLine[] }) {
  const { model } = usePane();
  const say = useSay();
  const styles = useStyles();
  const [isAll, setAll] = useState(false);
  const shown = isAll ? lines : lines.slice(0, FIRST);
  return (
    <>
      <ul className={styles.rows}>
        {shown.map(({ key, sheet, address, severity, sentence }) => (
          <li key={key}>
            <button
              type="button"
              className={styles.rowButton}
              onClick={() => {
                void model.jump(sheet, address);
              }}
            >
              <span className={styles.grow}>
                <span className={styles.line}>
                  <span
                    className={mergeClasses(
                      styles.strong,
                      severity === 'info' ? styles.quiet : severity === 'warning' ? styles.warn : styles.bad,
                    )}
                  >
                    {say(`severity.${severity}`)}
                  </span>
                  <span className={mergeClasses(styles.small, styles.grow)}>
                    {say('pane.cell', { sheet, address })}
                  </span>
                </span>
                <span style={{ display: 'block' }}>{sentence}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {lines.length > shown.length && (
        <div className={styles.padded}>
          <Button
            size="small"
            onClick={() => {
              setAll(true);
            }}
          >
            {say('pane.showAll', { count: lines.length })}
          </Button>
        </div>
      )}
    </>
  );
}
