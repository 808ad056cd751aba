import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { progressOf, type Review } from '../../../../draft/review/review';
import type { ShownFinding } from '../../../../month/lintJson';
import {
  acceptReviewed,
  checkReview,
  headFaults,
  headFormOf,
  type Checked,
  type HeadFault,
  type HeadForm,
} from '../../../../month/views/reviewHead';
import type { Rulebook } from '../../../../rulebook/rulebook';
import { Bar } from '../../../parts/Problems';
import { usePane, useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';

const SUBJECTS = ['agent', 'team', 'customer'] as const;

/** What the rulebook says as a whole, its check, and putting it in force. */
export function FinishStep({ review }: { readonly review: Review }) {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const [form, setForm] = useState(() => headFormOf(review, state.month));
  const [faults, setFaults] = useState<readonly HeadFault[]>([]);
  const [checked, setChecked] = useState<{ readonly of: Review; readonly result: Checked } | undefined>();
  const { open, accepted } = progressOf(review);
  const set = (change: Partial<HeadForm>): void => {
    setForm({ ...form, ...change });
    setChecked(undefined);
  };
  const check = (): void => {
    const found = headFaults(form);
    setFaults(found);
    const result = checkReview(review, form, state.settings, state.language, model.today);
    setChecked(found.length > 0 ? undefined : { of: review, result });
  };
  const use = async (rulebook: Rulebook): Promise<void> => {
    const { title, clauses } = rulebook;
    if (!(await model.settle(acceptReviewed(rulebook)))) return;
    model.announce(say('review.used', { title: title[state.language], count: clauses.length }));
    model.showRulebook('inForce');
  };
  const fault = (name: HeadFault): object =>
    faults.includes(name)
      ? { validationState: 'error', validationMessage: say(`review.head.fault.${name}`) }
      : {};
  const result = checked?.of === review ? checked.result : undefined;
  return (
    <section className={styles.column} aria-label={say('review.finish')}>
      <h3 className={styles.section}>{say('review.finish')}</h3>
      <Field size="small" label={say('review.head.title')} {...fault('title')}>
        <Input
          value={form.title}
          onChange={(_event, { value }) => {
            set({ title: value });
          }}
        />
      </Field>
      <Field
        size="small"
        label={say('review.head.base')}
        hint={say('review.head.base.hint')}
        {...fault('base')}
      >
        <Input
          style={{ width: '96px' }}
          inputMode="decimal"
          value={form.base}
          onChange={(_event, { value }) => {
            set({ base: value });
          }}
        />
      </Field>
      <div className={styles.wrap} style={{ alignItems: 'flex-start' }}>
        <Field
          size="small"
          style={{ flex: '1 1 140px' }}
          label={say('review.head.from')}
          hint={say('review.head.from.hint')}
          {...fault('from')}
        >
          <Input
            value={form.from}
            onChange={(_event, { value }) => {
              set({ from: value });
            }}
          />
        </Field>
        <Field size="small" style={{ flex: '1 1 110px' }} label={say('review.head.subject')}>
          <Select
            value={form.subject}
            onChange={(_event, { value }) => {
              set({ subject: SUBJECTS.find((subject) => subject === value) ?? 'agent' });
            }}
          >
            {SUBJECTS.map((subject) => (
              <option key={subject} value={subject}>
                {say(`review.head.subject.${subject}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {open > 0 ? (
        <p className={styles.small}>{say('review.check.open', { count: open })}</p>
      ) : (
        accepted === 0 && <p className={styles.small}>{say('review.check.none')}</p>
      )}
      <div className={styles.wrap}>
        <Button
          appearance={result?.ok === true ? 'secondary' : 'primary'}
          disabled={open > 0 || accepted === 0}
          onClick={check}
        >
          {say('review.check')}
        </Button>
        {result?.ok === true && (
          <Button appearance="primary" disabled={state.isBusy} onClick={() => void use(result.rulebook)}>
            {say('review.use')}
          </Button>
        )}
      </div>
      {review.book !== undefined && <Bar intent="warning">{say('review.check.printed')}</Bar>}
      {result !== undefined && <Result result={result} />}
    </section>
  );
}

function Result({ result }: { readonly result: Checked }) {
  const say = useSay();
  if (result.ok) {
    const count = result.rulebook.clauses.length;
    return (
      <>
        <Bar intent="success">{say('review.check.good', { count, warnings: result.warnings.length })}</Bar>
        <Findings findings={result.warnings} />
      </>
    );
  }
  return (
    <>
      <Bar intent="error">{say('review.check.bad', { count: result.errors.length })}</Bar>
      <Findings findings={result.errors} />
    </>
  );
}

function Findings({ findings }: { readonly findings: readonly ShownFinding[] }) {
  const styles = useStyles();
  if (findings.length === 0) return null;
  return (
    <div className={styles.card}>
      <ul className={styles.rows}>
        {findings.map(({ check, clause, message }) => (
          <li key={`${check} ${clause ?? ''} ${message}`} className={styles.padded}>
            <span className={styles.small}>
              {clause === null ? '' : `${clause} `}
              {message}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
