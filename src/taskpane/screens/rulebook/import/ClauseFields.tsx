import { Button, Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { AMOUNT_TYPES, formFaults, type AmountForm, type ClauseForm } from '../../../../draft/review/correct';
import { usePane, useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';
import { BandFields } from './BandFields';

export interface ClauseFieldsProps {
  readonly form: ClauseForm;
  readonly onSave: (form: ClauseForm) => void;
  readonly onCancel: () => void;
}

const NEW_AMOUNT: AmountForm = { type: 'points', dir: 'deduct', low: '', high: '', isMinimum: false };
const KINDS = AMOUNT_TYPES.flatMap((type) => (['deduct', 'add'] as const).map((dir) => ({ type, dir })));

/** A clause to be corrected by hand. Escape leaves it as it was. */
export function ClauseFields({ form: before, onSave, onCancel }: ClauseFieldsProps) {
  const { state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const [form, setForm] = useState(before);
  const [isTried, setTried] = useState(false);
  const faults = isTried ? formFaults(form) : [];
  const set = (change: Partial<ClauseForm>): void => {
    setForm({ ...form, ...change });
  };
  const setAmount = (index: number, change: Partial<AmountForm>): void => {
    set({ amounts: form.amounts.map((amount, at) => (at === index ? { ...amount, ...change } : amount)) });
  };
  const save = (): void => {
    setTried(true);
    if (formFaults(form).length === 0) onSave(form);
  };
  const fault = (...names: (typeof faults)[number][]): object => {
    const found = names.find((name) => faults.includes(name));
    return found === undefined
      ? {}
      : { validationState: 'error', validationMessage: say(`review.fault.${found}`) };
  };
  const { bound } = form;
  return (
    <div
      className={styles.column}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onCancel();
      }}
    >
      <Field size="small" label={say('review.title')} {...fault('title')}>
        <Input
          autoFocus
          value={form.title}
          onChange={(_event, { value }) => {
            set({ title: value });
          }}
        />
      </Field>
      <Field size="small" label={say('review.statement')} {...fault('statement')}>
        <Textarea
          value={form.statement}
          resize="vertical"
          onChange={(_event, { value }) => {
            set({ statement: value });
          }}
        />
      </Field>
      <div className={styles.wrap} style={{ alignItems: 'flex-start' }}>
        <Field
          size="small"
          label={say('review.category')}
          style={{ flex: '1 1 110px' }}
          {...fault('category')}
        >
          <Input
            value={form.category}
            onChange={(_event, { value }) => {
              set({ category: value });
            }}
          />
        </Field>
        <Field size="small" label={say('review.unit')} style={{ flex: '1 1 110px' }} {...fault('unit')}>
          <Input
            value={form.unit}
            onChange={(_event, { value }) => {
              set({ unit: value });
            }}
          />
        </Field>
      </div>
      <fieldset style={{ border: 'none', margin: 0, padding: 0, minWidth: 0 }} className={styles.column}>
        <legend className={styles.small}>{say('review.amounts')}</legend>
        {form.amounts.map((amount, index) => (
          <div key={index} className={styles.column} style={{ gap: '4px' }}>
            <div className={styles.wrap}>
              <Select
                size="small"
                style={{ flex: '1 1 92px' }}
                aria-label={say('review.amount.type')}
                value={`${amount.type}.${amount.dir}`}
                onChange={(_event, { value }) => {
                  const kind = KINDS.find(({ type, dir }) => `${type}.${dir}` === value);
                  if (kind !== undefined) setAmount(index, kind);
                }}
              >
                {KINDS.map(({ type, dir }) => (
                  <option key={`${type}.${dir}`} value={`${type}.${dir}`}>
                    {say(`review.amount.${type}.${dir}`)}
                  </option>
                ))}
              </Select>
              <Input
                size="small"
                style={{ width: '52px' }}
                inputMode="decimal"
                aria-label={say('review.amount.low')}
                value={amount.low}
                onChange={(_event, { value }) => {
                  setAmount(index, { low: value });
                }}
              />
              <span className={styles.small}>{say('review.amount.high')}</span>
              <Input
                size="small"
                style={{ width: '52px' }}
                inputMode="decimal"
                aria-label={say('review.amount.high')}
                value={amount.high}
                onChange={(_event, { value }) => {
                  setAmount(index, { high: value });
                }}
              />
              <Button
                size="small"
                appearance="subtle"
                style={{ minWidth: 0, padding: '0 4px' }}
                onClick={() => {
                  set({ amounts: form.amounts.filter((_amount, at) => at !== index) });
                }}
              >
                {say('review.amount.remove')}
              </Button>
            </div>
            {amount.low !== '' && amount.high === '' && (
              <Checkbox
                checked={amount.isMinimum}
                label={say('review.amount.minimum')}
                onChange={(_event, { checked }) => {
                  setAmount(index, { isMinimum: checked === true });
                }}
              />
            )}
            {amount.low === '' && <p className={styles.small}>{say('review.amount.open')}</p>}
          </div>
        ))}
        <Field size="small" {...fault('amount', 'range')}>
          <span>
            <Button
              size="small"
              onClick={() => {
                set({ amounts: [...form.amounts, NEW_AMOUNT] });
              }}
            >
              {say('review.amount.add')}
            </Button>
          </span>
        </Field>
      </fieldset>
      {bound !== undefined && (
        <BandFields
          bound={bound}
          fault={fault('bound')}
          onChange={(change) => {
            set({ bound: { ...bound, ...change } });
          }}
        />
      )}
      {form.takesAttendance !== undefined && (
        <Checkbox
          checked={form.takesAttendance}
          label={say('review.attendance')}
          onChange={(_event, { checked }) => {
            set({ takesAttendance: checked === true });
          }}
        />
      )}
      <div className={styles.wrap}>
        <Button size="small" appearance="primary" disabled={state.isBusy} onClick={save}>
          {say('review.save')}
        </Button>
        <Button size="small" onClick={onCancel}>
          {say('review.cancel')}
        </Button>
      </div>
    </div>
  );
}
