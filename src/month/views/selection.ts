import { parseMonth, type MonthKey } from '../../facts/date';
import type { Problem } from '../../facts/problem';
import { parseAddress } from '../../workbook/address';
import type { Grid } from '../../workbook/grid';
import type { FormulaCell } from '../../workbook/port';
import { findSubjects } from '../live/answer';
import type { MonthReport, SubjectMonth } from '../report';
import { questionInCell } from './formulaCell';

/**
 * What a selected cell asks to be explained.
 * `subject`: as a formula of ours names it; month and rulebook as far as it names them.
 * `row`: texts of the cell and of its row, in the order in which they are to be looked up.
 * `problem`: a formula of ours that cannot be read.
 */
export type Asked =
  | {
      readonly kind: 'subject';
      readonly subject: string;
      readonly month: MonthKey | undefined;
      readonly rulebook: string | undefined;
      readonly clause: string | undefined;
    }
  | {
      readonly kind: 'row';
      readonly texts: readonly string[];
      readonly month: MonthKey | undefined;
      /** The source row itself, where the sheet is no tab of ours. */
      readonly source: { readonly sheet: string; readonly row: number } | undefined;
    }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Cells of a row that are looked at for a name. */
const WIDTH = 40;

/** Undefined where the cell says nothing about anybody. */
export function askedBy(cell: FormulaCell, grids: readonly Grid[]): Asked | undefined {
  const asked = questionInCell(cell, grids);
  if (asked !== undefined) {
    if (!asked.ok) return { kind: 'problem', problem: asked.problem };
    const { subject, month, rulebook, clause } = asked.question;
    return subject === undefined ? undefined : { kind: 'subject', subject, month, rulebook, clause };
  }
  const grid = grids.find(({ sheet }) => sheet === cell.sheet);
  const place = parseAddress(cell.address.split(':')[0] ?? '');
  if (grid === undefined || place === undefined) return undefined;
  const row = grid.rows[place.row] ?? [];
  const texts = [row[place.column], ...row.slice(0, WIDTH)].flatMap((value) =>
    typeof value === 'string' && value.trim() !== '' ? [value] : [],
  );
  if (texts.length === 0) return undefined;
  return {
    kind: 'row',
    texts,
    month: monthOfTab(grid),
    source: grid.madeBy === undefined ? { sheet: grid.sheet, row: place.row + 1 } : undefined,
  };
}

/** The month that a tab of ours is about. */
function monthOfTab({ madeBy }: Grid): MonthKey | undefined {
  const period = madeBy?.split(':')[1];
  return period !== undefined && /^\d{4}-\d{2}$/.test(period) ? parseMonth(period) : undefined;
}

/**
 * The subjects of the report that the cell is about: one, several of one name, or none. Of a row the cell itself
 * comes first, and an id of the row tells apart two people of one name.
 */
export function subjectsAsked(asked: Asked | undefined, report: MonthReport): readonly SubjectMonth[] {
  if (asked === undefined || asked.kind === 'problem') return [];
  if (asked.kind === 'subject') return findSubjects(asked.subject, report.subjects);
  const found = asked.texts
    .map((text) => findSubjects(text, report.subjects))
    .filter(({ length }) => length > 0);
  const [first] = found;
  if (first === undefined) return [];
  if (first.length === 1) return first;
  const told = found.find((list) => list.length === 1 && first.includes(list[0]!));
  return told ?? first;
}
