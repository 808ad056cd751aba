import { Checkbox, Field, Input } from '@fluentui/react-components';
import type { BoundForm } from '../../../../draft/review/correct';
import { useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';

export interface BandFieldsProps {
  readonly bound: BoundForm;
  /** What is wrong, as properties of a field. */
  readonly fault: object;
  readonly onChange: (change: Partial<BoundForm>) => void;
}

/** From where to where a measured value counts. */
export function BandFields({ bound, fault, onChange }: BandFieldsProps) {
  const say = useSay();
  const styles = useStyles();
  const { unit } = bound;
  return (
    <div className={styles.wrap} style={{ alignItems: 'flex-start' }}>
      <div style={{ flex: '1 1 120px' }}>
        <Field size="small" label={say('review.bound', { unit })} {...fault}>
          <Input
            inputMode="decimal"
            value={bound.value}
            onChange={(_event, { value }) => {
              onChange({ value });
            }}
          />
        </Field>
        <Checkbox
          checked={bound.isInclusive}
          label={say('review.bound.inclusive')}
          onChange={(_event, { checked }) => {
            onChange({ isInclusive: checked === true });
          }}
        />
      </div>
      <div style={{ flex: '1 1 120px' }}>
        <Field size="small" label={say('review.bound.upTo', { unit })}>
          <Input
            inputMode="decimal"
            value={bound.upTo}
            onChange={(_event, { value }) => {
              onChange({ upTo: value });
            }}
          />
        </Field>
        <Checkbox
          checked={bound.isEndInclusive}
          disabled={bound.upTo === ''}
          label={say('review.bound.endInclusive')}
          onChange={(_event, { checked }) => {
            onChange({ isEndInclusive: checked === true });
          }}
        />
      </div>
    </div>
  );
}
