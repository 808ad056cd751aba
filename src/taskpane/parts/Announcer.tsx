import { usePane } from '../state/usePane';
import { useStyles } from '../styles';
import { useProgressText } from './BuildProgress';

/** Says to screen readers what eyes see happen. */
export function Announcer() {
  const { state } = usePane();
  const styles = useStyles();
  const progress = useProgressText();
  return (
    <div className={styles.hidden} role="status" aria-live="polite">
      {progress ?? state.announcement}
    </div>
  );
}
