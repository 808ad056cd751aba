import type { AttendanceKind } from '../../facts/attendance';
import type { Clause } from '../../rulebook/clause';
import type { Rulebook } from '../../rulebook/rulebook';

/** What a regulation calls the events of attendance sheets. */
const WORDS: readonly { readonly words: RegExp; readonly kinds: readonly AttendanceKind[] }[] = [
  { words: /(?<!旷工)迟到/, kinds: ['late', 'severe_late', 'absent_late'] },
  { words: /早退/, kinds: ['early_leave'] },
  { words: /[未漏缺忘没](?:有)?(?:打|签|刷)卡|缺卡|漏卡|不打卡/, kinds: ['missing_punch'] },
  { words: /旷工(?!迟到)/, kinds: ['absent'] },
  { words: /脱岗|离岗|空岗/, kinds: ['off_post'] },
];

/** Bounds that only a measured band can watch. */
const BOUNDED =
  /\d(?:个)?(?:分钟|小时)|半小时|累计|累积|每月|当月|月内|[\d一二三四五六七八九十]次(?:及)?以上|严重|多次/;

/**
 * Events of attendance sheets that the words of a clause speak of; none where the words set a bound that the clause's
 * way of counting does not watch, since every event would count then.
 */
export function attendanceKindsOf({ statement, count }: Clause): readonly AttendanceKind[] {
  const plain = statement.zh.normalize('NFKC').replace(/\s+/g, '');
  if (count.mode !== 'measure_threshold' && (count.mode !== 'occurrence' || BOUNDED.test(plain))) return [];
  return WORDS.flatMap(({ words, kinds }) => (words.test(plain) ? kinds : []));
}

/** Whether attendance events become records of the clause by themselves. */
export const takesAttendance = ({ derive = [] }: Clause): boolean =>
  derive.some(({ from }) => from === 'attendance');

/** The clause with or without records from attendance sheets; minutes are measured where the clause has a bound. */
export function withAttendance(clause: Clause, takes: boolean): Clause {
  const { derive: _derive, ...plain } = clause;
  const kinds = attendanceKindsOf(clause);
  if (!takes || kinds.length === 0) return plain;
  const isMeasured = clause.count.mode === 'measure_threshold';
  const rule = { from: 'attendance' as const, kinds: [...kinds] };
  return { ...plain, derive: [isMeasured ? { ...rule, value: 'minutes' as const } : rule] };
}

/**
 * Bands of one kind of event (10 minutes late, 30 minutes late) are one overlap group, of which the heaviest stays: one
 * late arrival is charged once.
 */
export function groupBands(
  clauses: readonly Clause[],
): Pick<Rulebook, 'clauses'> & Pick<Rulebook, 'overlapGroups'> {
  const takers = new Map<string, Clause[]>();
  for (const clause of clauses) {
    for (const kind of kindsTaken(clause)) takers.set(kind, [...(takers.get(kind) ?? []), clause]);
  }
  const shared = new Set([...takers.values()].filter((list) => list.length > 1).flat());
  if (shared.size === 0) return { clauses: [...clauses] };
  return {
    clauses: clauses.map((clause) =>
      shared.has(clause) ? { ...clause, overlapGroup: clause.overlapGroup ?? GROUP } : clause,
    ),
    overlapGroups: [
      {
        id: GROUP,
        title: {
          zh: '同一次考勤只计最重的一条',
          en: 'One attendance event is charged under its heaviest clause',
        },
        keep: 'highest',
      },
    ],
  };
}

const GROUP = 'attendance';

const kindsTaken = ({ derive = [] }: Clause): readonly AttendanceKind[] =>
  derive.flatMap((rule) => (rule.from === 'attendance' ? rule.kinds : []));
