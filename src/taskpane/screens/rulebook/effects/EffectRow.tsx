import { Button, Input, Select } from '@fluentui/react-components';
import type { TextKey } from '../../../../i18n';
import type { AmountFields, EffectFields, SanctionFields } from '../../../../rulebook/edit/effectForm';
import { conditionWords } from '../../../../reports/effectWords';
import { CrossIcon } from '../../../parts/icons';
import { usePane, useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';

export interface EffectRowProps {
  readonly effect: EffectFields;
  /** Position, counted from 1. */
  readonly number: number;
  readonly onChange: (effect: EffectFields) => void;
  readonly onRemove: () => void;
}

/** One amount, sanction or duty of a clause. */
export function EffectRow({ effect, number, onChange, onRemove }: EffectRowProps) {
  const { language } = usePane().state;
  const say = useSay();
  const styles = useStyles();
  const name =
    effect.is === 'amount'
      ? say(`edit.effect.${effect.type}.${effect.dir}` as TextKey)
      : effect.is === 'sanction'
        ? say('edit.effect.discipline')
        : effect.effect.text;
  const when = effect.is === 'other' ? effect.effect.when : effect.when;
  return (
    <div role="group" aria-label={say('edit.effect.row', { number, name })}>
      {when !== undefined && <p className={styles.small}>{conditionWords(when, language)}</p>}
      <div className={styles.line} style={{ alignItems: 'center' }}>
        <span className={effect.is === 'other' ? styles.grow : styles.number}>{name}</span>
        {effect.is === 'amount' && <Amount effect={effect} onChange={onChange} />}
        {effect.is === 'sanction' && <Sanction effect={effect} onChange={onChange} />}
        <Button
          size="small"
          appearance="subtle"
          icon={<CrossIcon />}
          style={{ marginLeft: 'auto' }}
          aria-label={say('edit.effect.remove', { number, name })}
          title={say('edit.effect.remove', { number, name })}
          onClick={onRemove}
        />
      </div>
    </div>
  );
}

const KINDS: readonly AmountFields['kind'][] = ['exact', 'min', 'range', 'unset'];

function Amount({
  effect,
  onChange,
}: {
  readonly effect: AmountFields;
  readonly onChange: (effect: AmountFields) => void;
}) {
  const say = useSay();
  const styles = useStyles();
  const { kind, low, high, type } = effect;
  const field = (value: string, label: TextKey, change: (text: string) => AmountFields) => (
    <Input
      size="small"
      style={{ width: '52px' }}
      inputMode="decimal"
      aria-label={say(label)}
      value={value}
      onChange={(_event, data) => {
        onChange(change(data.value));
      }}
    />
  );
  return (
    <>
      <Select
        size="small"
        aria-label={say('edit.kind')}
        value={kind}
        onChange={(_event, { value }) => {
          const next = KINDS.find((one) => one === value);
          if (next !== undefined) onChange({ ...effect, kind: next });
        }}
      >
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {say(`edit.kind.${one}`)}
          </option>
        ))}
      </Select>
      {kind !== 'unset' &&
        field(low, kind === 'exact' ? 'edit.amount' : 'edit.amount.low', (text) => ({
          ...effect,
          low: text,
        }))}
      {kind === 'range' && (
        <>
          <span aria-hidden="true">–</span>
          {field(high, 'edit.amount.high', (text) => ({ ...effect, high: text }))}
        </>
      )}
      {kind !== 'unset' && <span className={styles.number}>{say(`edit.unit.${type}`)}</span>}
    </>
  );
}

const CHOICES: readonly SanctionFields['choice'][] = [
  'fixed',
  'one_of',
  'one_or_more',
  'up_to',
  'discretionary',
];

function Sanction({
  effect,
  onChange,
}: {
  readonly effect: SanctionFields;
  readonly onChange: (effect: SanctionFields) => void;
}) {
  const say = useSay();
  return (
    <>
      <Select
        size="small"
        aria-label={say('edit.choice')}
        value={effect.choice}
        onChange={(_event, { value }) => {
          const choice = CHOICES.find((one) => one === value);
          if (choice !== undefined) onChange({ ...effect, choice });
        }}
      >
        {CHOICES.map((one) => (
          <option key={one} value={one}>
            {say(`edit.choice.${one}`)}
          </option>
        ))}
      </Select>
      <Input
        size="small"
        style={{ flex: '1 1 60px', minWidth: 0 }}
        aria-label={say('edit.sanctions')}
        placeholder={say('edit.sanctions.example')}
        value={effect.options}
        onChange={(_event, { value }) => {
          onChange({ ...effect, options: value });
        }}
      />
    </>
  );
}
