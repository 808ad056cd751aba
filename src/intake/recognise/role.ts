import type { Problem } from '../../facts/problem';
import type { Judged, SheetRole } from '../types';
import { compactText } from '../values/text';
import { attendanceVotes } from './votesAttendance';
import { recordVotes } from './votesRecords';
import { sideVotes } from './votesSide';

/** What is known of a sheet when its role is decided. */
export interface Evidence {
  /** Strongest score with which any column may mean the field. */
  readonly has: (field: string) => boolean;
  /** How many of these fields some column may mean. */
  readonly count: (...fields: readonly string[]) => number;
  readonly dayColumns: number;
  /** Shares over the cells under day columns. */
  readonly days: {
    readonly attendance: number;
    readonly time: number;
    readonly symbol: number;
    readonly shift: number;
    readonly filled: number;
  };
  readonly resultColumns: number;
  readonly timeColumns: number;
  readonly leaveColumns: number;
  /** Numeric columns without any other meaning. */
  readonly criteria: number;
  readonly negativeCriteria: number;
  readonly fullMarks: boolean;
  readonly clauseCodes: boolean;
  readonly shiftHours: boolean;
  readonly attendanceResult: boolean;
  readonly legend: boolean;
  /** A column of scores (得分, 总分), as a summary has. */
  readonly scores: boolean;
  /** A column of references to rows of other sheets (`违规登记!5`), as an explanation of a score has. */
  readonly references: boolean;
  readonly distinctNames: number;
  readonly dataRows: number;
  /** Title rows and sheet name in one text. */
  readonly title: string;
}

const DRAFT =
  /草稿|草案|未核对|未审核稿|作废|[(（【[]旧[)）】\]]|旧版|旧表|备份|副本|归档|存档|勿用|停用|废弃|初稿/;
const DRAFT_EN = /(?:^|[^a-z])(?:draft|backup|old|copy of|archived?|obsolete)(?:[^a-z]|$)/;
const ADDRESS_BOOK = /通讯录|联系表|联系方式|电话表|电话簿|contacts?$|addressbook|phonebook/i;

/** Whether a sheet calls itself a draft, an old state or a copy. */
export function draftMark(title: string): string | undefined {
  const found = DRAFT.exec(compactText(title)) ?? DRAFT_EN.exec(title.toLowerCase());
  return found?.[0].trim();
}

/** A role, how sure, and the fields that speak for it. */
export type Vote = readonly [role: SheetRole, confidence: number, ...fields: string[]];

/** The role with the strongest evidence. Reasons are codes with the fields that spoke for it. */
export function judgeRole(e: Evidence): Judged<SheetRole> {
  const draft = draftMark(e.title);
  if (draft !== undefined) return judged('none', 0.9, { code: 'ROLE_DRAFT', params: { mark: draft } });
  if (e.references) return judged('none', 0.85, { code: 'ROLE_DERIVED_SUMMARY' });
  const votes = [...attendanceVotes(e), ...recordVotes(e), ...sideVotes(e)];
  let best: Vote | undefined;
  for (const vote of votes) if (best === undefined || vote[1] > best[1]) best = vote;
  const person = e.has('name') || e.has('id');
  const address =
    e.count('phone', 'email', 'extension', 'address') >= 2 || ADDRESS_BOOK.test(compactText(e.title));
  const strong = best !== undefined && best[0] !== 'roster';
  if (address && person && !strong && !e.has('joined') && !e.has('left')) {
    return judged('none', 0.85, { code: 'ROLE_ADDRESS_LIST' });
  }
  if (best === undefined || best[1] < 0.5) {
    const summary = person && e.count('points', 'money', 'total', 'plus', 'minus', 'average', 'pct') >= 1;
    return summary
      ? judged('none', 0.75, { code: 'ROLE_DERIVED_SUMMARY' })
      : judged('none', 0.6, { code: 'ROLE_UNRECOGNISED' });
  }
  return judged(best[0], Math.round(Math.min(0.99, best[1]) * 100) / 100, {
    code: 'ROLE_BY_COLUMNS',
    params: { role: best[0], fields: best.slice(2).join(' ') },
  });
}

function judged(value: SheetRole, confidence: number, reason: Problem): Judged<SheetRole> {
  return { value, confidence, reasons: [reason] };
}
