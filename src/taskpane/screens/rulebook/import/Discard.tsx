import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { dropReview } from '../../../../month/views/review';
import { usePane, useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';

/** Throws the review away, after asking. */
export function Discard() {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <div>
        <Button
          size="small"
          onClick={() => {
            setAsking(true);
          }}
        >
          {say('review.discard')}
        </Button>
      </div>
    );
  }
  return (
    <div
      className={styles.column}
      role="group"
      aria-label={say('review.discard')}
      onKeyDown={({ key }) => {
        if (key === 'Escape') setAsking(false);
      }}
    >
      <p className={styles.text}>{say('review.discard.sure')}</p>
      <div className={styles.wrap}>
        <Button size="small" disabled={state.isBusy} onClick={() => void model.settle(dropReview)}>
          {say('review.discard.yes')}
        </Button>
        <Button
          size="small"
          autoFocus
          onClick={() => {
            setAsking(false);
          }}
        >
          {say('review.discard.no')}
        </Button>
      </div>
    </div>
  );
}
