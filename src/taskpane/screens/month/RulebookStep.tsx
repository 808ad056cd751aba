import { Field, Link, Select } from '@fluentui/react-components';
import { formatDay, parseDay } from '../../../facts/date';
import { rulebookChoices, isRulebookInForce, type ParameterLine } from '../../../month/views/rules';
import { chooseRulebook } from '../../../month/views/settle';
import { ParameterFields } from '../../parts/ParameterFields';
import { Bar } from '../../parts/Problems';
import { usePane, useSay } from '../../state/usePane';
import { useStyles } from '../../styles';

/** Which rules the month is judged by, and what they leave open. */
export function RulebookStep({ params }: { readonly params: readonly ParameterLine[] }) {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const { report, isProvisional, language, month } = state;
  if (report === undefined) return null;
  const { rulebook } = report;
  const choices = rulebookChoices(state.settings, language);
  const open = params.filter(({ isOpen }) => isOpen);
  return (
    <div className={styles.column}>
      <Field label={say('pane.rulebook')} size="small">
        <Select
          value={isProvisional ? '' : rulebook.id}
          onChange={(_event, { value }) => {
            if (value !== '') void model.settle(chooseRulebook(value));
          }}
        >
          {isProvisional && <option value="">{say('pane.rulebook.choose')}</option>}
          {choices.map(({ id, title, clauses }) => (
            <option key={id} value={id}>
              {say('pane.rulebook.option', { id, title, clauses })}
            </option>
          ))}
        </Select>
      </Field>
      {isProvisional ? (
        <>
          <p className={styles.small}>{say('pane.rulebook.why')}</p>
          <span>
            <Link
              as="button"
              onClick={() => {
                model.showRulebook('import');
              }}
            >
              {say('pane.rulebook.view.import')}
            </Link>
          </span>
        </>
      ) : (
        <>
          {!isRulebookInForce(rulebook, month) && (
            <Bar intent="warning">
              {say('pane.rulebook.notInForce', {
                from: formatDay(parseDay(rulebook.effectiveFrom) ?? 0),
                to: rulebook.effectiveTo ?? '—',
              })}
            </Bar>
          )}
          <p className={styles.small}>
            {say('pane.rulebook.version', {
              version: rulebook.version,
              count: rulebook.clauses.length,
              readings: rulebook.readings.length,
            })}
          </p>
          {open.length > 0 && (
            <>
              <p className={styles.text}>{say('pane.rulebook.open')}</p>
              <ParameterFields rulebook={rulebook.id} params={open} />
            </>
          )}
          <Link
            as="button"
            onClick={() => {
              model.show('rulebook');
            }}
          >
            {say('pane.rulebook.all')}
          </Link>
        </>
      )}
    </div>
  );
}
