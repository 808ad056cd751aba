import { Button, mergeClasses } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import {
  issueLists,
  issuesOf,
  type IssueLine,
  type IssueLists,
  type IssuePlace,
} from '../../month/views/issues';
import type { TextKey } from '../../i18n';
import { JumpButton } from '../parts/JumpButton';
import type { PaneModel } from '../state/paneModel';
import type { PaneState } from '../state/paneState';
import { usePane, useSay } from '../state/usePane';
import { useStyles } from '../styles';

const LISTS = ['overdue', 'dueSoon', 'callBacks', 'undated', 'others'] as const;

/** Lines shown at first. */
const FIRST = 20;

const PLACES: Readonly<Record<IssuePlace['kind'], TextKey>> = {
  record: 'pane.issue.record',
  ledger: 'pane.issue.ledger',
  order: 'pane.issue.order',
};

/** Complaint cases by what is to be done about them. */
export function IssuesScreen() {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const { report, language, version } = state;
  const lists = useMemo(
    () => (report === undefined ? undefined : listsOf(model, report, language)),
    // what the lists hold follows from what was read; `version` stands for it
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [model, report, language, version],
  );
  if (lists === undefined) return <div className={styles.screen} />;
  const shown = LISTS.filter((name) => lists[name].length > 0);
  return (
    <div className={styles.screen}>
      {shown.length === 0 && (
        <p className={styles.small}>
          {lists.closed === 0
            ? say('pane.issues.none')
            : say('pane.issues.allClosed', { count: lists.closed })}
        </p>
      )}
      {shown.map((name) => (
        <section key={name} aria-labelledby={`issues-${name}`}>
          <h2
            id={`issues-${name}`}
            className={mergeClasses(styles.heading, name === 'overdue' && styles.bad)}
            style={{ paddingBottom: '4px' }}
          >
            {say(`pane.issues.${name}`, { count: lists[name].length })}
          </h2>
          <IssueList issues={lists[name]} />
        </section>
      ))}
      {shown.length > 0 && lists.closed > 0 && (
        <p className={styles.small}>{say('pane.issues.closed', { count: lists.closed })}</p>
      )}
    </div>
  );
}

function listsOf(
  model: PaneModel,
  report: NonNullable<PaneState['report']>,
  language: PaneState['language'],
): IssueLists {
  const { store } = model;
  const { today } = store.optionsFor(report.rulebook, report.month);
  return issueLists(issuesOf(report, store, today, language), store.grids, today, language);
}

function IssueList({ issues }: { readonly issues: readonly IssueLine[] }) {
  const say = useSay();
  const styles = useStyles();
  const [isAll, setAll] = useState(false);
  const shown = isAll ? issues : issues.slice(0, FIRST);
  return (
    <div className={styles.card}>
      <ul className={styles.rows}>
        {shown.map((issue) => (
          <li key={issue.id} className={styles.padded}>
            <Issue issue={issue} />
          </li>
        ))}
      </ul>
      {issues.length > shown.length && (
        <div className={styles.padded}>
          <Button
            size="small"
            onClick={() => {
              setAll(true);
            }}
          >
            {say('pane.showAll', { count: issues.length })}
          </Button>
        </div>
      )}
    </div>
  );
}

function Issue({ issue }: { readonly issue: IssueLine }) {
  const say = useSay();
  const styles = useStyles();
  const { id, customer, content, state, next, when, places } = issue;
  return (
    <>
      <div className={styles.line}>
        <span className={mergeClasses(styles.strong, styles.number)}>{id}</span>
        <span className={styles.grow}>{customer}</span>
        <span className={styles.small}>{state}</span>
      </div>
      <p className={styles.text}>{content}</p>
      {when !== '' && <p className={mergeClasses(styles.small, styles.strong)}>{when}</p>}
      {next !== '' && <p className={styles.small}>{say('pane.issue.next', { next })}</p>}
      <div className={styles.wrap}>
        {places.map(({ kind, sheet, address }) => (
          <JumpButton key={kind} sheet={sheet} address={address}>
            {say(PLACES[kind])}
          </JumpButton>
        ))}
      </div>
    </>
  );
}
