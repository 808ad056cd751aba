import { NumberKind, type CellValue, type Grid } from '../../../../src/workbook/grid';
import type { PlanCell, PlanRow, SheetPlan } from '../../../../src/workbook/sheetPlan';
import { STYLES } from '../../../../src/workbook/styles';

/** A tab that a person edits: rows of values with their kinds, as a spreadsheet program keeps them. */
export interface EditedTab {
  rows: { value: CellValue; kind: number }[][];
}

const kindOf = (cell: PlanCell): number => {
  const format: string | undefined =
    'format' in STYLES[cell.style] ? (STYLES[cell.style] as { format: string }).format : undefined;
  if (format === '@') return NumberKind.Text;
  return format?.includes('yyyy') === true ? NumberKind.Date : NumberKind.General;
};

/** The tab as it is right after the plan was written. */
export function written(plan: SheetPlan): EditedTab {
  return {
    rows: plan.rows.map((row) =>
      Array.from(row.cells, (cell) =>
        cell === null
          ? { value: null, kind: 0 }
          : { value: cell.value === '' ? null : cell.value, kind: kindOf(cell) },
      ),
    ),
  };
}

/** What a reader of the tab gets. */
export function gridOf(tab: EditedTab, plan: Pick<SheetPlan, 'id' | 'name'>): Grid {
  return {
    sheet: plan.name,
    visibility: 'visible',
    rows: tab.rows.map((row) => Array.from(row, (cell) => cell?.value ?? null)),
    columnCount: tab.rows.reduce((most, row) => Math.max(most, row.length), 0),
    merges: [],
    kinds: tab.rows.map((row) => Uint8Array.from(row, (cell) => cell?.kind ?? 0)),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    date1904: false,
    madeBy: plan.id,
  };
}

export function type(tab: EditedTab, row: number, column: number, value: CellValue, kind = 0): void {
  while (tab.rows.length <= row) tab.rows.push([]);
  const cells = tab.rows[row]!;
  while (cells.length <= column) cells.push({ value: null, kind: 0 });
  cells[column] = { value, kind };
}

/** 0-based row and column of the first cell that holds a text. */
export function find(tab: EditedTab, value: CellValue): { readonly row: number; readonly column: number } {
  for (const [row, cells] of tab.rows.entries()) {
    const column = cells.findIndex((cell) => cell?.value === value);
    if (column >= 0) return { row, column };
  }
  throw new Error(`no cell ${JSON.stringify(value)}`);
}

export interface SmallRecord {
  readonly id: string;
  readonly name: string;
  readonly points: number;
}

export interface SmallOptions {
  readonly language?: 'zh' | 'en';
  /** A made column that is there only in some months. */
  readonly fine?: boolean;
  readonly notes?: readonly string[];
  readonly keep?: 'entered';
}

const text = (value: string, style: PlanCell['style'] = 'text'): PlanCell => ({ value, style });

/** A list with a title block, two hand columns, notes, a signature line and a chart. */
export function smallPlan(records: readonly SmallRecord[], options: SmallOptions = {}): SheetPlan {
  const { language = 'zh', fine = false, notes = ['数字不是最终结果。'], keep } = options;
  const word = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const columns = [
    { key: 'name', zh: '姓名', en: 'Name', hand: false },
    { key: 'points', zh: '分值', en: 'Points', hand: false },
    ...(fine ? [{ key: 'fine', zh: '罚款', en: 'Fine', hand: false }] : []),
    { key: 'state', zh: '状态', en: 'State', hand: false },
    { key: 'note', zh: '备注', en: 'Notes', hand: true },
    { key: 'confirm', zh: '员工确认', en: 'Confirmed', hand: true },
    { key: 'id', zh: '编号', en: 'No.', hand: false },
  ];
  const cells = (record: SmallRecord): PlanCell[] =>
    columns.map(({ key }): PlanCell => {
      if (key === 'name') return text(record.name);
      if (key === 'points') return { value: record.points, style: 'integer' };
      if (key === 'fine') return { value: record.points * 10, style: 'integer' };
      if (key === 'state') return text(word('完整', 'complete'));
      if (key === 'id') return text(record.id);
      return text('', 'hand');
    });
  const last = columns.length - 1;
  const lastRow = 2 + records.length;
  const below: PlanRow[] = [
    ...notes.map((note, index) => ({ id: `note:${index}`, cells: [text(note, 'subtitle')] })),
    {
      id: 'signatures',
      cells: [
        text(word('制表人：', 'Prepared by:'), 'signature'),
        null,
        text(word('审核人：', 'Checked by:'), 'signature'),
      ],
    },
  ];
  const chartTop = lastRow + below.length + 2;
  return {
    id: 'small:2026-10',
    name: word('绩效', 'Performance'),
    columns: columns.map(() => ({ width: 10 })),
    rows: [
      { cells: [text(word('2026年10月绩效', 'Performance 2026-10'), 'title')] },
      { cells: [text(word('规程：某规程', 'Rulebook'), 'subtitle')] },
      { cells: columns.map(({ zh, en }) => text(word(zh, en), 'header')) },
      ...records.map((record) => ({ id: record.id, height: 20, cells: cells(record) })),
      ...below,
    ],
    merges: [{ top: 0, left: 0, bottom: 0, right: last }],
    freeze: { rows: 3, columns: 1 },
    filter: { top: 2, left: 0, bottom: Math.max(2, lastRow), right: last },
    validations:
      records.length === 0
        ? []
        : [{ range: { top: 3, left: 4, bottom: lastRow, right: 4 }, list: ['a', 'b'] }],
    charts: [
      {
        type: 'column',
        title: word('分值', 'Points'),
        categories: { top: 3, bottom: Math.max(3, lastRow), left: 0, right: 0 },
        series: [{ name: 'x', values: { top: 3, bottom: Math.max(3, lastRow), left: 1, right: 1 } }],
        anchor: { top: chartTop, left: 0, bottom: chartTop + 10, right: 5 },
      },
    ],
    print: {
      orientation: 'landscape',
      titleRows: { first: 0, last: 2 },
      fitToWidth: true,
      footer: '第 &P 页 共 &N 页',
    },
    table: {
      headerRow: 2,
      firstRow: 3,
      lastRow,
      idColumn: last,
      columns: columns.map(({ key, zh, en, hand }, column) => ({ key, column, hand, names: [zh, en] })),
      withdrawn: {
        column: columns.findIndex(({ key }) => key === 'state'),
        text: word('已撤销', 'withdrawn'),
      },
      ...(keep && { keep }),
    },
  };
}

/** The value of a record's cell by header, in a plan. */
export function planned(plan: SheetPlan, id: string, header: string): PlanCell['value'] | undefined {
  const { table } = plan;
  const column = plan.rows[table!.headerRow]!.cells.findIndex((cell) => cell?.value === header);
  const row = plan.rows.find(
    (candidate) => candidate.id === id && candidate.cells[table!.idColumn]?.value === id,
  );
  return row?.cells[column]?.value;
}

export const allValues = (plan: SheetPlan): PlanCell['value'][] =>
  plan.rows.flatMap((row) => row.cells.map((cell) => cell?.value ?? null));
