import { useState } from 'react';
import { firstDay, formatDay } from '../../../../facts/date';
import {
  changesOf,
  clauseFields,
  proposedStatement,
  type ClauseFields,
} from '../../../../month/views/rulebookEditForm';
import { reviseClause, stateOn } from '../../../../rulebook/edit';
import type { Clause } from '../../../../rulebook/clause';
import { usePane, useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';
import { DateAndReference } from './DateAndReference';
import { EditForm } from './EditForm';
import { EffectFieldList } from '../effects/EffectFieldList';
import type { ClauseFormProps } from './EndForm';
import { StatementFields } from './StatementFields';
import { UnitFields } from './UnitFields';
import { useEdit } from './useEdit';

/** Other values of a clause from a date on. */
export function ReviseForm({ work, id, onDone }: ClauseFormProps) {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const edit = useEdit(work);
  const { month } = state;
  const clause = work.working.clauses.find((one) => one.id === id);
  // the first day of the month shown, or of the last change where that is later
  const last = clause?.revisions?.at(-1)?.from ?? '';
  const [date, setDate] = useState(() => [formatDay(firstDay(month)), last].sort().at(-1) ?? '');
  const [reference, setReference] = useState('');
  const [typed, setTyped] = useState<Partial<ClauseFields>>({});
  if (clause === undefined) return null;
  // what a person has not touched follows the date
  const standing: Clause = stateOn(clause, date === '' ? formatDay(model.today) : date);
  const shown = clauseFields(standing);
  const effects = typed.effects ?? shown.effects;
  const fields: ClauseFields = { ...shown, ...proposedStatement(standing, effects), ...typed };
  const type = (change: Partial<ClauseFields>): void => {
    setTyped({ ...typed, ...change });
  };
  const later = clause.revisions?.find((revision) => revision.from > date)?.from;
  return (
    <EditForm
      label={say('edit.revise')}
      problems={edit.problems}
      onCancel={onDone}
      onKeep={() => {
        const changes = changesOf(standing, fields);
        void edit.keep(reviseClause(work.working, id, { from: date, reference, changes })).then((done) => {
          if (done) onDone();
        });
      }}
    >
      <DateAndReference
        label={say('edit.firstDay')}
        date={date}
        reference={reference}
        onDate={setDate}
        onReference={setReference}
      />
      {later !== undefined && <p className={styles.small}>{say('edit.later', { later })}</p>}
      <EffectFieldList
        effects={effects}
        onChange={(next) => {
          type({ effects: next });
        }}
      />
      <UnitFields fields={fields} onChange={type} />
      <StatementFields zh={fields.zh} en={fields.en} onChange={type} />
    </EditForm>
  );
}
