import { formatScaled, POINT_SCALE, YUAN_SCALE } from '../facts/decimal';
import { t, type Language } from '../i18n';
import type { SheetPlan } from '../workbook/sheetPlan';
import { cellNumber, numberStyle, placesOf, pointsCell } from './amounts';
import { bulletinCharts } from './bulletinCharts';
import {
  BULLETIN_WIDTHS,
  BulletinSections,
  headingRow,
  SECTION_HEAD,
  SECTION_HEAD_HEIGHT,
} from './bulletinSections';
import { breaksBefore, cell, chartBlock, listPlan, textCell, type ListColumn } from './layout';
import { criticismLimit, proposals, type Proposal } from './proposals';
import { isClean, recordEntries } from './statistics';
import type { ReportInput } from './subjects';

const CHART_ROWS = 16;

/** 通报: who may be praised or criticised, for a person to confirm, and what the month looks like. */
export function bulletinPlan(input: ReportInput, language: Language): SheetPlan {
  const rows = proposals(input, language).map((row) => ({ id: row.id, row }));
  const sections = new BulletinSections(input, language);
  const { rows: sectionRows, places } = sections.make(rows.length === 0);
  const columns = proposalColumns(input, language);
  return listPlan<Proposal>(input, language, 'tab.bulletin', 'bulletin', columns, rows, {
    frozenColumns: 0,
    lead: [
      { id: 'summary', height: 20, cells: [cell(summary(input, language), 'subtitle')] },
      headingRow('proposals', t(language, 'bulletin.proposals')),
    ],
    sections: sectionRows,
    notes: notes(input, language),
    withdrawnIn: 'kind',
    extras: ({ first, last, below, plan }) => {
      const approve = columns.findIndex(({ key }) => key === 'approve');
      const charts = bulletinCharts(
        places,
        last + 1,
        { top: below + 1, bottom: below + CHART_ROWS },
        input,
        language,
      );
      const headings = Object.values(places).map(({ first: row }) => ({
        row: last + 1 + row - SECTION_HEAD,
        height: SECTION_HEAD_HEIGHT,
      }));
      const pageBreaks = breaksBefore(plan, [
        ...headings,
        ...(charts.length > 0 ? [chartBlock(below, CHART_ROWS)] : []),
      ]);
      return {
        charts,
        ...(rows.length > 0 && {
          validations: [
            {
              range: { top: first, bottom: last, left: approve, right: approve },
              list: [t(language, 'bulletin.approve'), t(language, 'bulletin.decline')],
            },
          ],
        }),
        print: { ...plan.print, pageBreaks },
      };
    },
  });
}

function proposalColumns({ subjects, rulebook }: ReportInput, language: Language): ListColumn<Proposal>[] {
  const deducted = subjects.map(({ card }) => card.deducted);
  const scores = subjects.map(({ card }) => card.score ?? 0);
  const places = placesOf([...deducted, ...scores], POINT_SCALE);
  return [
    {
      key: 'kind',
      header: 'col.proposal',
      width: BULLETIN_WIDTHS[0],
      cell: ({ kind }) =>
        textCell(t(language, `bulletin.${kind}`), kind === 'praise' ? 'textCenter' : 'warning'),
    },
    {
      key: 'name',
      header: rulebook.subject === 'agent' ? 'col.name' : 'col.subject',
      width: BULLETIN_WIDTHS[1],
      cell: ({ subject }) => textCell(subject.name, 'textWrap'),
    },
    {
      key: 'team',
      header: 'col.team',
      width: BULLETIN_WIDTHS[2],
      cell: ({ subject }) => textCell(subject.team, 'textCenter'),
    },
    {
      key: 'deducted',
      header: 'col.deducted',
      width: BULLETIN_WIDTHS[3],
      cell: ({ subject }) => pointsCell(-subject.card.deducted, places),
    },
    {
      key: 'score',
      header: 'col.score',
      width: BULLETIN_WIDTHS[4],
      cell: ({ subject: { card } }) =>
        cell(card.score === undefined ? null : cellNumber(card.score, POINT_SCALE), numberStyle(places)),
    },
    {
      key: 'rank',
      header: 'col.rank',
      width: BULLETIN_WIDTHS[5],
      cell: ({ subject }) => cell(subject.rank ?? null, 'integerCenter'),
    },
    {
      key: 'reason',
      header: 'col.reason',
      width: BULLETIN_WIDTHS[6],
      cell: ({ reason }) => textCell(reason, 'textWrap'),
    },
    { key: 'approve', header: 'col.approve', width: 11, hand: true, cell: () => cell('', 'hand') },
    { key: 'note', header: 'col.note', width: 16, hand: true, cell: () => cell('', 'hand') },
    { key: 'id', header: 'col.id', width: 11, cell: ({ id }) => textCell(id, 'textCenter') },
  ];
}

function summary({ subjects }: ReportInput, language: Language): string {
  const entries = recordEntries(subjects);
  const total = entries.reduce((sum, entry) => sum + entry.added - entry.deducted, 0);
  const fine = subjects.reduce((sum, { card }) => sum + card.fine, 0);
  const sentence = t(language, 'bulletin.summary', {
    subjects: subjects.length,
    records: entries.filter(({ origin }) => origin !== 'repeat').length,
    points: formatScaled(total, POINT_SCALE).replace('-', '−'),
    clean: subjects.filter(isClean).length,
    open: subjects.filter(({ state }) => state === 'incomplete').length,
  });
  return fine <= 0
    ? sentence
    : `${sentence}${t(language, 'bulletin.money', { fine: formatScaled(fine, YUAN_SCALE) })}`;
}

function notes(input: ReportInput, language: Language): string[] {
  const limit = criticismLimit(input);
  return [
    limit === undefined
      ? t(language, 'bulletin.noLimit')
      : t(language, 'bulletin.limit', { points: formatScaled(limit, POINT_SCALE) }),
    t(language, input.previous === undefined ? 'bulletin.noPrevious' : 'bulletin.previous'),
  ];
}
