import { Input, Field } from '@fluentui/react-components';
import { useDeferredValue, useState } from 'react';
import { clauseLines, findClauses, parameterLines, readingLines } from '../../../month/views/rules';
import { Disclosure } from '../../parts/Disclosure';
import { ParameterFields } from '../../parts/ParameterFields';
import { usePane, useSay } from '../../state/usePane';
import { useStyles } from '../../styles';
import { ClauseCard } from './ClauseCard';
import { ReadingField } from './ReadingField';

type Part = 'params' | 'readings' | 'clauses';

/** The rulebook in force: what it leaves open, how it is read, and every clause in words. */
export function InForceView() {
  const { state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search);
  const [open, setOpen] = useState<Partial<Record<Part, boolean>>>({ clauses: true });
  const { report, language, settings } = state;
  if (report === undefined) return null;
  const toggle = (part: Part) => (isOpen: boolean) => {
    setOpen((before) => ({ ...before, [part]: isOpen }));
  };
  const { rulebook } = report;
  const params = parameterLines(report, settings, language);
  const unset = params.filter(({ isOpen }) => isOpen).length;
  const readings = readingLines(report, language);
  const changed = readings.filter(({ isDefault }) => !isDefault).length;
  const clauses = clauseLines(report, language);
  const found = findClauses(clauses, wanted);
  return (
    <>
      <h2 className={styles.heading}>{rulebook.title[language]}</h2>
      <p className={styles.small}>
        {say('pane.rulebook.inForce', {
          id: rulebook.id,
          version: rulebook.version,
          from: rulebook.effectiveFrom,
          to: rulebook.effectiveTo ?? '',
        })}
      </p>
      <div className={styles.card}>
        <ul className={styles.rows}>
          {params.length > 0 && (
            <li>
              <Disclosure
                head={
                  <PartHead
                    title={say('pane.params')}
                    note={unset > 0 ? say('pane.params.unset', { count: unset }) : String(params.length)}
                  />
                }
                isOpen={open.params ?? unset > 0}
                onToggle={toggle('params')}
              >
                <ParameterFields rulebook={rulebook.id} params={params} />
              </Disclosure>
            </li>
          )}
          {readings.length > 0 && (
            <li>
              <Disclosure
                head={
                  <PartHead
                    title={say('pane.readings')}
                    note={
                      changed > 0
                        ? say('pane.readings.changed', { count: changed, of: readings.length })
                        : String(readings.length)
                    }
                  />
                }
                isOpen={open.readings ?? false}
                onToggle={toggle('readings')}
              >
                <p className={styles.small}>{say('pane.readings.why')}</p>
                <ul className={styles.list}>
                  {readings.map((reading) => (
                    <li key={reading.id} style={{ paddingTop: '8px' }}>
                      <ReadingField key={reading.value} rulebook={rulebook} reading={reading} />
                    </li>
                  ))}
                </ul>
              </Disclosure>
            </li>
          )}
          <li>
            <Disclosure
              head={<PartHead title={say('pane.clauses')} note={String(clauses.length)} />}
              isOpen={open.clauses ?? true}
              onToggle={toggle('clauses')}
              isFlush
            >
              <div className={styles.padded}>
                <Field size="small" label={say('pane.clauses.search')}>
                  <Input
                    type="search"
                    value={search}
                    onChange={(_event, { value }) => {
                      setSearch(value);
                    }}
                  />
                </Field>
                <p className={styles.small} role="status">
                  {wanted.trim() === '' ? '' : say('pane.clauses.found', { count: found.length })}
                </p>
              </div>
              <ul className={styles.rows}>
                {found.map((clause) => (
                  <li key={clause.id}>
                    <ClauseCard clause={clause} />
                  </li>
                ))}
              </ul>
            </Disclosure>
          </li>
        </ul>
      </div>
    </>
  );
}

function PartHead({ title, note }: { readonly title: string; readonly note: string }) {
  const styles = useStyles();
  return (
    <>
      <span className={`${styles.strong} ${styles.grow}`}>{title}</span>
      <span className={styles.small}>{note}</span>
    </>
  );
}
