import type { Question } from './types';

/** Everything that may be asked; the sentences are `draft.<code>` of the i18n table. */
export const QUESTION_CODES = [
  'ALONE',
  'AMOUNT_MISSING',
  'AMOUNT_OPEN',
  'BARE_POINTS',
  'BOUND_SIDE',
  'DIRECTION',
  'GLUED',
  'INHERITED',
  'LOST_HYPHEN',
  'MINIMUM',
  'MORE_THAN_ITEM',
  'NO_AMOUNT_UNIT',
  'PAGE_BREAK',
  'PLACEHOLDER',
  'RANGE_REVERSED',
  'TABLE_NUMBER',
  'THRESHOLD_OPEN',
  'UNIT_MISSING',
  'WHOLE_ITEM',
] as const;
export type QuestionCode = (typeof QUESTION_CODES)[number];

export const question = (code: QuestionCode, params?: Question['params']): Question =>
  params === undefined ? { code } : { code, params };
