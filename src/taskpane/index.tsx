import { createRoot } from 'react-dom/client';
import type { MonthSession } from '../month/live/session';

/** Shows a screen of the pane by its name, also before the pane is rendered. */
export function showScreen(screen: string): void {
  wanted = screen;
}

let wanted = 'month';

/** Renders the pane. */
export function renderPane(root: HTMLElement, session: MonthSession): void {
  createRoot(root).render(<p>{`${wanted} ${session.phase}`}</p>);
}
