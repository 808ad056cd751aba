import type { Problem } from '../facts/problem';
import * as casework from './casework';
import * as draft from './draft';
import * as inspect from './inspect';
import * as intakeSheets from './intake.a';
import * as intakeRecords from './intake.b';
import * as lint from './lint';
import * as live from './live';
import * as pane from './pane';
import * as paneFields from './paneFields';
import * as print from './print';
import * as problems from './problems';
import * as reasons from './reasons';
import * as reports from './reports';
import * as review from './review';
import * as rulebookEdit from './rulebookEdit';
import * as workbench from './workbench';

export type Language = 'zh' | 'en';

const zh = {
  ...problems.zh,
  ...casework.zh,
  ...draft.zh,
  ...inspect.zh,
  ...intakeSheets.zh,
  ...intakeRecords.zh,
  ...lint.zh,
  ...live.zh,
  ...pane.zh,
  ...paneFields.zh,
  ...print.zh,
  ...reasons.zh,
  ...reports.zh,
  ...review.zh,
  ...rulebookEdit.zh,
  ...workbench.zh,
};
const en: Record<keyof typeof zh, string> = {
  ...problems.en,
  ...casework.en,
  ...draft.en,
  ...inspect.en,
  ...intakeSheets.en,
  ...intakeRecords.en,
  ...lint.en,
  ...live.en,
  ...pane.en,
  ...paneFields.en,
  ...print.en,
  ...reasons.en,
  ...reports.en,
  ...review.en,
  ...rulebookEdit.en,
  ...workbench.en,
};

export type TextKey = keyof typeof zh;

const tables: Readonly<Record<Language, Readonly<Record<string, string>>>> = { zh, en };

type Params = Readonly<Record<string, string | number>>;

/** The text of a key in a language, its `{placeholders}` filled. */
export function t(language: Language, key: TextKey, params: Params = {}): string {
  return fill(tables[language][key] ?? key, params);
}

function fill(template: string, params: Params): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}

/** The sentence of a problem; a code without a text is shown as it is rather than hidden. */
export function sentence(problem: Problem, language: Language): string {
  return lookUp(`problem.${problem.code}`, problem, language);
}

/** Why something counts or not, in words. */
export function explanation(reason: Problem, language: Language): string {
  return lookUp(`reason.${reason.code}`, reason, language);
}

function lookUp(key: string, problem: Problem, language: Language): string {
  const template = tables[language][key];
  if (template !== undefined) return fill(template, problem.params ?? {});
  return `${problem.code} ${JSON.stringify(problem.params ?? {})}`;
}

/** Every key, for tests that look for gaps. */
export const TEXT_KEYS = Object.keys(zh) as readonly TextKey[];
