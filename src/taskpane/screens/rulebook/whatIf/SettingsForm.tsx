import { Field, Input, Select } from '@fluentui/react-components';
import { isParameterText, type ParameterLine, type ReadingLine } from '../../../../month/views/rules';
import { useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';

/** Readings and parameters that are to be other than they are, by id. */
export interface TriedSettings {
  readonly readings: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string>>;
}

export interface SettingsFormProps {
  readonly readings: readonly ReadingLine[];
  readonly params: readonly ParameterLine[];
  readonly tried: TriedSettings;
  readonly isDisabled: boolean;
  readonly onChange: (tried: TriedSettings) => void;
}

/** Every reading and parameter of the rulebook, to be tried out in another way. */
export function SettingsForm({ readings, params, tried, isDisabled, onChange }: SettingsFormProps) {
  const say = useSay();
  const styles = useStyles();
  if (readings.length + params.length === 0)
    return <p className={styles.small}>{say('whatIf.noSettings')}</p>;
  const withReading = ({ id, value: present }: ReadingLine, value: string): TriedSettings => {
    const { [id]: _old, ...others } = tried.readings;
    return { ...tried, readings: value === present ? others : { ...others, [id]: value } };
  };
  const withParam = ({ id, value: present }: ParameterLine, text: string): TriedSettings => {
    const { [id]: _old, ...others } = tried.params;
    return { ...tried, params: text.trim() === present ? others : { ...others, [id]: text } };
  };
  return (
    <div className={styles.column}>
      {readings.map((reading) => (
        <Field
          key={reading.id}
          size="small"
          label={labelOf(reading.title, reading.id in tried.readings, say)}
        >
          <Select
            disabled={isDisabled}
            value={tried.readings[reading.id] ?? reading.value}
            onChange={(_event, { value }) => {
              onChange(withReading(reading, value));
            }}
          >
            {reading.options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      {params.map((param) => {
        const text = tried.params[param.id] ?? param.value;
        const isGood = isParameterText(text);
        return (
          <Field
            key={param.id}
            size="small"
            label={labelOf(
              param.id === 'base'
                ? param.title
                : say('pane.param.label', { id: param.id, title: param.title }),
              param.id in tried.params,
              say,
            )}
            validationState={isGood ? 'none' : 'error'}
            {...(isGood ? {} : { validationMessage: say('pane.param.bad') })}
          >
            <Input
              style={{ width: '96px' }}
              inputMode="decimal"
              disabled={isDisabled}
              value={text}
              placeholder={param.fromSheet ?? ''}
              onChange={(_event, { value }) => {
                onChange(withParam(param, value));
              }}
            />
          </Field>
        );
      })}
    </div>
  );
}

const labelOf = (title: string, isTried: boolean, say: ReturnType<typeof useSay>): string =>
  isTried ? say('whatIf.changed', { title }) : title;
