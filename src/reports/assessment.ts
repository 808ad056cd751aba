import {
  assessIssue,
  eventDay,
  headRemarks,
  proposingDepartment,
  rangeOf,
  type Assessment,
  type CaseRules,
  type Proposal,
  type ServiceIssue,
} from '../casework';
import { monthOfDay } from '../facts/date';
import { formatDecimal } from '../facts/decimal';
import { sentence, t, type Language } from '../i18n';
import type { Grid } from '../workbook/grid';
import type { SheetPlan } from '../workbook/sheetPlan';
import {
  dayColumn,
  kindColumn,
  levelColumn,
  shownChoice,
  textColumn,
  verifiedColumn,
  type CaseColumn,
} from './caseColumns';
import { caseRules, ledgerIssues, type CaseReportInput } from './caseInput';
import { caseTabPlan, readCaseTab, type CaseTab, type TabReading } from './caseTab';
import { effectPhrases } from './effectWords';
import { cell, textCell } from './layout';

/** What the rulebook allows for the kind and level of an issue, in words. */
function standardText(issue: ServiceIssue, input: CaseReportInput, language: Language): string {
  const rules = caseRules(input.ruleset);
  const day = eventDay(issue);
  const clause =
    issue.clause === undefined || day === undefined ? undefined : rules.clauseOn(issue.clause, day);
  if (clause === undefined || issue.kind === undefined) return '';
  const { minPoints, sanctions } = rangeOf(clause, issue.kind, issue.level, rules);
  if (minPoints === undefined && sanctions === undefined) return fixedText(issue, input, language);
  return [
    ...(minPoints === undefined ? [] : [t(language, 'assessment.atLeast', { min: minPoints })]),
    ...(sanctions === undefined
      ? []
      : [t(language, 'assessment.oneOf', { options: sanctions.options.join('、') })]),
  ].join(t(language, 'clause.separator'));
}

/** What a clause that leaves nothing to choose brings. */
function fixedText(issue: ServiceIssue, { ruleset }: CaseReportInput, language: Language): string {
  const day = eventDay(issue);
  if (issue.clause === undefined || day === undefined) return '';
  const found = ruleset.clausesOn(ruleset.ruleDay(day, monthOfDay(day))).get(issue.clause)?.clause;
  if (found === undefined) return '';
  const plain = found.effects.filter(({ when }) => when === undefined);
  return effectPhrases(plain, found, { ruleset, day, language }).join(t(language, 'clause.separator'));
}

function openPoints(issue: ServiceIssue, input: CaseReportInput, language: Language): string {
  const { problems, remarks } = assessmentOf(issue, caseRules(input.ruleset), input);
  const hints = issue.verified === true ? headRemarks(issue, input.today, input.settings) : [];
  return [...problems, ...remarks, ...hints].map((problem) => sentence(problem, language)).join('\n');
}

function assessmentOf(issue: ServiceIssue, rules: CaseRules, { settings }: CaseReportInput): Assessment {
  return issue.verified === false
    ? { proposals: [], problems: [], remarks: [] }
    : assessIssue(issue, rules, settings);
}

/** What stands in the end: `周晓兰 扣10分；赵强 扣5分`. */
function outcomeText(issue: ServiceIssue, input: CaseReportInput, language: Language): string {
  const { proposals } = assessmentOf(issue, caseRules(input.ruleset), input);
  const words = ({ subject, points, discipline }: Proposal): string => {
    const isFixed = points === undefined && discipline.length === 0;
    return [
      subject,
      ...(points === undefined ? [] : [t(language, 'assessment.deduct', { points: formatDecimal(points) })]),
      ...discipline,
      ...(isFixed ? [fixedText(issue, input, language)] : []),
    ].join(' ');
  };
  return proposals.map(words).join('\n');
}

const made = (
  key: string,
  header: CaseColumn['header'],
  width: number,
  text: (issue: ServiceIssue, input: CaseReportInput, language: Language) => string,
): CaseColumn => ({
  key,
  header,
  width,
  hand: false,
  cell: (issue, input, language) => textCell(text(issue, input, language), 'textWrap'),
});

/** Who proposes to whom is part of the procedure; a rulebook without it says nothing of it. */
const proposer = ({ kind }: ServiceIssue, { settings, rulebook }: CaseReportInput): string => {
  if (kind === undefined || rulebook.issues === undefined) return '';
  const { by, to } = proposingDepartment(kind, settings);
  return `${by} → ${to}`;
};

/** What annex 4 brings for verified issues: the standard, what a person chose within it, and what is missing. */
const ASSESSMENT: CaseTab = {
  id: 'assessment',
  name: 'tab.assessment',
  title: 'assessment.title',
  frozen: 'accused',
  withdrawnIn: 'outcome',
  notes: ['assessment.note'],
  columns: [
    { key: 'id', header: 'ledger.id', width: 10, hand: false, cell: ({ id }) => cell(id, 'textCenter') },
    made('accused', 'ledger.accused', 14, ({ accused }) => accused ?? ''),
    shownChoice(kindColumn(10)),
    shownChoice(levelColumn(8)),
    verifiedColumn(7),
    dayColumn('verifiedOn', 'assessment.verifiedOn', 11, { hand: true }),
    textColumn('people', 'assessment.people', 10, { hand: true }),
    textColumn('clause', 'assessment.clause', 10, { hand: true }),
    made('range', 'assessment.range', 20, standardText),
    textColumn('chosenPoints', 'assessment.chosenPoints', 7, { hand: true }),
    textColumn('chosenDiscipline', 'assessment.chosenDiscipline', 11, { hand: true }),
    textColumn('head', 'assessment.head', 10, { hand: true }),
    textColumn('headPoints', 'assessment.headPoints', 9, { hand: true }),
    textColumn('headDiscipline', 'assessment.headDiscipline', 11, { hand: true }),
    made('outcome', 'assessment.outcome', 16, outcomeText),
    made('by', 'assessment.by', 18, proposer),
    made('open', 'assessment.open', 30, openPoints),
    textColumn('decision', 'assessment.decision', 14, { hand: true }),
  ],
};

/** 考核意见: the issues still open and the verified ones. */
export function assessmentPlan(input: CaseReportInput, language: Language): SheetPlan {
  const issues = ledgerIssues(input).filter(({ state, verified }) => state !== '办结' || verified === true);
  return caseTabPlan(ASSESSMENT, issues, input, language);
}

/** The tab as people left it, for `applyRows` without new rows. */
export function readAssessments(grid: Grid): TabReading {
  return readCaseTab(ASSESSMENT, grid);
}
