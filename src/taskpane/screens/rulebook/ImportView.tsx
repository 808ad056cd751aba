import { useMemo } from 'react';
import { readReview } from '../../../draft/review/review';
import { usePane } from '../../state/usePane';
import { ReviewStep } from './import/ReviewStep';
import { TextStep } from './import/TextStep';

/** A rulebook from the text of a regulation: paste, confirm clause by clause, use. */
export function ImportView() {
  const kept = usePane().state.settings.review;
  const review = useMemo(() => readReview(kept), [kept]);
  return review === undefined ? <TextStep /> : <ReviewStep review={review} />;
}
