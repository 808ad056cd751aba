import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { formatMonth } from '../../../facts/date';
import { FORMULA_ARGUMENTS, FORMULA_NAMES, type FormulaName } from '../../../month/live/question';
import type { MonthReport } from '../../../month/report';
import {
  formulaPreview,
  formulaText,
  isAddress,
  type FormulaChoice,
} from '../../../month/views/formulaHelper';
import { usePane, useSay } from '../../state/usePane';
import { useStyles } from '../../styles';
import { ClauseOptions } from '../sources/WaitingRows';

const useOwnStyles = makeStyles({
  preview: {
    margin: 0,
    padding: '8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
  },
  code: { fontFamily: tokens.fontFamilyMonospace },
});

/** Lines of a table that the preview shows. */
const SHOWN = 4;
const CELL = 'cell';
const NOBODY: ReadonlySet<string> = new Set();

/** Puts a formula together, shows what it gives, and writes it to the selected cell. */
export function FormulaHelper({ report }: { readonly report: MonthReport }) {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const own = useOwnStyles();
  const [name, setName] = useState<FormulaName>('QASCORE');
  const [person, setPerson] = useState('');
  const [address, setAddress] = useState('A2');
  const [clause, setClause] = useState('');
  const needs = FORMULA_ARGUMENTS[name];
  const { month } = report;
  const choice: FormulaChoice = { name, subject: person === CELL ? address : person, month, clause };
  const text = formulaText(choice, report);
  const preview = formulaPreview(choice, report, state.language);
  const isGood = person !== CELL || isAddress(address);
  return (
    <div className={styles.column}>
      <Field size="small" label={say('pane.formula.name')} hint={say(`pane.formula.${name}`)}>
        <Select
          value={name}
          onChange={(_event, { value }) => {
            const chosen = FORMULA_NAMES.find((one) => one === value);
            if (chosen !== undefined) setName(chosen);
          }}
        >
          {FORMULA_NAMES.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </Select>
      </Field>
      {needs.includes('subject') && (
        <Field size="small" label={say('col.subject')}>
          <Select
            value={person}
            onChange={(_event, { value }) => {
              setPerson(value);
            }}
          >
            <option value="">{say('pane.choose')}</option>
            <option value={CELL}>{say('pane.formula.cell')}</option>
            {report.subjects.map(({ key, name: label, team }) => (
              <option key={key} value={key}>
                {team === undefined ? label : `${label}${say('pane.separator')}${team}`}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {needs.includes('subject') && person === CELL && (
        <Field
          size="small"
          label={say('pane.formula.address')}
          validationState={isGood ? 'none' : 'error'}
          {...(isGood ? {} : { validationMessage: say('pane.formula.badAddress') })}
        >
          <Input
            value={address}
            onChange={(_event, { value }) => {
              setAddress(value);
            }}
          />
        </Field>
      )}
      {needs.includes('clause') && (
        <Field size="small" label={say('col.clause')}>
          <Select
            value={clause}
            onChange={(_event, { value }) => {
              setClause(value);
            }}
          >
            <option value="">{say('pane.choose')}</option>
            <ClauseOptions rulebook={report.rulebook} without={NOBODY} />
          </Select>
        </Field>
      )}
      {needs.includes('month') && (
        <p className={styles.small}>{say('pane.formula.month', { month: formatMonth(month) })}</p>
      )}
      <div className={own.preview} role="status">
        {text === undefined ? (
          <span className={styles.small}>{say('pane.formula.incomplete')}</span>
        ) : (
          <>
            <span className={own.code}>{text}</span>
            <Preview preview={preview} />
          </>
        )}
      </div>
      <div>
        <Button
          size="small"
          appearance="primary"
          disabled={text === undefined || state.isBusy}
          onClick={() => {
            if (text !== undefined) void model.insertFormula(text);
          }}
        >
          {say('pane.formula.insert')}
        </Button>
      </div>
    </div>
  );
}

function Preview({ preview }: { readonly preview: ReturnType<typeof formulaPreview> }) {
  const say = useSay();
  const styles = useStyles();
  if (preview === undefined) return null;
  if (typeof preview === 'string') {
    return (
      <p className={styles.text}>
        {say('pane.formula.gives')} {preview}
      </p>
    );
  }
  return (
    <>
      {preview.slice(0, SHOWN).map((row, index) => (
        <p key={index} className={styles.small}>
          {row.filter((cell) => cell !== '').join(' | ')}
        </p>
      ))}
      {preview.length > SHOWN && (
        <p className={styles.small}>{say('pane.formula.rows', { count: preview.length })}</p>
      )}
    </>
  );
}
