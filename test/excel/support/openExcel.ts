import { readFileSync } from 'node:fs';
import {
  ExcelHost,
  type FunctionsMetadata,
  type HostLimits,
  type HostStats,
} from '../../../src/workbench/host';
import { applyFileLook } from '../../../src/workbench/page/file/look';
import { parseBlock } from '../../../src/workbench/model/address';
import { fromLiteral, fromXlsx, type LiteralWorkbook } from '../../../src/workbench/model/load';
import type { WorkbookModel } from '../../../src/workbench/model/workbook';
import { excelSchema } from '../../../scripts/workbench/schema';
import { clientLibrary } from './clientLibrary';

export interface OpenOptions {
  /** An .xlsx: its bytes or where it lies. */
  readonly xlsx?: Uint8Array | string;
  /** Sheets as rows of entries (formulas begin with `=`). Left out as well: one empty sheet. */
  readonly sheets?: LiteralWorkbook;
  readonly requirementSets?: Readonly<Record<string, string>>;
  readonly functionsMetadata?: FunctionsMetadata;
  readonly limits?: HostLimits;
  /** Serial number of the present moment, for TODAY and NOW. */
  readonly now?: () => number;
}

export interface OpenedExcel {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly host: ExcelHost;
  readonly workbook: WorkbookModel;
  readonly stats: HostStats;
  readonly faults: ExcelHost['faults'];
  /** `Excel.run`. */
  run<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
  /** A person types into a cell (`B2`). */
  edit(sheet: string, address: string, input: string | number | boolean): void;
  /** Values of a range straight from the workbook; empty cells are null, errors `{error}`. */
  values(sheet: string, address: string): unknown[][];
  /** Associates functions with their ids and tells the host that the client takes calls. */
  associate(functions: Readonly<Record<string, (...args: never[]) => unknown>>): void;
  /** Waits until messages, handlers and answers that are on their way have arrived. */
  settled(): Promise<void>;
  dispose(): void;
}

/**
 * Opens a workbook in an emulated Excel and puts it behind the unmodified client library. One is open at a time:
 * opening another closes it.
 */
export function openExcel(options: OpenOptions = {}): OpenedExcel {
  const workbook = workbookOf(options);
  const host = new ExcelHost({
    schema: excelSchema(),
    workbook,
    ...(options.requirementSets && { requirementSets: options.requirementSets }),
    ...(options.functionsMetadata && { functions: options.functionsMetadata }),
    ...(options.limits && { limits: options.limits }),
    ...(options.now && { now: options.now }),
  });
  // Formulas of a file keep their saved results until what they read changes.
  if (options.xlsx !== undefined) for (const sheet of workbook.sheets) workbook.engine.adopt(sheet);
  const library = clientLibrary();
  const disconnect = library.connect(host);
  return {
    Excel: library.Excel,
    Office: library.Office,
    OfficeExtension: library.OfficeExtension,
    host,
    workbook,
    stats: host.stats,
    faults: host.faults,
    run: (work) => library.Excel.run(work),
    edit(sheet, address, input) {
      const block = blockOf(address);
      host.userEdit(sheet, block.top, block.left, input);
    },
    values(sheet, address) {
      const block = blockOf(address);
      const found = workbook.sheet(sheet);
      if (!found) throw new Error(`no sheet ${sheet}`);
      workbook.engine.calculate();
      const rows: unknown[][] = [];
      for (let row = block.top; row <= block.bottom; row++) {
        const line: unknown[] = [];
        for (let column = block.left; column <= block.right; column++) line.push(found.value(row, column));
        rows.push(line);
      }
      return rows;
    },
    associate(functions) {
      for (const [id, implementation] of Object.entries(functions)) {
        library.CustomFunctions.associate(id, implementation as (...args: unknown[]) => unknown);
      }
      host.functions.ready();
    },
    settled: async () => {
      for (let i = 0; i < 8; i++) await new Promise((resolve) => setImmediate(resolve));
    },
    dispose: disconnect,
  };
}

function workbookOf({ xlsx, sheets }: OpenOptions): WorkbookModel {
  if (xlsx !== undefined) {
    const bytes = typeof xlsx === 'string' ? readFileSync(xlsx) : xlsx;
    const workbook = fromXlsx(bytes);
    applyFileLook(workbook, bytes);
    return workbook;
  }
  return fromLiteral(sheets ?? { Sheet1: [] });
}

function blockOf(address: string): NonNullable<ReturnType<typeof parseBlock>> {
  const block = parseBlock(address);
  if (!block) throw new Error(`no address: ${address}`);
  return block;
}
