import { Button, ProgressBar } from '@fluentui/react-components';
import type { ReplayStep } from '../../../../month/replay/replay';
import { monthText } from '../../../parts/Header';
import { useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';

export interface ReplayProgressProps {
  /** `begin` until the months are known. */
  readonly step: ReplayStep | 'begin';
  readonly onCancel: () => void;
}

/** How far the months are worked out, and the way to stop. */
export function ReplayProgress({ step, onCancel }: ReplayProgressProps) {
  const say = useSay();
  const styles = useStyles();
  const isBegin = step === 'begin';
  return (
    <div className={styles.column}>
      <ProgressBar
        thickness="large"
        aria-label={say('whatIf.progress')}
        value={isBegin || step.of === 0 ? 0.02 : Math.max(0.02, step.done / step.of)}
      />
      <div className={styles.line}>
        <p className={`${styles.small} ${styles.grow}`} role="status">
          {isBegin
            ? say('whatIf.working')
            : say('whatIf.workingOn', {
                month: monthText(step.month, say),
                done: step.done + 1,
                of: step.of,
              })}
        </p>
        <Button size="small" onClick={onCancel}>
          {say('pane.cancel')}
        </Button>
      </div>
    </div>
  );
}
