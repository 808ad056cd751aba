import { Button } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { EditLine, WorkingRulebook } from '../../../../month/views/rulebookEdit';
import { dropRevision, removeClause, reopenClause } from '../../../../rulebook/edit';
import { usePane, useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';
import { AddClauseForm } from './AddClauseForm';
import { EditProblems } from './EditProblems';
import { EndForm } from './EndForm';
import { History } from './History';
import { ReviseForm } from './ReviseForm';
import { useEdit } from './useEdit';

type Form = 'revise' | 'end' | 'amend';

/** One clause: its dated values with what brought them, and the ways to change it. */
export function ClauseEditor({ work, line }: { readonly work: WorkingRulebook; readonly line: EditLine }) {
  const { state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const edit = useEdit(work);
  const [form, setForm] = useState<Form | undefined>();
  const { working, inForce } = work;
  const { id } = line;
  const ways = useRef<HTMLDivElement>(null);
  // who worked with the keyboard goes on where the form was opened
  const close = (): void => {
    setForm(undefined);
    ways.current?.querySelector('button')?.focus();
  };
  const button = (name: Form, text: string) => (
    <Button
      size="small"
      aria-expanded={form === name}
      onClick={() => {
        edit.clear();
        setForm(form === name ? undefined : name);
      }}
    >
      {text}
    </Button>
  );
  const act = (text: string, work: () => void) => (
    <Button size="small" disabled={state.isBusy} onClick={work}>
      {text}
    </Button>
  );
  return (
    <div className={styles.column}>
      <p className={styles.text}>{line.statement}</p>
      <History
        line={line}
        onDrop={(from) => {
          void edit.keep(dropRevision(working, inForce, id, from));
        }}
      />
      <EditProblems problems={edit.problems} />
      <div ref={ways} className={styles.wrap}>
        {line.isNew ? button('amend', say('edit.amend')) : button('revise', say('edit.revise'))}
        {line.isNew &&
          act(say('edit.remove'), () => {
            void edit.keep(removeClause(working, inForce, id));
          })}
        {!line.isNew && line.to === '' && button('end', say('edit.end'))}
        {!line.isNew &&
          line.to !== '' &&
          act(say('edit.reopen'), () => {
            void edit.keep(reopenClause(working, id));
          })}
      </div>
      {form === 'revise' && <ReviseForm work={work} id={id} onDone={close} />}
      {form === 'end' && <EndForm work={work} id={id} onDone={close} />}
      {form === 'amend' && <AddClauseForm work={work} id={id} onDone={close} />}
    </div>
  );
}
