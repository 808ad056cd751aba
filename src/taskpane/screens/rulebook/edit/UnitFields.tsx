import { Field, Input } from '@fluentui/react-components';
import type { ClauseFields } from '../../../../month/views/rulebookEditForm';
import { useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';

export interface UnitFieldsProps {
  readonly fields: Pick<ClauseFields, 'unit' | 'bound' | 'boundUnit'>;
  readonly onChange: (change: Partial<ClauseFields>) => void;
}

/** What amounts count by, and from where on. */
export function UnitFields({ fields, onChange }: UnitFieldsProps) {
  const say = useSay();
  const styles = useStyles();
  const { unit, bound, boundUnit } = fields;
  return (
    <div className={styles.wrap} style={{ alignItems: 'flex-end' }}>
      <Field size="small" label={say('edit.unit')}>
        <Input
          style={{ width: '84px' }}
          value={unit}
          onChange={(_event, { value }) => {
            onChange({ unit: value });
          }}
        />
      </Field>
      {bound !== undefined && (
        <Field
          size="small"
          label={boundUnit === undefined ? say('edit.bound') : say('edit.bound.unit', { unit: boundUnit })}
        >
          <Input
            style={{ width: '84px' }}
            value={bound}
            onChange={(_event, { value }) => {
              onChange({ bound: value });
            }}
          />
        </Field>
      )}
    </div>
  );
}
