import { Field, Input } from '@fluentui/react-components';
import { useIsDark } from '../../../state/theme';
import { useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';

export interface DateAndReferenceProps {
  readonly label: string;
  readonly date: string;
  readonly reference: string;
  readonly onDate: (date: string) => void;
  readonly onReference: (reference: string) => void;
}

/** From when, and by which decision. */
export function DateAndReference({ label, date, reference, onDate, onReference }: DateAndReferenceProps) {
  const say = useSay();
  const styles = useStyles();
  const isDark = useIsDark();
  return (
    <div className={styles.column}>
      <Field size="small" label={label}>
        <Input
          type="date"
          style={{ width: '150px', colorScheme: isDark ? 'dark' : 'light' }}
          value={date}
          onChange={(_event, { value }) => {
            onDate(value);
          }}
        />
      </Field>
      <Field size="small" label={say('edit.reference')}>
        <Input
          value={reference}
          placeholder={say('edit.reference.example')}
          onChange={(_event, { value }) => {
            onReference(value);
          }}
        />
      </Field>
    </div>
  );
}
