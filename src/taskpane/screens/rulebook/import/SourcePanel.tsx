import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef } from 'react';
import type { Review } from '../../../../draft/review/review';
import { sourceParts } from '../../../../month/views/review';
import { useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';

const useOwnStyles = makeStyles({
  panel: {
    maxHeight: '34vh',
    overflowY: 'auto',
    padding: '8px 10px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    '@media (min-width: 620px)': { maxHeight: '70vh', position: 'sticky', top: '84px' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  mark: {
    cursor: 'pointer',
    color: 'inherit',
    borderBottom: `2px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: 'transparent',
  },
  open: { borderBottomColor: tokens.colorStatusWarningBorder2, borderBottomStyle: 'dashed' },
  accepted: { borderBottomColor: tokens.colorStatusSuccessBorder2 },
  dropped: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground3 },
  selected: {
    backgroundColor: tokens.colorBrandBackground2,
    outline: `1px solid ${tokens.colorBrandStroke1}`,
  },
});

export interface SourcePanelProps {
  readonly review: Review;
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
}

/** The text as it was handed in, with the words of every clause underlined; a click leads to the clause. */
export function SourcePanel({ review, selected, onSelect }: SourcePanelProps) {
  const say = useSay();
  const styles = useStyles();
  const own = useOwnStyles();
  const panel = useRef<HTMLDivElement>(null);
  const parts = useMemo(() => sourceParts(review), [review]);
  useEffect(() => {
    const mark = panel.current?.querySelector<HTMLElement>('[data-selected]');
    if (mark === null || mark === undefined || panel.current === null) return;
    panel.current.scrollTop = mark.offsetTop - panel.current.offsetTop - 24;
  }, [selected]);
  return (
    <section className={styles.column} style={{ gap: '4px' }}>
      <h3 className={styles.section}>{say('review.source')}</h3>
      <div
        ref={panel}
        className={mergeClasses(styles.card, own.panel)}
        role="region"
        aria-label={say('review.source')}
        tabIndex={0}
      >
        {parts.map(({ start, text, item }) =>
          item === undefined ? (
            <span key={start}>{text}</span>
          ) : (
            // the list beside it is the way for keyboards; this one is for the mouse
            <mark
              key={start}
              className={mergeClasses(own.mark, own[item.decision], item.id === selected && own.selected)}
              data-item={item.id}
              {...(item.id === selected ? { 'data-selected': '' } : {})}
              onClick={() => {
                onSelect(item.id);
              }}
            >
              {text}
            </mark>
          ),
        )}
      </div>
    </section>
  );
}
