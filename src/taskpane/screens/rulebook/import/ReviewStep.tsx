import { Button, Field, makeStyles, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { USUAL_UNIT } from '../../../../draft/countOf';
import {
  acceptClear,
  isClear,
  openItems,
  progressOf,
  setMissingUnits,
  withoutUnit,
  type Review,
} from '../../../../draft/review/review';
import { saveReview, unreadPassages } from '../../../../month/views/review';
import { usePane, useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';
import { Discard } from './Discard';
import { FinishStep } from './FinishStep';
import { ItemCard } from './ItemCard';
import { SourcePanel } from './SourcePanel';
import { UnreadList } from './UnreadList';

const useOwnStyles = makeStyles({
  // beside each other where the pane is wide, the source above where it is narrow
  sides: {
    display: 'grid',
    gap: '10px',
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignItems: 'start',
    '@media (min-width: 620px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  },
});

const SHOWN = ['open', 'all', 'unread'] as const;
type Shown = (typeof SHOWN)[number];

const FIRST = 40;

/** Source and clauses side by side; every clause is accepted, corrected or left out. */
export function ReviewStep({ review }: { readonly review: Review }) {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const own = useOwnStyles();
  const [shown, setShown] = useState<Shown>('open');
  const [selected, setSelected] = useState<string | undefined>();
  const [isAll, setAll] = useState(false);
  const { accepted, dropped, open, asked } = progressOf(review);
  const unread = unreadPassages(review);
  const waiting = openItems(review);
  const items = shown === 'all' ? review.items : waiting;
  const listed = isAll ? items : items.slice(0, FIRST);
  const clear = waiting.filter(isClear).length;
  const units = withoutUnit(review);
  const save = (next: Review): Promise<boolean> => model.settle(saveReview(next));
  const counts = { open, all: review.items.length, unread: unread.length };
  /** From the source to the clause. */
  const select = (id: string): void => {
    setSelected(id);
    setAll(true);
    if (shown === 'unread' || review.items.find((item) => item.id === id)?.decision !== 'open')
      setShown('all');
    requestAnimationFrame(() => {
      const card = document.getElementById(`item-${id}`);
      card?.scrollIntoView?.({ block: 'nearest' });
      card?.focus();
    });
  };
  return (
    <div className={styles.column}>
      <h2 className={styles.heading}>{review.title === '' ? say('review.source') : review.title}</h2>
      <p className={styles.text} role="status">
        {say('review.progress', { of: review.items.length, accepted, dropped, open })}
        {asked > 0 && ` ${say('review.asked', { count: asked })}`}
      </p>
      <div className={styles.wrap}>
        {clear > 0 && (
          <Button
            size="small"
            appearance="primary"
            disabled={state.isBusy}
            onClick={() => void save(acceptClear(review))}
          >
            {say('review.acceptClear', { count: clear })}
          </Button>
        )}
        {units > 1 && (
          <Button
            size="small"
            disabled={state.isBusy}
            onClick={() => void save(setMissingUnits(review, USUAL_UNIT))}
          >
            {say('review.units', { count: units })}
          </Button>
        )}
      </div>
      <div className={own.sides}>
        <SourcePanel review={review} selected={selected} onSelect={select} />
        <div className={styles.column}>
          <Field size="small" label={say('review.show')}>
            <Select
              value={shown}
              onChange={(_event, { value }) => {
                setShown(SHOWN.find((each) => each === value) ?? 'open');
              }}
            >
              {SHOWN.map((each) => (
                <option key={each} value={each}>
                  {say(`review.show.${each}`, { count: counts[each] })}
                </option>
              ))}
            </Select>
          </Field>
          {counts[shown] === 0 && <p className={styles.text}>{say(`review.nothing.${shown}`)}</p>}
          {shown === 'unread' ? (
            <UnreadList review={review} passages={unread} onChange={save} />
          ) : (
            listed.length > 0 && (
              <div className={styles.card}>
                <ul className={styles.rows} aria-label={say('review.clauses')}>
                  {listed.map((item) => (
                    <li key={item.id}>
                      <ItemCard
                        review={review}
                        item={item}
                        isSelected={item.id === selected}
                        onChange={save}
                        onLocate={() => {
                          setSelected(item.id);
                        }}
                      />
                    </li>
                  ))}
                </ul>
                {items.length > listed.length && (
                  <div className={styles.padded}>
                    <Button
                      size="small"
                      onClick={() => {
                        setAll(true);
                      }}
                    >
                      {say('pane.showAll', { count: items.length })}
                    </Button>
                  </div>
                )}
              </div>
            )
          )}
        </div>
      </div>
      <FinishStep review={review} />
      <Discard />
    </div>
  );
}
