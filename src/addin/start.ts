import { z } from 'zod';
import { associateCommands } from '../commands/commands';
import { connectFormulas } from '../functions/connectFormulas';
import { createSession, languageOf } from './session';

/** Starts session, formulas and commands; the pane's interface comes last. */
export function start(): void {
  // The page forbids code made from text.
  z.config({ jitless: true });
  const session = createSession(languageOf(Office.context.displayLanguage));
  connectFormulas(session);
  associateCommands(session, async (screen) => {
    const { showScreen } = await import('../taskpane');
    showScreen(screen);
    await Office.addin.showAsTaskpane();
  });
  const root = document.getElementById('pane');
  if (root === null) return;
  void import('../taskpane').then(({ renderPane }) => {
    renderPane(root, session);
  });
}
