import type {
  PlanChart,
  PlanColumn,
  PlanConditionalFormat,
  PlanRange,
  PlanValidation,
  PrintSetup,
  SheetPlan,
} from './sheetPlan';
import { STYLES, type CellStyle } from './styles';

/** A worksheet ready to be written: a plan or a literal sheet with its styles and links resolved. */
export interface SheetDraft {
  /** The name the tab really gets. */
  readonly name: string;
  readonly columns: readonly PlanColumn[];
  readonly rows: readonly (DraftRow | undefined)[];
  readonly merges: readonly PlanRange[];
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly filter?: PlanRange;
  readonly validations: readonly PlanValidation[];
  readonly conditionalFormats: readonly PlanConditionalFormat[];
  readonly charts: readonly PlanChart[];
  readonly print?: PrintSetup;
  /** Set when the tab is marked as made from a plan. */
  readonly planId?: string;
  readonly visibility?: 'visible' | 'hidden' | 'veryHidden';
}

export interface DraftRow {
  readonly height?: number;
  readonly hidden?: boolean;
  readonly cells: readonly (DraftCell | null | undefined)[];
}

export interface DraftCell {
  readonly value: string | number | boolean | null;
  readonly style: CellStyle;
  /** Without `=`; `value` is its saved result. Plans have none. */
  readonly formula?: string;
  readonly error?: string;
  readonly link?: { readonly sheet: string; readonly address: string };
}

/** `sheetOf` gives the name of the tab a link means. */
export function draftOfPlan(
  plan: SheetPlan,
  name: string,
  sheetOf: (link: { readonly sheet: string; readonly plan?: string }) => string,
): SheetDraft {
  return {
    name,
    planId: plan.id,
    columns: plan.columns,
    rows: plan.rows.map(({ height, cells }) => ({
      ...(height !== undefined && { height }),
      cells: cells.map(
        (cell) =>
          cell && {
            value: cell.value,
            style: STYLES[cell.style],
            ...(cell.link && { link: { sheet: sheetOf(cell.link), address: cell.link.address } }),
          },
      ),
    })),
    merges: plan.merges ?? [],
    validations: plan.validations ?? [],
    conditionalFormats: plan.conditionalFormats ?? [],
    charts: plan.charts ?? [],
    print: plan.print,
    ...(plan.freeze && { freeze: plan.freeze }),
    ...(plan.filter && { filter: plan.filter }),
  };
}

/** Number of columns that hold a cell or have a width. */
export function draftColumnCount(draft: SheetDraft): number {
  return draft.rows.reduce((most, row) => Math.max(most, row?.cells.length ?? 0), draft.columns.length);
}
