import { createContext, useContext, useSyncExternalStore } from 'react';
import { t, type TextKey } from '../../i18n';
import type { PaneModel } from './paneModel';
import type { PaneState } from './paneState';

export const PaneContext = createContext<PaneModel | undefined>(undefined);

/** The pane's model and what it shows now. */
export function usePane(): { readonly model: PaneModel; readonly state: PaneState } {
  const model = useContext(PaneContext);
  if (model === undefined) throw new Error('a part of the pane stands outside of it');
  return { model, state: useSyncExternalStore(model.subscribe, model.snapshot) };
}

export type Say = (key: TextKey, params?: Readonly<Record<string, string | number>>) => string;

/** Texts in the language of the pane. */
export function useSay(): Say {
  const { language } = usePane().state;
  return (key, params) => t(language, key, params);
}
