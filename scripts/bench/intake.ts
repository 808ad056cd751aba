import { readFileSync } from 'node:fs';
import { serialOfDay, dayOf, parseMonth } from '../../src/facts/date';
import { buildMatcher } from '../../src/intake/matching/matcher';
import { matchClause } from '../../src/intake/matching/matchClause';
import { searchIndex } from '../../src/intake/matching/search';
import { readWorkbook, readWorkbookInSteps } from '../../src/intake';
import type { IntakeContext, WorkbookReading } from '../../src/intake/types';
import { loadRulebook } from '../../src/rulebook/load';
import type { ReadingValue } from '../../src/rulebook/primitives';
import type { Rulebook } from '../../src/rulebook/rulebook';
import { NumberKind, type CellValue, type Grid } from '../../src/workbook/grid';
import { BigramIndex } from './bigrams';
import { median, ratioLine, tidy, timed, timedWarm, type Line } from './measure';
import { passRows } from './peers';
import { randomFrom, rowsOf, workload } from './workload';

const ROWS = 100_000;
const READINGS = 3;
const REPETITIONS = 11;
const SNIPPETS = 10_000;
/** Longest synchronous stretch that the host bears, in milliseconds. */
const SLICE_LIMIT = 50;
/** Snippets a second of ours where the plain index beside it does 400,000. */
const MATCHING = 400 / 250;

