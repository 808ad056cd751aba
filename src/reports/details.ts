import { serialOfDay } from '../facts/date';
import { formatDecimal, PERCENT_SCALE, POINT_SCALE, YUAN_SCALE } from '../facts/decimal';
import { t, type Language, type TextKey } from '../i18n';
import type { Clause } from '../rulebook/clause';
import type { Entry } from '../scoring/entry';
import type { SheetPlan } from '../workbook/sheetPlan';
import { cellNumber, numberStyle, placesOf, signedStyle } from './amounts';
import { compareEntries, entryIds, howText } from './entries';
import { cell, listPlan, nameWidth, textCell, type ListColumn } from './layout';
import type { ReportInput, ReportSubject } from './subjects';

interface DetailRow {
  readonly subject: ReportSubject;
  readonly entry: Entry;
  readonly id: string;
  readonly clause: Clause | undefined;
}

/** 扣分明细: every entry with its record's sheet and row, its clause and its arithmetic in words. */
export function detailsPlan(input: ReportInput, language: Language): SheetPlan {
  const clauses = new Map(input.rulebook.clauses.map((clause) => [clause.id, clause]));
  const pairs = input.subjects
    .flatMap((subject) => subject.card.entries.map((entry) => ({ subject, entry })))
    .filter(({ entry }) => entry.charged || entry.origin === 'record')
    .sort(
      (a, b) =>
        compare(a.subject.name, b.subject.name) ||
        compare(a.subject.key, b.subject.key) ||
        compareEntries(a.entry, b.entry),
    );
  const ids = entryIds(pairs);
  const rows = pairs.map((pair, index) => {
    const id = ids[index] ?? '';
    return { id, row: { ...pair, id, clause: clauses.get(pair.entry.clause) } };
  });
  return listPlan(
    input,
    language,
    'tab.details',
    'details',
    detailColumns(
      input,
      rows.map(({ row }) => row),
      language,
    ),
    rows,
    {
      frozenColumns: 2,
      notes: [],
      withdrawnIn: 'type',
    },
  );
}

function detailColumns(
  input: ReportInput,
  rows: readonly DetailRow[],
  language: Language,
): ListColumn<DetailRow>[] {
  const signed = (entry: Entry): number => entry.added + entry.bonus - entry.deducted;
  const places = placesOf(
    rows.map(({ entry }) => signed(entry)),
    POINT_SCALE,
  );
  const yuan = numberStyle(
    placesOf(
      rows.map(({ entry }) => entry.fine),
      YUAN_SCALE,
    ),
  );
  const percent = numberStyle(
    placesOf(
      rows.map(({ entry }) => entry.pct),
      PERCENT_SCALE,
    ),
  );
  const hasMoney = rows.some(({ entry }) => entry.fine !== 0);
  const hasPay = rows.some(({ entry }) => entry.pct !== 0);
  const separator = t(language, 'list.separator');
  return [
    {
      key: 'date',
      header: 'col.date',
      width: 11,
      cell: ({ entry }) => cell(serialOfDay(entry.date), 'date'),
    },
    {
      key: 'name',
      header: input.rulebook.subject === 'agent' ? 'col.name' : 'col.subject',
      width: nameWidth(input.subjects.map(({ name }) => name)),
      cell: ({ subject }) => textCell(subject.name, 'textWrapCenter'),
    },
    ...(input.subjects.some((subject) => subject.id !== undefined)
      ? [
          {
            key: 'employeeId',
            header: 'col.employeeId' as const,
            width: 11,
            cell: ({ subject }: DetailRow) => textCell(subject.id, 'textCenter'),
          },
        ]
      : []),
    {
      key: 'clause',
      header: 'col.clause',
      width: 9,
      cell: ({ entry }) => textCell(entry.clause, 'textCenter'),
    },
    {
      key: 'title',
      header: 'col.title',
      width: 20,
      cell: ({ clause }) => textCell(clause?.title[language], 'textWrap'),
    },
    {
      key: 'type',
      header: 'col.type',
      width: 8,
      cell: ({ entry }) => textCell(t(language, typeOf(entry)), 'textCenter'),
    },
    {
      key: 'units',
      header: 'col.units',
      width: 7,
      cell: ({ entry }) => cell(entry.charged ? Number(formatDecimal(entry.units)) : 0, 'decimal'),
    },
    {
      key: 'points',
      header: 'col.points',
      width: 8,
      cell: ({ entry }) => {
        const value = signed(entry);
        return cell(cellNumber(value, POINT_SCALE), signedStyle(value, places));
      },
    },
    ...(hasMoney
      ? [
          {
            key: 'fine',
            header: 'col.fine' as const,
            width: 12,
            cell: ({ entry }: DetailRow) => cell(cellNumber(entry.fine, YUAN_SCALE), yuan),
          },
        ]
      : []),
    ...(hasPay
      ? [
          {
            key: 'pct',
            header: 'col.pct' as const,
            width: 9,
            cell: ({ entry }: DetailRow) => cell(cellNumber(-entry.pct, PERCENT_SCALE), percent),
          },
        ]
      : []),
    {
      key: 'discipline',
      header: 'col.discipline',
      width: 18,
      cell: ({ entry }) =>
        textCell(
          [...entry.discipline, ...entry.obligations, ...entry.liability].join(separator),
          'textWrapCenter',
        ),
    },
    {
      key: 'how',
      header: 'col.how',
      width: 40,
      cell: (row) => textCell(howText(row.entry, row.clause, language), 'textWrap'),
    },
    {
      key: 'sheet',
      header: 'col.sheet',
      width: 14,
      cell: ({ entry }) => textCell(entry.source?.sheet, 'textWrap'),
    },
    {
      key: 'row',
      header: 'col.row',
      width: 6,
      cell: ({ entry }) =>
        entry.source === undefined
          ? cell('', 'text')
          : cell(entry.source.row, 'integerCenter', {
              sheet: entry.source.sheet,
              address: `${entry.source.column ?? 'A'}${entry.source.row}`,
            }),
    },
    { key: 'note', header: 'col.note', width: 16, hand: true, cell: () => cell('', 'hand') },
    { key: 'id', header: 'col.id', width: 11, cell: ({ id }) => textCell(id, 'textCenter') },
  ];
}

function typeOf(entry: Entry): TextKey {
  if (!entry.charged) return 'type.notCharged';
  if (entry.origin === 'joint') return 'type.joint';
  if (entry.bonus > 0) return 'type.bonus';
  if (entry.added > 0) return 'type.addition';
  if (entry.deducted > 0 || entry.fine > 0 || entry.pct > 0) return 'type.deduction';
  return entry.discipline.length > 0 ? 'type.sanction' : 'type.recorded';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
