import { associateFunctions } from '../functions';

// Formulas may be waiting: they get their answers once the rest has loaded.
associateFunctions();

void Office.onReady(async () => {
  const { start } = await import('./start');
  start();
});
