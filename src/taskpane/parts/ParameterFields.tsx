import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { isParameterText, type ParameterLine } from '../../month/views/rules';
import { setParameter } from '../../month/views/settle';
import { usePane, useSay } from '../state/usePane';
import { useStyles } from '../styles';

export interface ParameterFieldsProps {
  readonly rulebook: string;
  readonly params: readonly ParameterLine[];
}

/** Values that the regulation leaves open; Enter or leaving the field saves. */
export function ParameterFields({ rulebook, params }: ParameterFieldsProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {params.map((param) => (
        <li key={param.id}>
          <ParameterField key={param.value} rulebook={rulebook} param={param} />
        </li>
      ))}
    </ul>
  );
}

function ParameterField({ rulebook, param }: { readonly rulebook: string; readonly param: ParameterLine }) {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const [text, setText] = useState(param.value);
  const isGood = isParameterText(text);
  const save = (value: string): void => {
    if (!state.isBusy && isParameterText(value) && value.trim() !== param.value) {
      void model.settle(setParameter(rulebook, param.id, value));
    }
  };
  const { id, title, fromSheet, suggested, blocks } = param;
  const hint = [
    fromSheet === undefined ? '' : say('pane.param.fromSheet', { value: fromSheet }),
    blocks === 0 ? '' : say('pane.param.blocks', { count: blocks }),
  ]
    .filter((part) => part !== '')
    .join(' ');
  return (
    <Field
      size="small"
      label={id === 'base' ? title : say('pane.param.label', { id, title })}
      validationState={isGood ? 'none' : 'error'}
      {...(isGood ? {} : { validationMessage: say('pane.param.bad') })}
      {...(hint === '' ? {} : { hint })}
    >
      <span className={styles.line}>
        <Input
          style={{ width: '96px' }}
          inputMode="decimal"
          aria-label={id === 'base' ? title : say('pane.param.label', { id, title })}
          value={text}
          placeholder={fromSheet ?? ''}
          disabled={state.isBusy}
          onChange={(_event, { value }) => {
            setText(value);
          }}
          onKeyDown={({ key }) => {
            if (key === 'Enter') save(text);
            if (key === 'Escape') setText(param.value);
          }}
          onBlur={() => {
            save(text);
          }}
        />
        {suggested !== undefined && param.value === '' && (
          <Button
            size="small"
            disabled={state.isBusy}
            onClick={() => {
              save(suggested);
            }}
          >
            {say('pane.param.suggested', { value: suggested })}
          </Button>
        )}
      </span>
    </Field>
  );
}
