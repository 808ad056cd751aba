import { monthOfDay } from '../facts/date';
import type { ReportSubject } from '../reports/subjects';
import { rankScores } from '../scoring/scorecard';
import { scoreMonth } from '../scoring/scoreMonth';
import type { MonthReport } from './report';

/**
 * The month before from the same sheets and under the same rulebook, for comparison; undefined when the sheets hold
 * no record of it.
 */
export function previousSubjects(report: MonthReport): readonly ReportSubject[] | undefined {
  const { reading, incidents, ruleset, month, subjects } = report;
  if (!incidents.some(({ date }) => monthOfDay(date) === month - 1)) return undefined;
  const { cards } = scoreMonth(incidents, reading.subjects, month - 1, ruleset);
  const ranks = rankScores(cards.map(({ score }) => score));
  const known = new Map(subjects.map((subject) => [subject.key, subject]));
  return cards.map((card, index) => ({
    key: card.subject,
    name: known.get(card.subject)?.name ?? card.subject,
    id: known.get(card.subject)?.id,
    team: known.get(card.subject)?.team,
    card,
    rank: ranks[index],
    state: card.state,
  }));
}
