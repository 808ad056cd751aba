import { sentence, type Language } from '../../i18n';
import { wordingKey, type SheetReading } from '../../intake';
import type { Rulebook } from '../../rulebook/rulebook';
import type { Grid } from '../../workbook/grid';
import type { MonthReport, SetAside } from '../report';

/** A row that a person can settle from the pane: by choosing a clause, or by saying who is meant. */
export interface WaitingRow {
  readonly key: string;
  readonly sheet: string;
  readonly row: number;
  readonly asks: 'clause' | 'person';
  readonly sentence: string;
  /** Why the reader did not decide by itself. */
  readonly why: string | undefined;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  /** The wording whose choice is remembered for every row that says the same; absent where there is none. */
  readonly wording?: string | undefined;
}

const CLAUSE_CODES: ReadonlySet<string> = new Set(['CLAUSE_UNCERTAIN', 'CLAUSE_UNMATCHED']);
const PERSON_CODES: ReadonlySet<string> = new Set(['PERSON_AMBIGUOUS', 'PERSON_UNKNOWN', 'PERSON_CONFLICT']);

/** Rows set aside that wait for a choice. */
export function waitingRows(report: MonthReport, grids: readonly Grid[], language: Language): WaitingRow[] {
  const seen = new Map<string, number>();
  return report.setAside.flatMap((row): WaitingRow[] => {
    const asks = CLAUSE_CODES.has(row.code) ? 'clause' : PERSON_CODES.has(row.code) ? 'person' : undefined;
    if (asks === undefined || row.row === 0) return [];
    const why = row.params.why;
    const place = `${row.sheet}!${row.row}|${row.code}`;
    const before = seen.get(place) ?? 0;
    seen.set(place, before + 1);
    return [
      {
        key: `${place}|${before}`,
        sheet: row.sheet,
        row: row.row,
        asks,
        sentence: sentence(row, language),
        why: typeof why === 'string' ? sentence(reasonOf(why, row), language) : undefined,
        choices:
          asks === 'clause'
            ? row.suggestions.map((id) => ({ id, label: clauseLabel(id, report.rulebook, language) }))
            : row.suggestions.map((id) => ({ id, label: personLabel(id, report) })),
        wording: asks === 'clause' ? wordingOf(row, report, grids) : undefined,
      },
    ];
  });
}

/** The reasons of a match name a clause that the suggestions show already. */
function reasonOf(code: string, row: SetAside): { code: string; params: Record<string, string> } {
  const [clause = ''] = row.suggestions;
  return { code, params: { clause, stated: '—', codes: '—', code: '—', shift: '—', score: '—' } };
}

export function clauseLabel(id: string, rulebook: Rulebook, language: Language): string {
  const clause = rulebook.clauses.find((candidate) => candidate.id === id);
  return clause === undefined ? id : `${id} ${clause.title[language]}`;
}

function personLabel(key: string, report: MonthReport): string {
  const subject = report.subjects.find((candidate) => candidate.key === key);
  return subject?.team === undefined ? key : `${key} · ${subject.team}`;
}

/** Texts of set aside rows are cut to this length. */
const CUT = 60;

/** The whole cell that the row's text came from, where the row says one thing only. */
function wordingOf(row: SetAside, report: MonthReport, grids: readonly Grid[]): string | undefined {
  const said = row.params.text;
  const sheet = report.reading.sheets.find(({ name }) => name === row.sheet);
  const cells = grids.find((grid) => grid.sheet === row.sheet)?.rows[row.row - 1];
  if (typeof said !== 'string' || said === '' || sheet === undefined || cells === undefined) return undefined;
  const start = wordingKey(said);
  if (start === '') return undefined;
  for (const { index } of violationColumns(sheet)) {
    const cell = cells[index];
    if (typeof cell !== 'string') continue;
    const key = wordingKey(cell);
    if (key === start || (said.length >= CUT && key.startsWith(start))) return cell;
  }
  return undefined;
}

const violationColumns = ({ columns }: SheetReading): SheetReading['columns'] =>
  columns.filter(({ field }) => field === 'violation' || field === 'trigger' || field === 'clause');
