import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { EditLine } from '../../../../month/views/rulebookEdit';
import { usePane, useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';

const useOwnStyles = makeStyles({
  step: {
    paddingLeft: '8px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    '& + &': { marginTop: '6px' },
  },
  draft: { borderLeftColor: tokens.colorBrandStroke1 },
});

export interface HistoryProps {
  readonly line: EditLine;
  readonly onDrop: (from: string) => void;
}

/** The dated values of a clause, oldest first, each with what brought it. */
export function History({ line, onDrop }: HistoryProps) {
  const { isBusy } = usePane().state;
  const say = useSay();
  const styles = useStyles();
  const own = useOwnStyles();
  const { history, to, toReference, isEndDraft, isNew } = line;
  return (
    <ol className={styles.list} aria-label={say('edit.history')}>
      {history.map(({ from, amounts, reference, changed, isDraft }) => {
        // what stayed is not told again
        const words = [
          ...(changed.length === 0 || changed.includes('effects') || changed.includes('count')
            ? [amounts.join(say('list.separator')) || say('edit.nothing')]
            : []),
          ...changed
            .filter((field) => field !== 'effects' && field !== 'count')
            .map((field) => say(`edit.changed.${field}`)),
        ];
        return (
          <li key={from} className={`${own.step} ${isDraft || isNew ? own.draft : ''}`}>
            <p className={styles.text}>
              <span className={styles.strong}>
                {from === '' ? say('edit.fromBegin') : say('edit.from', { from })}
              </span>{' '}
              {words.join(say('list.separator'))}
            </p>
            {(reference !== '' || isDraft) && (
              <p className={styles.small}>
                {[
                  reference === '' ? '' : say('edit.reference.of', { reference }),
                  isDraft ? say('edit.mark.draft') : '',
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}{' '}
                {isDraft && (
                  <Link
                    as="button"
                    disabled={isBusy}
                    onClick={() => {
                      onDrop(from);
                    }}
                  >
                    {say('edit.drop')}
                  </Link>
                )}
              </p>
            )}
          </li>
        );
      })}
      {to !== '' && (
        <li className={`${own.step} ${isEndDraft ? own.draft : ''}`}>
          <p className={styles.text}>
            <span className={styles.strong}>{say('edit.until', { to })}</span>
          </p>
          <p className={styles.small}>
            {[
              toReference === '' ? '' : say('edit.reference.of', { reference: toReference }),
              isEndDraft ? say('edit.mark.draft') : '',
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </p>
        </li>
      )}
    </ol>
  );
}
