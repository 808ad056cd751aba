import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ExplainLine, Explanation } from '../../../month/views/explain';
import { Disclosure } from '../../parts/Disclosure';
import { JumpButton } from '../../parts/JumpButton';
import { ArrowIcon } from '../../parts/icons';
import { Mark } from '../../parts/Mark';
import { usePane, useSay } from '../../state/usePane';
import { useStyles } from '../../styles';

const useOwnStyles = makeStyles({
  head: { padding: '10px' },
  lines: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  figures: { display: 'flex', flexWrap: 'wrap', gap: '6px 18px', margin: '8px 0 0' },
  figure: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  small: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase500 },
  amount: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  gain: { color: tokens.colorStatusSuccessForeground1 },
  nothing: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  here: { backgroundColor: tokens.colorBrandBackground2 },
  arithmetic: {
    padding: '8px 10px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
});

export interface ExplanationViewProps {
  readonly explanation: Explanation;
  /** Clause that the formula counts: its lines are marked. */
  readonly clause: string | undefined;
  /** The selected record: its line is marked. */
  readonly row: { readonly sheet: string; readonly row: number } | undefined;
}

/** Head numbers, the lines charged, the lines looked at and not charged, and the arithmetic. */
export function ExplanationView({ explanation, clause, row }: ExplanationViewProps) {
  const say = useSay();
  const styles = useStyles();
  const own = useOwnStyles();
  const [isOpen, setOpen] = useState(true);
  const { name, id, team, month, rulebook, isComplete, figures, charged, unchecked, open, arithmetic } =
    explanation;
  const isHere = ({ clause: own, source }: ExplainLine): boolean =>
    own === clause || (source !== undefined && source.sheet === row?.sheet && source.row === row.row);
  return (
    <article className={styles.card} aria-label={name}>
      <div className={own.head}>
        <h2 className={styles.heading}>{name}</h2>
        <p className={styles.small}>
          {[id, team, month, rulebook].filter(Boolean).join(say('pane.separator'))}
        </p>
        <dl className={own.figures}>
          {figures.map(({ label, value }) => (
            <div key={label} className={own.figure}>
              <dt className={styles.small}>{label}</dt>
              <dd className={mergeClasses(own.value, value.length > 8 && own.small)}>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      {!isComplete && (
        <div className={styles.padded}>
          <div className={styles.line}>
            <Mark kind="asks" />
            <span>{say('pane.explain.incomplete')}</span>
          </div>
          <ul className={styles.list}>
            {open.map(({ sheet, row: at, sentence }) => (
              <li key={`${sheet}!${at}|${sentence}`} className={styles.small}>
                <JumpButton sheet={sheet} address={`A${Math.max(1, at)}`}>
                  {say('pane.rowOf', { sheet, row: at })}
                </JumpButton>{' '}
                {sentence}
              </li>
            ))}
          </ul>
        </div>
      )}
      <ul className={mergeClasses(styles.rows, own.lines)} aria-label={say('pane.explain.charged')}>
        {charged.map((line, index) => (
          <li key={index} className={mergeClasses(isHere(line) && own.here)}>
            <Line line={line} subject={explanation.key} isCharged />
          </li>
        ))}
        {charged.length === 0 && (
          <li className={mergeClasses(styles.padded, styles.small)}>{say('pane.explain.noneCharged')}</li>
        )}
      </ul>
      {unchecked.length > 0 && (
        <Disclosure
          level={3}
          head={
            <span className={mergeClasses(styles.grow, styles.strong)}>
              {say('pane.explain.unchecked', { count: unchecked.length })}
            </span>
          }
          isOpen={isOpen}
          onToggle={setOpen}
          isFlush
        >
          <ul className={styles.rows}>
            {unchecked.map((line, index) => (
              <li key={index} className={mergeClasses(isHere(line) && own.here)}>
                <Line line={line} subject={explanation.key} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {arithmetic !== undefined && <div className={own.arithmetic}>{arithmetic}</div>}
    </article>
  );
}

interface LineProps {
  readonly line: ExplainLine;
  readonly subject: string;
  readonly isCharged?: boolean;
}

function Line({ line, subject, isCharged = false }: LineProps) {
  const { model } = usePane();
  const styles = useStyles();
  const { source } = line;
  if (source === undefined) {
    return (
      <div className={styles.rowButton} style={{ cursor: 'default' }}>
        <LineText line={line} isCharged={isCharged} />
      </div>
    );
  }
  return (
    <button
      type="button"
      className={styles.rowButton}
      onClick={() => {
        void model.jumpFromExplanation(subject, source.sheet, source.row);
      }}
    >
      <LineText line={line} isCharged={isCharged} />
      <ArrowIcon />
    </button>
  );
}

function LineText({ line, isCharged }: { readonly line: ExplainLine; readonly isCharged: boolean }) {
  const say = useSay();
  const styles = useStyles();
  const own = useOwnStyles();
  const { amount, clause, title, date, source, reasons, brings } = line;
  const isGain = amount.startsWith('+');
  return (
    <span className={styles.grow}>
      <span className={styles.line} style={{ flexWrap: 'wrap', columnGap: '8px' }}>
        <span
          className={mergeClasses(
            styles.number,
            isCharged && own.amount,
            isCharged && isGain && own.gain,
            amount === '0' && own.nothing,
          )}
        >
          {amount}
        </span>
        <span className={styles.grow}>
          {clause} {title}
        </span>
      </span>
      <span className={styles.small} style={{ display: 'block' }}>
        {[date, source === undefined ? '' : say('pane.rowOf', { sheet: source.sheet, row: source.row })]
          .filter((part) => part !== '')
          .join(say('pane.separator'))}
      </span>
      {[...reasons, ...brings].map((text) => (
        <span key={text} className={styles.small} style={{ display: 'block' }}>
          {text}
        </span>
      ))}
    </span>
  );
}
