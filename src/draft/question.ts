import type { Question } from './types';

/** Everything that may be asked; the sentences are `draft.<code>` of the i18n table. */
export const QUESTION_CODES = [
  'ALONE',
  'AMOUNT_MISSING',
  'AMOUNT_OPEN',
  'ARTICLE_GAP',
  'BARE_POINTS',
  'BOUND_SIDE',
  'CONDITION_UNREAD',
  'DIRECTION',
  'GLUED',
  'ID_TWICE',
  'INHERITED',
  'LINE_UNREAD',
  'LOST_HYPHEN',
  'MERGED',
  'MINIMUM',
  'MORE_THAN_ITEM',
  'NO_AMOUNT_UNIT',
  'PAGE_BREAK',
  'PLACEHOLDER',
  'RANGE_REVERSED',
  'REFERENCE_GONE',
  'STATEMENT_DIFFERS',
  'TABLE_NUMBER',
  'THRESHOLD_OPEN',
  'UNIT_DIFFERS',
  'UNIT_MISSING',
  'WHOLE_ITEM',
] as const;
export type QuestionCode = (typeof QUESTION_CODES)[number];

export const question = (code: QuestionCode, params?: Question['params']): Question =>
  params === undefined ? { code } : { code, params };
