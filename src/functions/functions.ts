/* eslint-disable @typescript-eslint/no-explicit-any -- the metadata generator knows no other word for "any cell" */
import { answer } from './answerFormula';

/*
 * The custom functions as Excel lists them. Names, order and kind of the arguments are part of every saved workbook and
 * never change. Descriptions in other languages are in the i18n table under the same names.
 */

/**
 * Score of a person in a month.
 * @customfunction QASCORE
 * @param subject Name or employee id of the person, team or customer.
 * @param month Month: 2026-10, 202610, 2026年10月, or a date.
 * @param [rulebook] Rulebook id; left out = the one chosen in the workbook.
 * @param invocation Excel's side of the stream.
 */
export function qascore(
  subject: any,
  month: any,
  rulebook: any,
  invocation: CustomFunctions.StreamingInvocation<any>,
): void {
  answer('QASCORE', [subject, month, rulebook], invocation);
}

/**
 * Points deducted from a person in a month.
 * @customfunction QADEDUCT
 * @param subject Name or employee id of the person, team or customer.
 * @param month Month: 2026-10, 202610, 2026年10月, or a date.
 * @param [rulebook] Rulebook id; left out = the one chosen in the workbook.
 * @param invocation Excel's side of the stream.
 */
export function qadeduct(
  subject: any,
  month: any,
  rulebook: any,
  invocation: CustomFunctions.StreamingInvocation<any>,
): void {
  answer('QADEDUCT', [subject, month, rulebook], invocation);
}

/**
 * Points added and bonuses of a person in a month.
 * @customfunction QABONUS
 * @param subject Name or employee id of the person, team or customer.
 * @param month Month: 2026-10, 202610, 2026年10月, or a date.
 * @param [rulebook] Rulebook id; left out = the one chosen in the workbook.
 * @param invocation Excel's side of the stream.
 */
export function qabonus(
  subject: any,
  month: any,
  rulebook: any,
  invocation: CustomFunctions.StreamingInvocation<any>,
): void {
  answer('QABONUS', [subject, month, rulebook], invocation);
}

/**
 * Proposed money deduction of a person in a month, in yuan.
 * @customfunction QAFINE
 * @param subject Name or employee id of the person, team or customer.
 * @param month Month: 2026-10, 202610, 2026年10月, or a date.
 * @param [rulebook] Rulebook id; left out = the one chosen in the workbook.
 * @param invocation Excel's side of the stream.
 */
export function qafine(
  subject: any,
  month: any,
  rulebook: any,
  invocation: CustomFunctions.StreamingInvocation<any>,
): void {
  answer('QAFINE', [subject, month, rulebook], invocation);
}

/**
 * Performance pay of a person in a month, in percent.
 * @customfunction QAPERF
 * @param subject Name or employee id of the person, team or customer.
 * @param month Month: 2026-10, 202610, 2026年10月, or a date.
 * @param [rulebook] Rulebook id; left out = the one chosen in the workbook.
 * @param invocation Excel's side of the stream.
 */
export function qaperf(
  subject: any,
  month: any,
  rulebook: any,
  invocation: CustomFunctions.StreamingInvocation<any>,
): void {
  answer('QAPERF', [subject, month, rulebook], invocation);
}

/**
 * Rank of a person by score in a month; equal scores share a rank.
 * @customfunction QARANK
 * @param subject Name or employee id of the person, team or customer.
 * @param month Month: 2026-10, 202610, 2026年10月, or a date.
 * @param [rulebook] Rulebook id; left out = the one chosen in the workbook.
 * @param invocation Excel's side of the stream.
 */
export function qarank(
  subject: any,
  month: any,
  rulebook: any,
  invocation: CustomFunctions.StreamingInvocation<any>,
): void {
  answer('QARANK', [subject, month, rulebook], invocation);
}

/**
 * Tier of a person in a month.
 * @customfunction QATIER
 * @param subject Name or employee id of the person, team or customer.
 * @param month Month: 2026-10, 202610, 2026年10月, or a date.
 * @param [rulebook] Rulebook id; left out = the one chosen in the workbook.
 * @param invocation Excel's side of the stream.
 */
export function qatier(
  subject: any,
  month: any,
  rulebook: any,
  invocation: CustomFunctions.StreamingInvocation<any>,
): void {
  answer('QATIER', [subject, month, rulebook], invocation);
}

/**
 * Proposed sanctions of a person in a month.
 * @customfunction QASANCTION
 * @param subject Name or employee id of the person, team or customer.
 * @param month Month: 2026-10, 202610, 2026年10月, or a date.
 * @param [rulebook] Rulebook id; left out = the one chosen in the workbook.
 * @param invocation Excel's side of the stream.
 */
export function qasanction(
  subject: any,
  month: any,
  rulebook: any,
  invocation: CustomFunctions.StreamingInvocation<any>,
): void {
  answer('QASANCTION', [subject, month, rulebook], invocation);
}

/**
 * How often a clause was charged to a person in a month.
 * @customfunction QACOUNT
 * @param subject Name or employee id of the person, team or customer.
 * @param month Month: 2026-10, 202610, 2026年10月, or a date.
 * @param clause Clause id, for example GM-02.
 * @param invocation Excel's side of the stream.
 */
export function qacount(
  subject: any,
  month: any,
  clause: any,
  invocation: CustomFunctions.StreamingInvocation<any>,
): void {
  answer('QACOUNT', [subject, month, clause], invocation);
}

/**
 * Why a person has this score: clause, reasons, sheet and row, amount, running score.
 * @customfunction QAEXPLAIN
 * @param subject Name or employee id of the person, team or customer.
 * @param month Month: 2026-10, 202610, 2026年10月, or a date.
 * @param [rulebook] Rulebook id; left out = the one chosen in the workbook.
 * @param invocation Excel's side of the stream.
 */
export function qaexplain(
  subject: any,
  month: any,
  rulebook: any,
  invocation: CustomFunctions.StreamingInvocation<any[][]>,
): void {
  answer('QAEXPLAIN', [subject, month, rulebook], invocation);
}

/**
 * Performance table of a month.
 * @customfunction QATABLE
 * @param month Month: 2026-10, 202610, 2026年10月, or a date.
 * @param [rulebook] Rulebook id; left out = the one chosen in the workbook.
 * @param invocation Excel's side of the stream.
 */
export function qatable(
  month: any,
  rulebook: any,
  invocation: CustomFunctions.StreamingInvocation<any[][]>,
): void {
  answer('QATABLE', [month, rulebook], invocation);
}

/**
 * A clause in words.
 * @customfunction QACLAUSE
 * @param clause Clause id, for example GM-02.
 * @param [rulebook] Rulebook id; left out = the one chosen in the workbook.
 * @param invocation Excel's side of the stream.
 */
export function qaclause(
  clause: any,
  rulebook: any,
  invocation: CustomFunctions.StreamingInvocation<any>,
): void {
  answer('QACLAUSE', [clause, rulebook], invocation);
}

/**
 * What waits for a person in a month: sheet, row, name and what to do.
 * @customfunction QACHECK
 * @param month Month: 2026-10, 202610, 2026年10月, or a date.
 * @param invocation Excel's side of the stream.
 */
export function qacheck(month: any, invocation: CustomFunctions.StreamingInvocation<any[][]>): void {
  answer('QACHECK', [month], invocation);
}
