import { Button, Checkbox, Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { clauseLabel, type WaitingRow } from '../../../month/views/waiting';
import { confirmRow, rememberWording, type Settlement } from '../../../month/views/settle';
import type { Rulebook } from '../../../rulebook/rulebook';
import { JumpButton } from '../../parts/JumpButton';
import { usePane, useSay } from '../../state/usePane';
import { useStyles } from '../../styles';

const FIRST = 20;
/** The row is not assessed. */
const NONE = 'none';

/** Rows left out until a person says what they are. */
export function WaitingRows({ rows }: { readonly rows: readonly WaitingRow[] }) {
  const say = useSay();
  const styles = useStyles();
  const [isAll, setAll] = useState(false);
  const shown = isAll ? rows : rows.slice(0, FIRST);
  return (
    <div className={styles.card}>
      <ul className={styles.rows}>
        {shown.map((row) => (
          <li key={row.key} className={styles.padded}>
            <WaitingRowForm row={row} />
          </li>
        ))}
      </ul>
      {rows.length > shown.length && (
        <div className={styles.padded}>
          <Button
            size="small"
            onClick={() => {
              setAll(true);
            }}
          >
            {say('pane.showAll', { count: rows.length })}
          </Button>
        </div>
      )}
    </div>
  );
}

function WaitingRowForm({ row }: { readonly row: WaitingRow }) {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const [choice, setChoice] = useState('');
  const [remembers, setRemembers] = useState(true);
  const { report } = state;
  if (report === undefined) return null;
  const { rulebook } = report;
  const { sheet, wording, asks } = row;
  const canRemember = asks === 'clause' && wording !== undefined && choice !== '' && choice !== NONE;
  const settlement = (): Settlement => {
    if (asks === 'person') return confirmRow(rulebook.id, { sheet, row: row.row, person: choice });
    if (canRemember && remembers) return rememberWording(rulebook.id, wording, choice);
    return confirmRow(rulebook.id, { sheet, row: row.row, clause: choice === NONE ? null : choice });
  };
  const save = async (): Promise<void> => {
    // the row and its button go; the keyboard must not be left nowhere
    if (await model.settle(settlement())) document.getElementById('screen')?.focus();
  };
  return (
    <div className={styles.column}>
      <div>
        <JumpButton sheet={sheet} address={`A${row.row}`}>
          {say('pane.rowOf', { sheet, row: row.row })}
        </JumpButton>
        <p className={styles.text}>{row.sentence}</p>
        {row.why !== undefined && <p className={styles.small}>{row.why}</p>}
      </div>
      <Field size="small" label={say(asks === 'clause' ? 'pane.choose.clause' : 'pane.choose.person')}>
        <Select
          value={choice}
          onChange={(_event, { value }) => {
            setChoice(value);
          }}
        >
          <option value="">{say('pane.choose')}</option>
          {row.choices.length > 0 && (
            <optgroup label={say('pane.choose.suggested')}>
              {row.choices.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </optgroup>
          )}
          {asks === 'clause' ? (
            <ClauseOptions rulebook={rulebook} without={new Set(row.choices.map(({ id }) => id))} />
          ) : (
            <optgroup label={say('pane.choose.all')}>
              {report.subjects
                .filter(({ key }) => !row.choices.some(({ id }) => id === key))
                .map(({ key, name, team }) => (
                  <option key={key} value={key}>
                    {team === undefined ? name : `${name} · ${team}`}
                  </option>
                ))}
            </optgroup>
          )}
          {asks === 'clause' && <option value={NONE}>{say('pane.choose.none')}</option>}
        </Select>
      </Field>
      {canRemember && (
        <Checkbox
          size="medium"
          checked={remembers}
          label={say('pane.choose.remember', { wording })}
          onChange={(_event, { checked }) => {
            setRemembers(checked === true);
          }}
        />
      )}
      <div>
        <Button
          size="small"
          appearance="primary"
          disabled={choice === '' || state.isBusy}
          onClick={() => void save()}
        >
          {say('pane.choose.save')}
        </Button>
      </div>
    </div>
  );
}

interface ClauseOptionsProps {
  readonly rulebook: Rulebook;
  readonly without: ReadonlySet<string>;
}

/** All clauses by category. */
export function ClauseOptions({ rulebook, without }: ClauseOptionsProps) {
  const { language } = usePane().state;
  return rulebook.categories.map(({ id, title }) => {
    const clauses = rulebook.clauses.filter((clause) => clause.category === id && !without.has(clause.id));
    return clauses.length === 0 ? null : (
      <optgroup key={id} label={title[language]}>
        {clauses.map((clause) => (
          <option key={clause.id} value={clause.id}>
            {clauseLabel(clause.id, rulebook, language)}
          </option>
        ))}
      </optgroup>
    );
  });
}
