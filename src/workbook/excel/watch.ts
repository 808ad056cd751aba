import type { WorkbookChange } from '../port';
import { inExcel } from './failures';

type Handler = OfficeExtension.EventHandlerResult<unknown>;

/**
 * Reports every change of the workbook, also those of other people. Handlers die with the add-in; call it again when
 * the add-in starts.
 */
export async function watchWorkbook(
  listener: (change: WorkbookChange) => void,
  hasNameEvents: boolean,
): Promise<() => Promise<void>> {
  const handlers: Handler[] = [];
  const report = (change: WorkbookChange): Promise<void> => {
    listener(change);
    return Promise.resolve();
  };
  await inExcel(async (context) => {
    const { worksheets } = context.workbook;
    handlers.push(
      worksheets.onChanged.add(({ worksheetId }) => report({ kind: 'cells', sheet: worksheetId })),
      worksheets.onCalculated.add(({ worksheetId }) => report({ kind: 'calculated', sheet: worksheetId })),
      worksheets.onAdded.add(() => report({ kind: 'sheets' })),
      worksheets.onDeleted.add(() => report({ kind: 'sheets' })),
      worksheets.onSelectionChanged.add(({ worksheetId, address }) =>
        report({ kind: 'selection', sheet: worksheetId, address }),
      ),
    );
    if (hasNameEvents) {
      handlers.push(worksheets.onNameChanged.add(() => report({ kind: 'sheets' })));
    }
    await context.sync();
  });
  return async () => {
    const [first] = handlers;
    if (first === undefined) return;
    await Excel.run(first.context, async (context) => {
      for (const handler of handlers.splice(0)) handler.remove();
      await context.sync();
    });
  };
}
