import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { calendarDate, firstDay } from '../../../facts/date';
import { issuesOf } from '../../../month/views/issues';
import { plannedTabs } from '../../../month/views/planned';
import { BuildProgress } from '../../parts/BuildProgress';
import { usePane, useSay, type Say } from '../../state/usePane';
import type { PaneModel } from '../../state/paneModel';
import type { PaneState } from '../../state/paneState';
import { useStyles } from '../../styles';

const useOwnStyles = makeStyles({
  footer: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    marginTop: 'auto',
    padding: '10px 12px',
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  button: { width: '100%' },
});

/** The one button, what it will write, and how far it is. */
export function BuildSection() {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const own = useOwnStyles();
  const { report, isProvisional, phase, month, language, version } = state;
  const planned = useMemo(
    () => (isProvisional || report === undefined ? undefined : plan(model, report, language)),
    // what is planned follows from what was read; `version` stands for it
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [model, report, isProvisional, language, version],
  );
  if (phase === 'building') {
    return (
      <div className={own.footer}>
        <BuildProgress />
      </div>
    );
  }
  const isReady = !isProvisional && report !== undefined && report.subjects.length > 0;
  return (
    <div className={own.footer}>
      <Button
        className={own.button}
        appearance="primary"
        disabledFocusable={!isReady || state.isBusy || phase === 'failed'}
        aria-describedby="build-what"
        onClick={() => {
          void model.build();
        }}
      >
        {say('pane.build', { month: calendarDate(firstDay(month)).month })}
      </Button>
      <p id="build-what" className={styles.small}>
        {isReady ? writes(planned, say) : say(isProvisional ? 'pane.build.noRulebook' : 'pane.build.nobody')}
      </p>
    </div>
  );
}

function plan(model: PaneModel, report: NonNullable<PaneState['report']>, language: PaneState['language']) {
  const { store } = model;
  const { today } = store.optionsFor(report.rulebook, report.month);
  const issues = issuesOf(report, store, today, language);
  return plannedTabs(report, issues, store.grids, today, language);
}

function writes(planned: ReturnType<typeof plannedTabs>, say: Say): string {
  if (planned === undefined) return say('pane.build.writesAll');
  const { count, existing } = planned;
  if (existing === 0) return say('pane.build.writes', { count });
  return existing === count
    ? say('pane.build.updates', { count })
    : say('pane.build.both', { existing, added: count - existing });
}
