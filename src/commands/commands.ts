import { problemOf } from '../month/problemOf';
import type { MonthSession } from '../month/live/session';

/** The ribbon's buttons by the names that the manifest gives them. */
export const COMMANDS = ['buildMonth', 'refreshAll', 'explainCell'] as const;

/**
 * Connects the ribbon. Buttons work with the pane closed; what went wrong, and what a button shows, is left for the
 * pane, which then opens.
 */
export function associateCommands(session: MonthSession, openPane: (screen: string) => Promise<void>): void {
  const command = (name: (typeof COMMANDS)[number], work: () => Promise<string | undefined>): void => {
    const run = async (event: Office.AddinCommands.Event): Promise<void> => {
      try {
        const screen = await work();
        if (screen !== undefined) await openPane(screen);
      } catch (error) {
        session.notify(problemOf(error));
        await openPane('month');
      } finally {
        event.completed();
      }
    };
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => void run(event));
  };
  command('buildMonth', async () => {
    await session.start();
    if (session.rulebook === undefined) return 'month';
    const { outcome } = await session.build();
    return outcome === 'cancelled' ? undefined : 'month';
  });
  command('refreshAll', async () => {
    await session.start();
    await session.reload();
    return undefined;
  });
  command('explainCell', async () => {
    await session.start();
    return 'explain';
  });
}
