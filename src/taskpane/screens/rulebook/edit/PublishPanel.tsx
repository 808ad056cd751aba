import { Button, Field, Input } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { Problem } from '../../../../facts/problem';
import type { ShownFinding } from '../../../../month/lintJson';
import { publishRulebook } from '../../../../month/teamRulebooks';
import { draftFindings } from '../../../../month/views/rulebookEditChanges';
import { proposedVersion, withVersion } from '../../../../rulebook/edit';
import type { Rulebook } from '../../../../rulebook/rulebook';
import { Disclosure } from '../../../parts/Disclosure';
import { Bar } from '../../../parts/Problems';
import { usePane, useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';
import { EditProblems } from './EditProblems';

export interface PublishPanelProps {
  readonly draft: Rulebook;
  readonly inForce: Rulebook | undefined;
  readonly onCancel: () => void;
  readonly onPublished: (version: string) => void;
}

/** What an experienced reader would point out first; errors keep a draft from being published, warnings are asked about. */
export function PublishPanel({ draft, inForce, onCancel, onPublished }: PublishPanelProps) {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const { language } = state;
  const { today } = model;
  const [version, setVersion] = useState(
    inForce === undefined ? draft.version : proposedVersion(inForce.version, today),
  );
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isOpen, setOpen] = useState(false);
  const { errors, fresh, known } = useMemo(
    () => draftFindings(draft, inForce, today, language),
    [draft, inForce, today, language],
  );
  const isOther = state.settings.rulebook?.id.toUpperCase() !== draft.id;
  const publish = async (): Promise<void> => {
    const result = withVersion(draft, inForce, version);
    setProblems(result.ok ? [] : result.problems);
    if (!result.ok || !(await model.settle(publishRulebook(result.rulebook)))) return;
    onPublished(result.rulebook.version);
  };
  return (
    <div className={styles.column} style={{ paddingTop: '8px' }}>
      {errors.length > 0 && (
        <Bar intent="error">
          {say('edit.publish.errors', { count: errors.length })}
          <Findings findings={errors} />
        </Bar>
      )}
      {fresh.length > 0 && (
        <Bar intent="warning">
          {say('edit.publish.fresh', { count: fresh.length })}
          <Findings findings={fresh} />
        </Bar>
      )}
      {known.length > 0 && (
        <Disclosure
          level={3}
          isFlush
          head={
            <span className={`${styles.small} ${styles.grow}`}>
              {say('edit.publish.known', { count: known.length })}
            </span>
          }
          isOpen={isOpen}
          onToggle={setOpen}
        >
          <Findings findings={known} />
        </Disclosure>
      )}
      {errors.length === 0 && (
        <>
          <Field size="small" label={say('edit.version')} hint={say('edit.version.hint')}>
            <Input
              value={version}
              onChange={(_event, { value }) => {
                setVersion(value);
              }}
            />
          </Field>
          {isOther && <p className={styles.small}>{say('edit.publish.chooses', { id: draft.id })}</p>}
          <EditProblems problems={problems} />
          <div className={styles.wrap}>
            <Button
              size="small"
              appearance="primary"
              disabled={state.isBusy}
              onClick={() => {
                void publish();
              }}
            >
              {say(fresh.length > 0 ? 'edit.publish.anyway' : 'edit.publish.yes')}
            </Button>
            <Button size="small" onClick={onCancel}>
              {say('edit.publish.no')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

function Findings({ findings }: { readonly findings: readonly ShownFinding[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {findings.map(({ check, clause, message }) => (
        <li key={`${check} ${clause ?? ''} ${message}`} className={styles.small}>
          {clause === null ? message : `${clause} ${message}`}
        </li>
      ))}
    </ul>
  );
}
