import { useEffect, useState } from 'react';
import { parseMonth } from '../../../../facts/date';
import type { Replay } from '../../../../month/replay/replay';
import type { Tried } from '../../../../month/views/whatIf';
import { monthLines } from '../../../../month/views/whatIfLines';
import { Disclosure } from '../../../parts/Disclosure';
import { monthText } from '../../../parts/Header';
import { Bar } from '../../../parts/Problems';
import { usePane, useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';
import { Adopt } from './Adopt';
import { MonthResult } from './MonthResult';

export interface ReplayResultProps {
  readonly tried: Tried;
  readonly replay: Replay;
  /** The workbook changed since. */
  readonly isStale: boolean;
  /** With what was done, in words. */
  readonly onAdopted: (words: string) => void;
}

/** Who would change, month by month, and the button that makes it so. */
export function ReplayResult({ tried, replay, isStale, onAdopted }: ReplayResultProps) {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const [open, setOpen] = useState<string | undefined>();
  const { language } = state;
  const months = replay.months.map((change) => monthLines(change, language));
  const [only] = months;
  const monthName = (text: string): string => monthText(parseMonth(text) ?? state.month, say);
  const names = months.map(({ month }) => monthName(month)).join(say('list.separator'));
  const headline = replay.isSame
    ? say('whatIf.same', { months: names })
    : say('whatIf.affected', { affected: replay.affected, months: names });
  useEffect(() => {
    model.announce(headline);
  }, [model, headline]);
  return (
    <section className={styles.column} aria-label={say('whatIf.result')}>
      <h2 className={styles.heading}>{headline}</h2>
      {!replay.isSame && months.length === 1 && only !== undefined && (
        <div className={styles.card}>
          <MonthResult lines={only} />
        </div>
      )}
      {!replay.isSame && months.length > 1 && (
        <div className={styles.card}>
          <ul className={styles.rows}>
            {months.map((lines) => (
              <li key={lines.month}>
                <Disclosure
                  level={3}
                  isFlush
                  head={
                    <>
                      <span className={`${styles.strong} ${styles.grow}`}>{monthName(lines.month)}</span>
                      <span className={styles.small}>
                        {lines.people.length === 0
                          ? say('whatIf.nobody')
                          : say('whatIf.people', { count: lines.people.length })}
                      </span>
                    </>
                  }
                  isOpen={open === lines.month}
                  onToggle={(isOpen) => {
                    setOpen(isOpen ? lines.month : undefined);
                  }}
                >
                  <MonthResult lines={lines} />
                </Disclosure>
              </li>
            ))}
          </ul>
        </div>
      )}
      {isStale && <Bar intent="warning">{say('whatIf.stale')}</Bar>}
      <Adopt tried={tried} onAdopted={onAdopted} />
      <p className={styles.small}>{say('whatIf.nothingWritten')}</p>
    </section>
  );
}
