/** What a command says and with which code it ends: 0 done, 1 findings or refused, 2 not understood. */
export interface Output {
  readonly exit: 0 | 1 | 2;
  /** For people, on standard output. */
  readonly text?: string;
  /** One document for programs, with `--json`. */
  readonly json?: unknown;
}

/** A table of plain text whose columns line up; CJK characters count twice. */
export function textTable(
  rows: readonly (readonly string[])[],
  rightAligned: readonly number[] = [],
): string {
  const widths = (rows[0] ?? []).map((_cell, column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))),
  );
  return rows
    .map((row) =>
      row
        .map((text, column) => {
          const fill = ' '.repeat((widths[column] ?? 0) - displayWidth(text));
          return rightAligned.includes(column) ? fill + text : text + fill;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

function displayWidth(text: string): number {
  return [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);
}
