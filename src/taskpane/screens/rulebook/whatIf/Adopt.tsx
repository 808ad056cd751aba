import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { workingRulebook } from '../../../../month/views/rulebookEdit';
import { adoption, type Tried } from '../../../../month/views/whatIf';
import { usePane, useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';
import { PublishPanel } from '../edit/PublishPanel';

export interface AdoptProps {
  readonly tried: Tried;
  /** With what was done, in words. */
  readonly onAdopted: (words: string) => void;
}

/** Makes the tried rules those of the workbook. A draft is looked over and published. */
export function Adopt({ tried, onAdopted }: AdoptProps) {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const [isAsked, setAsked] = useState(false);
  const draft = tried.kind === 'draft' ? workingRulebook(state.settings, tried.id) : undefined;
  const adopt = async (): Promise<void> => {
    if (tried.kind === 'draft') {
      setAsked(!isAsked);
      return;
    }
    const isDone = await model.settle(adoption(state.settings, tried));
    if (isDone) onAdopted(say('whatIf.adopted'));
  };
  return (
    <>
      <div className={styles.wrap}>
        <Button
          size="small"
          appearance="primary"
          disabled={state.isBusy}
          {...(tried.kind === 'draft' ? { 'aria-expanded': isAsked } : {})}
          onClick={() => {
            void adopt();
          }}
        >
          {say('whatIf.adopt')}
        </Button>
      </div>
      {isAsked && draft?.draft !== undefined && (
        <PublishPanel
          draft={draft.draft}
          inForce={draft.inForce}
          onCancel={() => {
            setAsked(false);
          }}
          onPublished={(version) => {
            onAdopted(say('edit.published', { version }));
          }}
        />
      )}
    </>
  );
}
