import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Problem } from '../../../../facts/problem';
import { usePane, useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';
import { EditProblems } from './EditProblems';

const useOwnStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '10px', minWidth: 0, margin: 0 },
});

export interface EditFormProps {
  readonly label: string;
  /** Why it was refused. */
  readonly problems: readonly Problem[];
  readonly onKeep: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** Fields that go into the draft together: Enter keeps them, Escape leaves them. */
export function EditForm({ label, problems, onKeep, onCancel, children }: EditFormProps) {
  const { isBusy } = usePane().state;
  const say = useSay();
  const styles = useStyles();
  const own = useOwnStyles();
  return (
    <form
      className={own.form}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onKeep();
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onCancel();
      }}
    >
      {children}
      <EditProblems problems={problems} />
      <div className={styles.wrap}>
        <Button size="small" appearance="primary" type="submit" disabled={isBusy}>
          {say('edit.toDraft')}
        </Button>
        <Button size="small" onClick={onCancel}>
          {say('edit.cancel')}
        </Button>
      </div>
    </form>
  );
}
