import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  type MessageBarProps,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Problem } from '../../facts/problem';
import { sentence } from '../../i18n';
import { usePane, useSay } from '../state/usePane';

export interface BarProps {
  readonly intent: NonNullable<MessageBarProps['intent']>;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** A message that wraps at any width. */
export function Bar({ intent, children, actions }: BarProps) {
  return (
    <MessageBar intent={intent} layout="multiline" politeness={intent === 'error' ? 'assertive' : 'polite'}>
      <MessageBarBody style={{ overflowWrap: 'anywhere' }}>{children}</MessageBarBody>
      {actions !== undefined && <MessageBarActions>{actions}</MessageBarActions>}
    </MessageBar>
  );
}

/** Everything that went wrong, each with what to do. */
export function Problems() {
  const { model, state } = usePane();
  const say = useSay();
  const { failure, notice, error, language } = state;
  const others = [notice, error].filter((problem) => problem !== undefined);
  const shown = others.filter((problem) => !isSame(problem, failure));
  const close = (
    <Button
      size="small"
      onClick={() => {
        model.dismiss();
      }}
    >
      {say('pane.dismiss')}
    </Button>
  );
  return (
    <>
      {failure !== undefined && (
        <Bar
          intent="error"
          actions={
            <Button
              size="small"
              onClick={() => {
                void model.reload();
              }}
            >
              {say('pane.retry')}
            </Button>
          }
        >
          {sentence(failure, language)}
        </Bar>
      )}
      {shown.map((problem, index) => (
        <Bar key={index} intent="error" actions={close}>
          {sentence(problem, language)}
        </Bar>
      ))}
    </>
  );
}

function isSame(a: Problem, b: Problem | undefined): boolean {
  return b !== undefined && JSON.stringify(a) === JSON.stringify(b);
}
