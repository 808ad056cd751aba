import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { FigureLine, MonthLines, PersonLine } from '../../../../month/views/whatIfLines';
import { Disclosure } from '../../../parts/Disclosure';
import { useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';

const useOwnStyles = makeStyles({
  totals: {
    width: '100%',
    borderCollapse: 'collapse',
    '& th, & td': { padding: '1px 0 1px 10px', textAlign: 'right', fontWeight: 'normal' },
    '& th:first-child': { paddingLeft: 0, textAlign: 'left' },
  },
});

const SHOWN = 20;

/** One month: totals, what moved, and who. */
export function MonthResult({ lines }: { readonly lines: MonthLines }) {
  const say = useSay();
  const styles = useStyles();
  const [limit, setLimit] = useState(SHOWN);
  const [open, setOpen] = useState<string | undefined>();
  const { totals, moved, people } = lines;
  return (
    <>
      <div className={styles.padded}>
        <Totals totals={totals} />
        <p className={styles.small}>{moved}</p>
      </div>
      <ul className={styles.rows}>
        {people.slice(0, limit).map((person) => (
          <li key={person.key}>
            <Person
              person={person}
              isOpen={open === person.key}
              onToggle={(isOpen) => {
                setOpen(isOpen ? person.key : undefined);
              }}
            />
          </li>
        ))}
      </ul>
      {people.length > limit && (
        <div className={styles.padded}>
          <Button
            size="small"
            onClick={() => {
              setLimit(limit + SHOWN * 5);
            }}
          >
            {say('whatIf.more', { count: people.length - limit })}
          </Button>
        </div>
      )}
    </>
  );
}

function Totals({ totals }: { readonly totals: readonly FigureLine[] }) {
  const say = useSay();
  const styles = useStyles();
  const own = useOwnStyles();
  return (
    <table className={own.totals}>
      <thead>
        <tr className={styles.small}>
          <th scope="col">{say('whatIf.total')}</th>
          <th scope="col">{say('whatIf.before')}</th>
          <th scope="col">{say('whatIf.after')}</th>
        </tr>
      </thead>
      <tbody>
        {totals.map(({ label, before, after }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className={styles.number}>{before}</td>
            <td className={`${styles.number} ${before === after ? styles.quiet : styles.strong}`}>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface PersonProps {
  readonly person: PersonLine;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

function Person({ person, isOpen, onToggle }: PersonProps) {
  const say = useSay();
  const styles = useStyles();
  const { name, figures, clauses } = person;
  const [first] = figures;
  const figure = ({ label, before, after }: FigureLine): string =>
    say('whatIf.figure', { label, before, after });
  return (
    <Disclosure
      level={3}
      head={
        <span className={`${styles.wrap} ${styles.grow}`}>
          <span className={styles.grow}>{name}</span>
          <span className={styles.small}>{first === undefined ? '' : figure(first)}</span>
        </span>
      }
      isOpen={isOpen}
      onToggle={onToggle}
    >
      <ul className={styles.list}>
        {figures.map((line) => (
          <li key={line.label} className={styles.small}>
            {figure(line)}
          </li>
        ))}
        {clauses.map(({ clause, text }) => (
          <li key={clause} className={styles.text}>
            <span className={styles.strong}>{clause}</span> {text}
          </li>
        ))}
      </ul>
      {clauses.length === 0 && <p className={styles.small}>{say('whatIf.rankOnly')}</p>}
    </Disclosure>
  );
}
