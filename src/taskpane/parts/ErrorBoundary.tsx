import { Component, type ReactNode } from 'react';
import { sentence, type Language } from '../../i18n';
import { problemOf } from '../state/paneModel';
import { Bar } from './Problems';

interface Props {
  readonly language: Language;
  readonly children: ReactNode;
}

/** A screen that fails says so; the others stay. */
export class ErrorBoundary extends Component<Props, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return <Bar intent="error">{sentence(problemOf(error), this.props.language)}</Bar>;
  }
}
