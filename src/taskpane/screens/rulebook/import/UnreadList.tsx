import { Button } from '@fluentui/react-components';
import { addPassage } from '../../../../draft/review/regroup';
import type { Review } from '../../../../draft/review/review';
import type { TextKey } from '../../../../i18n';
import type { unreadPassages } from '../../../../month/views/review';
import { usePane, useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';

export interface UnreadListProps {
  readonly review: Review;
  readonly passages: ReturnType<typeof unreadPassages>;
  readonly onChange: (review: Review) => Promise<boolean>;
}

/** What of the text no clause covers; any of it can be made a clause. */
export function UnreadList({ review, passages, onChange }: UnreadListProps) {
  const { isBusy } = usePane().state;
  const say = useSay();
  const styles = useStyles();
  if (passages.length === 0) return null;
  return (
    <div className={styles.card}>
      <ul className={styles.rows}>
        {passages.map((passage) => (
          <li key={passage.start} className={styles.padded}>
            <p className={styles.text}>{passage.text}</p>
            <div className={styles.wrap}>
              <span className={styles.small}>{say(`draft.reason.${passage.reason}` as TextKey)}</span>
              <Button
                size="small"
                disabled={isBusy}
                aria-label={say('review.of', {
                  id: passage.text.slice(0, 20),
                  action: say('review.asClause'),
                })}
                onClick={() => void onChange(addPassage(review, passage))}
              >
                {say('review.asClause')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
