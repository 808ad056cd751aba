import { Button, Select } from '@fluentui/react-components';
import { useState } from 'react';
import {
  newEffect,
  NEW_EFFECTS,
  type EffectFields,
  type NewEffect,
} from '../../../../rulebook/edit/effectForm';
import type { TextKey } from '../../../../i18n';
import { useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';
import { EffectRow } from './EffectRow';

export interface EffectFieldListProps {
  readonly effects: readonly EffectFields[];
  readonly onChange: (effects: readonly EffectFields[]) => void;
}

/** What a clause brings, a row each, and the way to add one. */
export function EffectFieldList({ effects, onChange }: EffectFieldListProps) {
  const say = useSay();
  const styles = useStyles();
  const [kind, setKind] = useState<NewEffect>('points.deduct');
  return (
    <div className={styles.column} role="group" aria-label={say('edit.effects')}>
      {effects.map((effect, index) => (
        <EffectRow
          key={index}
          effect={effect}
          number={index + 1}
          onChange={(next) => {
            onChange(effects.map((one, at) => (at === index ? next : one)));
          }}
          onRemove={() => {
            onChange(effects.filter((_one, at) => at !== index));
          }}
        />
      ))}
      <div className={styles.wrap}>
        <Select
          size="small"
          aria-label={say('edit.effect.which')}
          value={kind}
          onChange={(_event, { value }) => {
            const found = NEW_EFFECTS.find((one) => one === value);
            if (found !== undefined) setKind(found);
          }}
        >
          {NEW_EFFECTS.map((one) => (
            <option key={one} value={one}>
              {say(`edit.effect.${one}` as TextKey)}
            </option>
          ))}
        </Select>
        <Button
          size="small"
          onClick={() => {
            onChange([...effects, newEffect(kind)]);
          }}
        >
          {say('edit.effect.add')}
        </Button>
      </div>
    </div>
  );
}
