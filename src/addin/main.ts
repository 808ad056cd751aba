import { z } from 'zod';
import { associateCommands } from '../commands/commands';
import { associateFunctions, connectFormulas } from '../functions';
import { createSession, languageOf } from './session';

// The page forbids code made from text.
z.config({ jitless: true });

associateFunctions();

void Office.onReady(async () => {
  const session = createSession(languageOf(Office.context.displayLanguage));
  connectFormulas(session);
  associateCommands(session, async (screen) => {
    const { showScreen } = await import('../taskpane');
    showScreen(screen);
    await Office.addin.showAsTaskpane();
  });
  const root = document.getElementById('pane');
  if (root === null) return;
  const { renderPane } = await import('../taskpane');
  renderPane(root, session);
});
