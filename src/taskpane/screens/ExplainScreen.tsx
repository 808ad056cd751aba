import { Field, Select } from '@fluentui/react-components';
import { sentence } from '../../i18n';
import { explainSubject } from '../../month/views/explain';
import type { MonthReport, SubjectMonth } from '../../month/report';
import { BackIcon } from '../parts/icons';
import { Bar } from '../parts/Problems';
import type { PaneState } from '../state/paneState';
import { usePane, useSay, type Say } from '../state/usePane';
import { useStyles } from '../styles';
import { ExplanationView } from './explain/ExplanationView';
import { Button } from '@fluentui/react-components';

/** Why somebody has the score they have; follows the selected cell. */
export function ExplainScreen() {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const { explained, picked, report: month, isProvisional, language, back } = state;
  if (isProvisional || month === undefined) {
    return (
      <div className={styles.screen}>
        {isProvisional && <Bar intent="info">{say('pane.explain.noRulebook')}</Bar>}
      </div>
    );
  }
  const report = explained?.report ?? month;
  const subject = shownSubject(state, report);
  const { asked } = explained ?? {};
  const several =
    picked === undefined && (explained?.subjects.length ?? 0) > 1 ? explained?.subjects : undefined;
  return (
    <div className={styles.screen}>
      <Field size="small" label={say('pane.explain.who')}>
        <Select
          value={subject?.key ?? ''}
          onChange={(_event, { value }) => {
            model.pick(value === '' ? undefined : value);
          }}
        >
          <option value="">{say('pane.explain.follow')}</option>
          {report.subjects.map((one) => (
            <option key={one.key} value={one.key}>
              {optionText(one, report, say)}
            </option>
          ))}
        </Select>
      </Field>
      {back !== undefined && (
        <div>
          <Button
            size="small"
            icon={<BackIcon />}
            onClick={() => {
              void model.jumpBack();
            }}
          >
            {say('pane.explain.back', { sheet: back.sheet, address: back.address })}
          </Button>
        </div>
      )}
      {asked?.kind === 'problem' && picked === undefined && (
        <Bar intent="warning">{sentence(asked.problem, language)}</Bar>
      )}
      {several !== undefined && (
        <Bar intent="warning">{say('pane.explain.several', { count: several.length })}</Bar>
      )}
      {subject === undefined ? (
        <p className={styles.small}>
          {asked?.kind === 'subject' && several === undefined
            ? sentence({ code: 'FORMULA_UNKNOWN_SUBJECT', params: { subject: asked.subject } }, language)
            : say('pane.explain.nothing')}
        </p>
      ) : (
        <ExplanationView
          explanation={explainSubject(subject, report, language)}
          clause={asked?.kind === 'subject' && picked === undefined ? asked.clause : undefined}
          row={asked?.kind === 'row' ? asked.source : undefined}
        />
      )}
    </div>
  );
}

/** The subject picked by hand, else the one that the cell is about. */
function shownSubject({ picked, explained }: PaneState, report: MonthReport): SubjectMonth | undefined {
  if (picked !== undefined) return report.subjects.find(({ key }) => key === picked);
  return explained?.subjects.length === 1 ? explained.subjects[0] : undefined;
}

function optionText({ name, id, team }: SubjectMonth, report: MonthReport, say: Say): string {
  const isShared = report.subjects.filter((other) => other.name === name).length > 1;
  const parts = [name, ...(isShared && id !== undefined ? [id] : []), ...(team === undefined ? [] : [team])];
  return parts.join(say('pane.separator'));
}
