import { formatScaled, POINT_SCALE, toScaled } from '../facts/decimal';
import { t, type Language } from '../i18n';
import { stableId } from './layout';
import { isClean } from './statistics';
import type { ReportInput, ReportSubject } from './subjects';

/** Someone a bulletin may name, with what the numbers say. A person confirms. */
export interface Proposal {
  readonly id: string;
  readonly kind: 'praise' | 'criticism';
  readonly subject: ReportSubject;
  readonly reason: string;
}

const PRAISED_RANKS = 3;

/** Praise by rank, then criticism by points, most first. */
export function proposals(input: ReportInput, language: Language): Proposal[] {
  const criticised = criticism(input, language);
  const named = new Set(criticised.map(({ subject }) => subject.key));
  return [...praise(input, language).filter(({ subject }) => !named.has(subject.key)), ...criticised];
}

/** Points from which criticism is proposed, in thousandths. */
export function criticismLimit({ bulletin }: ReportInput): number | undefined {
  return bulletin?.criticiseFrom === undefined ? undefined : toScaled(bulletin.criticiseFrom, POINT_SCALE);
}

function praise({ subjects, bulletin }: ReportInput, language: Language): Proposal[] {
  const ranked = subjects.filter(({ rank }) => rank !== undefined);
  const limit = bulletin?.praiseRanks ?? PRAISED_RANKS;
  const byRank = new Map<number, number>();
  for (const { rank } of ranked) if (rank !== undefined) byRank.set(rank, (byRank.get(rank) ?? 0) + 1);
  return [...subjects]
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || compare(a.name, b.name))
    .flatMap((subject) => {
      const { rank, state } = subject;
      const count = rank === undefined ? 0 : (byRank.get(rank) ?? 0);
      // a place is an honour only in the upper half, and only where it says something
      const isBest =
        rank !== undefined &&
        state === 'complete' &&
        rank <= limit &&
        (rank - 1 + count) * 2 <= ranked.length;
      const reasons = [
        ...(isClean(subject) ? [t(language, 'bulletin.cleanMonth')] : []),
        ...(isBest ? [t(language, count > 1 ? 'bulletin.tied' : 'bulletin.rank', { rank, count })] : []),
      ];
      return reasons.length === 0 ? [] : [proposal('praise', subject, reasons, language)];
    });
}

function criticism(input: ReportInput, language: Language): Proposal[] {
  const limit = criticismLimit(input);
  return [...input.subjects]
    .sort((a, b) => b.card.deducted - a.card.deducted || compare(a.name, b.name))
    .flatMap((subject) => {
      const { deducted, discipline } = subject.card;
      const points = formatScaled(deducted, POINT_SCALE);
      const isOver = limit !== undefined && limit > 0 && deducted >= limit;
      const reasons = [
        ...(isOver
          ? [t(language, 'bulletin.deducted', { points, limit: formatScaled(limit, POINT_SCALE) })]
          : []),
        ...(discipline.length > 0
          ? [
              t(language, 'bulletin.sanction', {
                sanctions: tally(discipline).join(t(language, 'list.separator')),
              }),
            ]
          : []),
      ];
      if (reasons.length === 0) return [];
      const open = subject.state === 'incomplete' ? [t(language, 'bulletin.open')] : [];
      return [proposal('criticism', subject, [...reasons, ...open], language)];
    });
}

function proposal(
  kind: Proposal['kind'],
  subject: ReportSubject,
  reasons: readonly string[],
  language: Language,
): Proposal {
  return {
    id: stableId(`${kind}|${subject.key}`),
    kind,
    subject,
    reason: reasons.join(t(language, 'clause.separator')),
  };
}

/** `警告批评×2` instead of the same words twice. */
export function tally(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => (count === 1 ? value : `${value}×${count}`));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
