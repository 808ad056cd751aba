import { t, type Language } from '../i18n';
import type { PlanChart } from '../workbook/sheetPlan';
import type { SectionPlace } from './bulletinSections';
import type { ReportInput } from './subjects';

const CHARTED_CLAUSES = 10;
/** More names than this do not fit below a chart. */
const COMPARED_CATEGORIES = 6;
const NAME_COLUMN = 1;
const HITS_COLUMN = 2;
const HITS_BEFORE_COLUMN = 4;

/** Heat of the clauses on the left, this month against last by category (or the weeks) on the right. */
export function bulletinCharts(
  places: Readonly<Record<string, SectionPlace>>,
  start: number,
  anchor: { readonly top: number; readonly bottom: number },
  input: ReportInput,
  language: Language,
): PlanChart[] {
  const { clause, category, week } = places;
  const column = (place: SectionPlace, at: number, most = Infinity) => ({
    top: start + place.first,
    bottom: start + Math.min(place.last, place.first + most - 1),
    left: at,
    right: at,
  });
  const charts: PlanChart[] = [];
  const count = Math.min(CHARTED_CLAUSES, clause?.shown ?? 0);
  if (clause !== undefined && count > 0) {
    charts.push({
      type: 'bar',
      title: t(language, 'bulletin.chartClauses', { count }),
      categories: column(clause, NAME_COLUMN, count),
      series: [{ name: t(language, 'stat.hits'), values: column(clause, HITS_COLUMN, count) }],
      anchor: { ...anchor, left: 0, right: 5 },
    });
  }
  const compares =
    category !== undefined &&
    input.previous !== undefined &&
    category.last > category.first &&
    category.last - category.first < COMPARED_CATEGORIES;
  const right = compares ? category : week;
  if (clause === undefined || right === undefined) return charts;
  charts.push({
    type: 'column',
    title: t(language, compares ? 'bulletin.chartCategories' : 'bulletin.chartWeeks'),
    categories: column(right, NAME_COLUMN),
    series: [
      { name: t(language, 'stat.hits'), values: column(right, HITS_COLUMN) },
      ...(compares
        ? [{ name: t(language, 'stat.hitsBefore'), values: column(right, HITS_BEFORE_COLUMN) }]
        : []),
    ],
    anchor: { ...anchor, left: 6, right: 9 },
  });
  return charts;
}
