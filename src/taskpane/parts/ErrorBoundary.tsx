import { Component, type ReactNode } from 'react';
import { sentence, type Language } from '../../i18n';
import { problemOf } from '../../month/problemOf';
import { Bar } from './Problems';

interface Props {
  readonly language: Language;
  /** What is shown was read at; a failed screen is tried again when it changes. */
  readonly version: number;
  readonly children: ReactNode;
}

interface State {
  readonly error: unknown;
  readonly version: number;
}

/** A screen that fails says so; the others stay. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined, version: this.props.version };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps({ version }: Props, state: State): Partial<State> | null {
    return version === state.version ? null : { version, error: undefined };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return <Bar intent="error">{sentence(problemOf(error), this.props.language)}</Bar>;
  }
}