const NAMES = [...'王李张刘陈杨赵黄周吴'].flatMap((family) =>
  [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平'].map((given) => family + given),
);

/** Reading whole sheets of 100,000 rows and 12 columns, the longest slice of it, and matching texts to clauses. */
export function intakeLines(): Line[] {
  return [...readingLines(), ...matchingLines()];
}

export function shipped(id: string): Rulebook {
  const loaded = loadRulebook(JSON.parse(readFileSync(`rulesets/${id}.json`, 'utf8')));
  if (!loaded.ok) throw new Error(`${id} does not load`);
  return loaded.rulebook;
}

export function contextOf(rulebook: Rulebook): IntakeContext {
  const readings: Record<string, ReadingValue> = {};
  for (const reading of rulebook.readings) readings[reading.id] = reading.default;
  return {
    rulebook,
    month: parseMonth('2026-10') ?? 0,
    readings,
    confirmations: [],
    mappings: [],
    knownWordings: {},
  };
}

interface Labelled {
  readonly rulebook: string;
  readonly text: string;
}
const labelled = (): Labelled[] =>
  JSON.parse(readFileSync('test/fixtures/matching/labelled.json', 'utf8')) as Labelled[];

/** A new string every time, as the host hands them: no two cells share one. */
const fresh = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');

function gridOf(
  sheet: string,
  header: readonly string[],
  body: CellValue[][],
  dates: readonly number[],
): Grid {
  const kinds = Uint8Array.from(header, (_, c) => (dates.includes(c) ? NumberKind.Date : NumberKind.General));
  return {
    sheet,
    visibility: 'visible',
    rows: [[...header], ...body],
    columnCount: header.length,
    merges: [],
    kinds: [undefined, ...body.map(() => kinds)],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    date1904: false,
  };
}

const FIRST = serialOfDay(dayOf(2026, 10, 1) ?? 0);

/** A violation log: half of the rows by code, the others by wording. */
export function logGrid(book: string): Grid {
  const random = randomFrom(7);
  const texts = labelled().flatMap(({ rulebook, text }) => (rulebook === book ? [text] : []));
  const body = Array.from({ length: ROWS }, (_, i): CellValue[] => {
    const who = Math.floor(random() * NAMES.length);
    return [
      fresh(`Z${i}`),
      FIRST + Math.floor(random() * 31),
      fresh(NAMES[who]!),
      fresh(`KF${1000 + who}`),
      fresh('热线一组'),
      random() < 0.5 ? fresh('GM-04') : null,
      fresh(texts[Math.floor(random() * texts.length)]!),
      1,
      null,
      random() < 0.1 ? fresh('申诉不成立') : null,
      fresh('孙梅'),
      null,
    ];
  });
  return gridOf(
    '质检记录',
    [
      '质检编号',
      '日期',
      '姓名',
      '工号',
      '班组',
      '条款',
      '问题描述',
      '次数',
      '扣分',
      '申诉结果',
      '质检员',
      '备注',
    ],
    body,
    [1],
  );
}

/** An attendance export: one row a person and day, one in ten with something on it. */
export function dailyGrid(): Grid {
  const random = randomFrom(11);
  const body = Array.from({ length: ROWS }, (_, i): CellValue[] => {
    const who = i % NAMES.length;
    const late = random() < 0.1;
    return [
      fresh(NAMES[who]!),
      fresh('客服部'),
      fresh(`KF${1000 + who}`),
      FIRST + (Math.floor(i / NAMES.length) % 31),
      fresh('早班 08:00-17:00'),
      fresh(late ? '08:14' : '07:52'),
      fresh(late ? '迟到' : '正常'),
      fresh('17:03'),
      fresh('正常'),
      late ? 1 : 0,
      late ? 14 : 0,
      null,
    ];
  });
  return gridOf(
    '每日统计',
    [
      '姓名',
      '部门',
      '工号',
      '日期',
      '班次',
      '上班1打卡时间',
      '上班1打卡结果',
      '下班1打卡时间',
      '下班1打卡结果',
      '迟到次数',
      '迟到时长(分钟)',
      '备注',
    ],
    body,
    [3],
  );
}

function readingLines(): Line[] {
  const load = workload('W2');
  const context = contextOf(shipped('GM'));
  const lines: Line[] = [];
  for (const [what, make] of [
    ['violation log', () => logGrid('GM')],
    ['attendance, daily', dailyGrid],
  ] as const) {
    const pairs: [number, number][] = [];
    let slice = 0;
    check(readWorkbook([make()], context), what);
    for (let i = 0; i < READINGS; i += 1) {
      const peer = timedWarm(
        () => rowsOf(load),
        (rows) => passRows(load, rows),
      );
      const grid = make();
      tidy();
      pairs.push([timed(() => readWorkbook([grid], context)), peer]);
      slice = Math.max(slice, longestSlice(make(), context));
    }
    const perRow = (median(pairs.map(([own]) => own)) * 1e3) / ROWS;
    lines.push(
      ratioLine(`reading: ${what} / (c)`, `${ROWS / 1000}k x 12`, pairs, 5, `${perRow.toFixed(2)} us a row`),
      {
        what: `longest slice: ${what}`,
        load: `${ROWS / 1000}k x 12`,
        value: `${slice.toFixed(0)} ms`,
        bar: `<= ${SLICE_LIMIT} ms`,
        met: slice <= SLICE_LIMIT,
        note: 'between two steps of readWorkbookInSteps; clock or processor time, whichever is less',
      },
    );
  }
  return lines;
}

/** That nothing of the sheet was left unread. */
function check(reading: WorkbookReading, what: string): void {
  const settled =
    reading.incidents.length + reading.events.length + reading.setAside.length + reading.dropped.length;
  if (reading.rowCount !== ROWS || settled < ROWS / 20)
    throw new Error(`${what}: ${settled} of ${ROWS} rows`);
}

/**
 * Milliseconds of the longest step. A step takes no longer than the clock says, and no longer than the processor time that
 * the process had meanwhile: what it waited for other programs is none of its own.
 */
export function longestSlice(grid: Grid, context: IntakeContext): number {
  let longest = 0;
  const steps = readWorkbookInSteps([grid], context);
  for (;;) {
    const before = process.cpuUsage();
    const start = performance.now();
    const { done } = steps.next();
    const passed = performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    longest = Math.max(longest, Math.min(passed, (user + system) / 1000));
    if (done === true) return longest;
  }
}

/** Texts that were never seen before: the labelled ones with something in front or behind. */
function snippetsOf(book: string): string[] {
  const texts = labelled().flatMap(({ rulebook, text }) => (rulebook === book ? [text] : []));
  const [before, after] = [
    ['', '客服', '员工', '当天', '早上', '王伟'],
    ['', '了', '被查到', '第二次', '现场发现', '已谈话'],
  ];
  const random = randomFrom(3);
  return Array.from({ length: SNIPPETS }, (_, i) =>
    fresh(
      `${before[Math.floor(random() * before.length)]!}${texts[i % texts.length]!}${after[Math.floor(random() * after.length)]!}${i % 97}`,
    ),
  );
}

function matchingLines(): Line[] {
  const rulebook = shipped('GAS');
  const matcher = buildMatcher(rulebook);
  const plain = new BigramIndex(
    matcher.wordings.map(({ phrases, context }) => [...phrases.map(({ text }) => text), context].join('。')),
  );
  const search: [number, number][] = [];
  const whole: [number, number][] = [];
  const qty = { digits: 1n, scale: 0 };
  for (let i = 0; i < REPETITIONS; i += 1) {
    const peer = timedWarm(
      () => snippetsOf('GAS'),
      (texts) => {
        for (const text of texts) plain.best(text);
      },
    );
    const own = timedWarm(
      () => snippetsOf('GAS'),
      (texts) => {
        for (const text of texts) searchIndex(matcher.index, text, 6);
      },
    );
    const decided = timedWarm(
      () => ({ texts: snippetsOf('GAS'), matcher: buildMatcher(rulebook) }),
      ({ texts, matcher: cold }) => {
        for (const text of texts)
          matchClause(cold, { codes: [], texts: [text], categories: [], amounts: {}, qty, elements: {} });
      },
    );
    search.push([own, peer]);
    whole.push([decided, peer]);
  }
  const rate = (ms: number): string => `${Math.round(SNIPPETS / ms)}k/s`;
  const note = (pairs: readonly [number, number][]): string =>
    `${rate(median(pairs.map(([own]) => own)))} against ${rate(median(pairs.map(([, peer]) => peer)))}`;
  const load = `${SNIPPETS / 1000}k x ${matcher.wordings.length}`;
  const told = ratioLine('matching and deciding / bigram index', load, whole, MATCHING, note(whole));
  const { met: _met, ...open } = told;
  return [ratioLine('matching / bigram index', load, search, MATCHING, note(search)), { ...open, bar: '' }];
}
