import { Button, Checkbox, Field, Input, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { formFaults, type ClauseForm } from '../../../../draft/review/correct';
import { usePane, useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';
import { EffectFieldList } from '../effects/EffectFieldList';
import { BandFields } from './BandFields';

export interface ClauseFieldsProps {
  readonly form: ClauseForm;
  readonly onSave: (form: ClauseForm) => void;
  readonly onCancel: () => void;
}

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
        <EffectFieldList
          effects={form.effects}
          onChange={(effects) => {
            set({ effects });
          }}
        />
        <Field size="small" hint={say('review.amount.open')} {...fault('amount', 'range', 'sanctions')}>
          <span />
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
