import { Button, ProgressBar } from '@fluentui/react-components';
import type { BuildProgress as Progress } from '../../month/live/session';
import { usePane, useSay } from '../state/usePane';
import { useStyles } from '../styles';

/** Share of the whole work that is done when a step is. */
const SHARES = { read: 0.3, cases: 0.35, scored: 0.5, planned: 0.6, writing: 0.6 } as const;

function shareOf({ step, done, of }: Progress): number {
  return step === 'writing' && of > 0 ? SHARES.writing + (1 - SHARES.writing) * (done / of) : SHARES[step];
}

/** What a build is doing now; undefined while there is none. */
export function useProgressText(): string | undefined {
  const { state } = usePane();
  const say = useSay();
  if (state.phase !== 'building') return undefined;
  const { progress } = state;
  if (progress === undefined) return say('pane.progress.reading');
  return progress.step === 'writing'
    ? say('pane.progress.writing', {
        tab: progress.tab,
        done: Math.min(progress.done + 1, Math.max(progress.of, 1)),
        of: progress.of,
      })
    : say(`pane.progress.${progress.step}`);
}

/** One bar, the step in words, and the way to stop. */
export function BuildProgress() {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const text = useProgressText() ?? '';
  return (
    <div className={styles.column}>
      <ProgressBar
        value={state.progress === undefined ? 0.05 : shareOf(state.progress)}
        aria-label={say('pane.progress')}
        thickness="large"
      />
      <div className={styles.line}>
        <p className={`${styles.small} ${styles.grow}`}>
          {state.isCancelling ? say('pane.cancelling') : text}
        </p>
        <Button
          size="small"
          disabled={state.isCancelling}
          onClick={() => {
            model.cancel();
          }}
        >
          {say('pane.cancel')}
        </Button>
      </div>
    </div>
  );
}
