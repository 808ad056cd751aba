import { Button, Field, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { correctItem, formOf } from '../../../../draft/review/correct';
import { mergeWithNext, splitItem } from '../../../../draft/review/regroup';
import { decide, type Review, type ReviewItem } from '../../../../draft/review/review';
import { clauseWords, questionTexts, splitPlaces } from '../../../../month/views/review';
import { Mark } from '../../../parts/Mark';
import { usePane, useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';
import { ClauseFields } from './ClauseFields';

const useOwnStyles = makeStyles({
  card: {
    padding: '8px 10px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  selected: { backgroundColor: tokens.colorBrandBackground2 },
  questions: { margin: 0, paddingLeft: '18px' },
});

export interface ItemCardProps {
  readonly review: Review;
  readonly item: ReviewItem;
  readonly isSelected: boolean;
  readonly onChange: (review: Review) => Promise<boolean>;
  /** Shows the item's words in the source. */
  readonly onLocate: () => void;
}

type Doing = 'nothing' | 'correcting' | 'splitting';

/** A clause as it was read: what it says, what is asked, and what to do with it. */
export function ItemCard({ review, item, isSelected, onChange, onLocate }: ItemCardProps) {
  const { state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const own = useOwnStyles();
  const [doing, setDoing] = useState<Doing>('nothing');
  const { id, clause, decision } = item;
  const { language, isBusy } = state;
  const questions = questionTexts(item, language);
  const places = splitPlaces(review, item);
  const isLast = review.items.at(-1)?.id === id;
  const change = async (next: Review): Promise<void> => {
    setDoing('nothing');
    const list = document.getElementById(`item-${id}`)?.closest('ul');
    // the card may go from the list: the keyboard goes on with the next one
    if (await onChange(next)) list?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
  };
  const action = (key: 'accept' | 'correct' | 'drop' | 'reopen' | 'split' | 'merge' | 'locate'): object => ({
    size: 'small' as const,
    disabled: isBusy,
    'aria-label': say('review.of', { id, action: say(`review.${key}`) }),
    children: say(`review.${key}`),
  });
  return (
    <div
      id={`item-${id}`}
      tabIndex={-1}
      className={mergeClasses(styles.column, own.card, isSelected && own.selected)}
      style={{ gap: '4px' }}
      role="group"
      aria-label={say('review.item', { id, state: say(`review.state.${decision}`) })}
    >
      <div className={styles.line}>
        <Mark kind={decision === 'accepted' ? 'used' : decision === 'open' ? 'asks' : 'unused'} />
        <span className={mergeClasses(styles.strong, styles.grow)}>
          {clauseWords(clause, language).join(' · ')}
        </span>
        <span className={styles.small}>{clause.category}</span>
      </div>
      <p className={styles.text}>{clause.statement.zh}</p>
      {questions.length > 0 && (
        <ul className={mergeClasses(own.questions, styles.small, styles.warn)}>
          {questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      )}
      {doing === 'correcting' ? (
        <ClauseFields
          form={formOf(clause)}
          onSave={(form) => void change(correctItem(review, id, form))}
          onCancel={() => {
            setDoing('nothing');
          }}
        />
      ) : (
        <div className={styles.wrap}>
          {decision === 'open' ? (
            <>
              <Button {...action('accept')} onClick={() => void change(decide(review, id, 'accepted'))} />
              <Button
                {...action('correct')}
                onClick={() => {
                  setDoing('correcting');
                }}
              />
              <Button {...action('drop')} onClick={() => void change(decide(review, id, 'dropped'))} />
              {places.length > 0 && (
                <Button
                  {...action('split')}
                  aria-expanded={doing === 'splitting'}
                  onClick={() => {
                    setDoing(doing === 'splitting' ? 'nothing' : 'splitting');
                  }}
                />
              )}
              {!isLast && (
                <Button {...action('merge')} onClick={() => void change(mergeWithNext(review, id))} />
              )}
            </>
          ) : (
            <Button {...action('reopen')} onClick={() => void change(decide(review, id, 'open'))} />
          )}
          <Button appearance="transparent" {...action('locate')} onClick={onLocate} />
        </div>
      )}
      {doing === 'splitting' && (
        <Field size="small" label={say('review.split.where')}>
          <Select
            value=""
            onChange={(_event, { value }) => {
              if (value !== '') void change(splitItem(review, id, Number(value)));
            }}
          >
            <option value="">{say('pane.choose')}</option>
            {places.map(({ at, before, after }) => (
              <option key={at} value={at}>
                {say('review.split.at', { before, after })}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </div>
  );
}
