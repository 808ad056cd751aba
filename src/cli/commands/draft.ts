import { ProblemError } from '../../facts/problem';
import { draftRegulation, type DraftClause, type Question } from '../../draft';
import { rulebookOf } from '../../draft/rulebook';
import { t, type Language, type TextKey } from '../../i18n';
import { regulationText } from '../../draft/regulationText';
import { readBytes, writeWhole } from '../files';
import { UsageError, type Options } from '../options';
import type { Output } from '../output';

/** Reads a regulation (.txt or .docx) into clauses; with `--rulebook` also writes the draft rulebook. */
export function draftCommand({ targets, language, rulebook: out }: Options): Output {
  const [file] = targets;
  if (file === undefined || targets.length > 1) throw new UsageError(language);
  const text = regulationText(file, readBytes(file));
  const draft = draftRegulation(text);
  const lines: string[] = [];
  if (out !== undefined) {
    const rulebook = rulebookOf(draft, ({ questions }) =>
      questions.map((question) => ({ zh: ask(question, 'zh'), en: ask(question, 'en') })),
    );
    if (rulebook === undefined) throw new ProblemError('DRAFT_EMPTY', { file });
    writeWhole(out, new TextEncoder().encode(`${JSON.stringify(rulebook, null, 2)}\n`));
    lines.push(t(language, 'draft.written', { file: out, clauses: rulebook.clauses.length }));
  }
  const shown = (clause: DraftClause): object => ({
    ...clause,
    questions: clause.questions.map((question) => ({ code: question.code, text: ask(question, language) })),
  });
  return {
    exit: 0,
    json: {
      title: draft.title,
      base: draft.base,
      clauses: draft.clauses.map(shown),
      consequences: draft.consequences.map(shown),
      unread: draft.unread,
    },
    text: [
      ...draft.clauses.map((clause) => clauseLine(clause, language)),
      ...draft.unread
        .filter(({ reason }) => reason === 'unclear_amount' || reason === 'flattened_table')
        .map(
          ({ start, end, reason }) =>
            `? ${t(language, `draft.reason.${reason}`)}: ${oneLine(text.slice(start, end))}`,
        ),
      t(language, 'draft.summary', {
        clauses: draft.clauses.length,
        consequences: draft.consequences.length,
        questions: draft.clauses.reduce((sum, clause) => sum + clause.questions.length, 0),
        unread: draft.unread.length,
      }),
      ...lines,
    ].join('\n'),
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const ask = (question: Question, language: Language): string =>
  t(language, `draft.${question.code}` as TextKey, question.params ?? {});

function clauseLine(clause: DraftClause, language: Language): string {
  const sign = clause.direction === 'bonus' ? '+' : clause.direction === 'deduct' ? '-' : '=';
  const amount = (value: DraftClause['points'], unit: string): string[] =>
    value === null ? [] : [`${sign}${[value].flat().join('~')}${unit}`];
  const amounts = [
    ...amount(clause.points, '分'),
    ...amount(clause.money, '元'),
    ...amount(clause.percent, '%'),
  ];
  const shown =
    amounts.length > 0
      ? amounts.join(' ')
      : clause.multiplier === null
        ? (clause.consequence ?? '?')
        : `×${clause.multiplier}`;
  const per = clause.unit === null ? '' : `/${clause.unit}`;
  const doubts = clause.questions.map((question) => `    ? ${ask(question, language)}`);
  return [
    `${shown}${per}  ${oneLine(clause.text)}  (${Math.round(clause.confidence * 100)}%)`,
    ...doubts,
  ].join('\n');
}
