import { createRoot } from 'react-dom/client';
import type { MonthSession } from '../month/live/session';
import { App } from './App';
import { rememberedLanguage } from './state/language';
import { PaneModel } from './state/paneModel';
import { isScreen, type Screen } from './state/paneState';

let wanted: Screen = 'month';
let shown: PaneModel | undefined;

/** Shows a screen of the pane by its name, also before the pane is rendered. Names that are none change nothing. */
export function showScreen(screen: string): void {
  if (!isScreen(screen)) return;
  wanted = screen;
  shown?.show(screen);
}

/** Renders the pane. */
export function renderPane(root: HTMLElement, session: MonthSession): void {
  const model = new PaneModel(session, wanted);
  shown = model;
  document.body.style.margin = '0';
  createRoot(root).render(<App model={model} />);
  const language = rememberedLanguage();
  if (language !== undefined && language !== session.language) void model.setLanguage(language);
}
