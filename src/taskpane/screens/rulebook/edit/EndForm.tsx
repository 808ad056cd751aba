import { useState } from 'react';
import { formatDay } from '../../../../facts/date';
import type { WorkingRulebook } from '../../../../month/views/rulebookEdit';
import { endClause } from '../../../../rulebook/edit';
import { usePane, useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';
import { DateAndReference } from './DateAndReference';
import { EditForm } from './EditForm';
import { useEdit } from './useEdit';

export interface ClauseFormProps {
  readonly work: WorkingRulebook;
  readonly id: string;
  readonly onDone: () => void;
}

/** The last day of a clause. */
export function EndForm({ work, id, onDone }: ClauseFormProps) {
  const { model } = usePane();
  const say = useSay();
  const styles = useStyles();
  const edit = useEdit(work);
  const [date, setDate] = useState(formatDay(model.today));
  const [reference, setReference] = useState('');
  return (
    <EditForm
      label={say('edit.end')}
      problems={edit.problems}
      onCancel={onDone}
      onKeep={() => {
        void edit.keep(endClause(work.working, id, date, reference)).then((done) => {
          if (done) onDone();
        });
      }}
    >
      <DateAndReference
        label={say('edit.lastDay')}
        date={date}
        reference={reference}
        onDate={setDate}
        onReference={setReference}
      />
      <p className={styles.small}>{say('edit.end.why')}</p>
    </EditForm>
  );
}
