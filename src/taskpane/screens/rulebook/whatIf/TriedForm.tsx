import { Button, Field, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { editableIds, workingRulebook } from '../../../../month/views/rulebookEdit';
import { parameterLines, readingLines, rulebookChoices } from '../../../../month/views/rules';
import type { Tried } from '../../../../month/views/whatIf';
import { monthText } from '../../../parts/Header';
import { usePane, useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';
import { SettingsForm, type TriedSettings } from './SettingsForm';

export interface TriedFormProps {
  readonly isRunning: boolean;
  readonly onRun: (tried: Tried, isAll: boolean) => void;
  /** The question is another one now. */
  readonly onChange: () => void;
}

const NOTHING: TriedSettings = { readings: {}, params: {} };

/** What to try, and over which months. */
export function TriedForm({ isRunning, onRun, onChange }: TriedFormProps) {
  const { state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const { settings, report, language, month, trying } = state;
  const drafts = editableIds(settings).filter((id) => settings.rulebooks[id]?.draft !== undefined);
  const own = report?.rulebook.id ?? '';
  const others = rulebookChoices(settings, language).filter(({ id }) => id !== own);
  const [kind, setKind] = useState<Tried['kind']>(drafts.length > 0 ? 'draft' : 'settings');
  const [draft, setDraft] = useState(trying !== undefined && drafts.includes(trying) ? trying : drafts[0]);
  const [other, setOther] = useState(others[0]?.id);
  const [changed, setChanged] = useState<TriedSettings>(NOTHING);
  const [isAll, setAll] = useState(false);
  if (report === undefined) return null;
  const shownKind = kind === 'draft' && drafts.length === 0 ? 'settings' : kind;
  const shownDraft = draft !== undefined && drafts.includes(draft) ? draft : drafts[0];
  const tried = triedOf(shownKind, shownDraft, other, changed);
  const set = (change: () => void): void => {
    change();
    onChange();
  };
  return (
    <div className={`${styles.card} ${styles.padded} ${styles.column}`}>
      <Field size="small" label={say('whatIf.what')}>
        <RadioGroup
          value={shownKind}
          disabled={isRunning}
          onChange={(_event, { value }) => {
            set(() => {
              setKind(value === 'draft' || value === 'rulebook' ? value : 'settings');
            });
          }}
        >
          {drafts.length > 0 && <Radio value="draft" label={say('whatIf.draft')} />}
          <Radio value="settings" label={say('whatIf.settings')} />
          <Radio value="rulebook" label={say('whatIf.rulebook')} />
        </RadioGroup>
      </Field>
      {shownKind === 'draft' && (drafts.length > 1 || shownDraft !== own) && (
        <Choice
          label={say('whatIf.which')}
          value={shownDraft ?? ''}
          isDisabled={isRunning}
          options={drafts.map((id) => ({
            value: id,
            text: say('edit.book', {
              id,
              title: workingRulebook(settings, id)?.working.title[language] ?? '',
            }),
          }))}
          onChoose={(value) => {
            set(() => {
              setDraft(value);
            });
          }}
        />
      )}
      {shownKind === 'rulebook' && (
        <Choice
          label={say('whatIf.which')}
          value={other ?? ''}
          isDisabled={isRunning}
          options={others.map((choice) => ({
            value: choice.id,
            text: say('pane.rulebook.option', { ...choice }),
          }))}
          onChoose={(value) => {
            set(() => {
              setOther(value);
            });
          }}
        />
      )}
      {shownKind === 'settings' && (
        <SettingsForm
          readings={readingLines(report, language)}
          params={parameterLines(report, settings, language)}
          tried={changed}
          isDisabled={isRunning}
          onChange={(next) => {
            set(() => {
              setChanged(next);
            });
          }}
        />
      )}
      <Field size="small" label={say('whatIf.months')}>
        <RadioGroup
          layout="horizontal"
          value={isAll ? 'all' : 'one'}
          disabled={isRunning}
          onChange={(_event, { value }) => {
            set(() => {
              setAll(value === 'all');
            });
          }}
        >
          <Radio value="one" label={monthText(month, say)} />
          <Radio value="all" label={say('whatIf.all')} />
        </RadioGroup>
      </Field>
      <div className={styles.wrap}>
        <Button
          size="small"
          appearance="primary"
          disabled={tried === undefined || isRunning || state.isBusy || state.phase !== 'ready'}
          onClick={() => {
            if (tried !== undefined) onRun(tried, isAll);
          }}
        >
          {say('whatIf.run')}
        </Button>
        <span className={styles.small}>{say('whatIf.why')}</span>
      </div>
    </div>
  );
}

function triedOf(
  kind: Tried['kind'],
  draft: string | undefined,
  other: string | undefined,
  { readings, params }: TriedSettings,
): Tried | undefined {
  if (kind === 'settings') {
    const isEmpty = Object.keys(readings).length + Object.keys(params).length === 0;
    return isEmpty ? undefined : { kind, readings, params };
  }
  const id = kind === 'draft' ? draft : other;
  return id === undefined ? undefined : { kind, id };
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly isDisabled: boolean;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, isDisabled, options, onChoose }: ChoiceProps) {
  return (
    <Field size="small" label={label}>
      <Select
        value={value}
        disabled={isDisabled}
        onChange={(_event, data) => {
          onChoose(data.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </Select>
    </Field>
  );
}
