import fc from 'fast-check';
import {
  applyRows,
  caseFileJson,
  CASE_STATES,
  EMPTY_CASE_FILE,
  type CaseFile,
  type ServiceIssue,
} from '../../../src/casework';
import { serialOfDay } from '../../../src/facts/date';
import { ledgerPlan, readLedger, withoutTyped } from '../../../src/reports/ledger';
import { NumberKind } from '../../../src/workbook/grid';
import { planDiff, regenerate } from '../../../src/workbook/regenerate';
import type { SheetPlan } from '../../../src/workbook/sheetPlan';
import { createWorkbook, readWorkbook } from '../../../src/workbook/xlsx';
import { gridOf, inputOf, Sheet } from '../casework/support/caseTabs';
import { CONTEXT, day, issue, TODAY, without } from '../casework/support/issues';

const HEADERS = [
  '序号',
  '受理人',
  '受理时间',
  '客户姓名',
  '客户电话',
  '客户地址',
  '服务质量问题内容',
  '被抱怨/投诉部门、人员',
  '承办部门',
  '处理时限',
  '处理结果',
  '客户满意度(回访)',
  '备注',
  '编号',
  '抱怨/投诉',
  '级别',
  '时限',
  '状态',
  '超期',
  '办结日期',
];

const SOURCE = { sheet: '投诉登记', row: 2 };
const fileOf = (...issues: ServiceIssue[]): CaseFile => ({ last: {}, issues });
const headerRow = (plan: SheetPlan): number => plan.table?.headerRow ?? -1;
const apply = (file: CaseFile, grid: Parameters<typeof readLedger>[0]) => {
  const reading = readLedger(grid);
  return { reading, ...applyRows(file, reading.rows, TODAY, CONTEXT, { adds: true }) };
};

describe('the ledger tab', () => {
  const late = issue({
    source: SOURCE,
    state: '处理',
    orderedOn: day('2026-10-08'),
    kind: '投诉',
    level: 3,
  });
  const plan = ledgerPlan(inputOf([late, issue({ id: '2026-013' })]), 'zh');
  const cellsOf = (id: string) => plan.rows.find((row) => row.id === id)?.cells ?? [];

  it('has annex 3’s columns in their order, then the status', () => {
    expect(plan.rows[headerRow(plan)]?.cells.map((cell) => cell?.value)).toEqual(HEADERS);
    expect(plan.rows[0]?.cells[0]?.value).toBe('2026年服务质量问题处理管理台账');
    expect([plan.id, plan.name, plan.print.orientation]).toEqual(['ledger:2026', '台账', 'landscape']);
  });

  it('says what is known of an issue', () => {
    expect(cellsOf('2026-012').map((cell) => cell?.value)).toEqual([
      1,
      '孙梅',
      serialOfDay(day('2026-10-08')),
      '王晓明',
      '13912345678',
      '南京街12号',
      '窗口人员态度生硬',
      '营业部 周晓兰',
      '营业部',
      '3日内',
      '客户接受',
      '满意',
      '',
      '2026-012',
      '投诉',
      '三级',
      serialOfDay(day('2026-10-11')),
      '处理',
      4,
      null,
    ]);
  });

  it('is yellow where people write; everywhere for an issue entered in it', () => {
    const hands = (id: string) =>
      HEADERS.filter((_, column) => (cellsOf(id)[column]?.style ?? '').startsWith('hand'));
    const always = [
      '承办部门',
      '处理时限',
      '处理结果',
      '客户满意度(回访)',
      '备注',
      '抱怨/投诉',
      '级别',
      '时限',
      '状态',
      '办结日期',
    ];
    expect(hands('2026-012')).toEqual(always);
    expect(hands('2026-013')).toEqual(HEADERS.filter((header) => !['序号', '编号', '超期'].includes(header)));
    expect(plan.table?.columns.filter(({ hand }) => hand).map(({ column }) => HEADERS[column])).toEqual(
      always,
    );
  });

  it('offers lists and colours overdue', () => {
    const listed = Object.fromEntries(
      (plan.validations ?? []).map(({ range, list }) => [HEADERS[range.left], list]),
    );
    expect(listed).toEqual({
      '客户满意度(回访)': ['满意', '基本满意', '不满意', '无法回访'],
      '抱怨/投诉': ['抱怨', '投诉'],
      级别: ['一级', '二级', '三级'],
      状态: [...CASE_STATES],
    });
    expect(plan.conditionalFormats?.map(({ range, rule }) => [HEADERS[range.left], rule])).toEqual([
      ['超期', { type: 'greaterThan', value: 0 }],
    ]);
  });

  it('marks an issue whose record is gone', () => {
    const gone = ledgerPlan(inputOf([{ ...late, missing: true }]), 'zh');
    const [id] = gone.rows.flatMap(({ cells }) => cells.filter((cell) => cell?.value === '2026-012'));
    expect(id?.style).toBe('warning');
    expect(gone.rows.some(({ cells }) => String(cells[0]?.value).includes('已找不到'))).toBe(true);
  });

  it('covers the year and what is still open of the years before', () => {
    const old = (id: string, state: ServiceIssue['state']) => issue({ id, state });
    const both = ledgerPlan(
      inputOf([old('2025-001', '办结'), old('2025-002', '回访'), old('2026-001', '办结')]),
      'zh',
    );
    expect(both.rows.flatMap(({ id }) => (id?.startsWith('20') === true ? [id] : []))).toEqual([
      '2025-002',
      '2026-001',
    ]);
  });

  it('hides phones and names on request, and reads the masks as nothing typed', () => {
    const masked = ledgerPlan(inputOf([late], { maskPhones: true, maskNames: true }), 'zh');
    const cells = masked.rows.find(({ id }) => id === '2026-012')?.cells;
    expect([cells?.[3]?.value, cells?.[4]?.value]).toEqual(['王**', '139****5678']);
    expect(apply(fileOf(late), gridOf(masked)).file.issues[0]).toMatchObject({
      customer: '王晓明',
      phone: '13912345678',
    });
  });

  it('is an empty list without issues', () => {
    const empty = ledgerPlan(inputOf([]), 'zh');
    expect(empty.validations).toBeUndefined();
    expect(readLedger(gridOf(empty))).toMatchObject({ rows: [], findings: [] });
  });
});

const text = fc
  .string({ unit: fc.constantFrom(...'营业部王 明，,：=+@-1290aA（"\n'), minLength: 1, maxLength: 12 })
  .filter((value) => value.trim() !== '');
const dayBetween = fc.integer({ min: day('2026-01-01'), max: day('2026-12-20') });
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** What the ledger shows of an issue. */
const shownFields = fc.record({
  receivedOn: optional(dayBetween),
  receivedBy: optional(text),
  customer: optional(text),
  phone: optional(text),
  address: optional(text),
  content: optional(text),
  accused: optional(text),
  handlingDepartment: optional(text),
  limit: optional(fc.constantFrom('当天', '3日内', '5个工作日内', '2026-10-15前', '尽快')),
  result: optional(text),
  satisfaction: optional(fc.constantFrom('满意', '不满意', '再议')),
  note: optional(text),
  kind: optional(fc.constantFrom('抱怨' as const, '投诉' as const)),
  level: optional(fc.constantFrom(1 as const, 2 as const, 3 as const)),
  state: fc.constantFrom(...CASE_STATES),
  closedOn: optional(dayBetween),
  source: fc.constant(SOURCE),
});
const issuesOf = (fields: readonly Omit<ServiceIssue, 'id'>[]): ServiceIssue[] =>
  fields.map((found, index) => ({ ...found, id: `2026-${String(index + 1).padStart(3, '0')}` }));
const shown = ({ id, ...fields }: ServiceIssue) => {
  const {
    source: _source,
    seenOpenOn: _seen,
    unread: _unread,
    extension: _extension,
    calledBackOn: _called,
    ...rest
  } = fields;
  return { id, ...rest };
};
const present = (value: object) =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));

describe('an issue through the ledger and back', () => {
  it('is the same, in either language', () => {
    fc.assert(
      fc.property(
        fc.array(shownFields, { maxLength: 6 }),
        fc.constantFrom('zh' as const, 'en' as const),
        (fields, language) => {
          const issues = issuesOf(fields);
          const grid = gridOf(ledgerPlan(inputOf(issues), language));
          const fresh = apply(EMPTY_CASE_FILE, grid);
          expect(fresh.file.issues.map((found) => present(shown(found)))).toEqual(
            issues.map((made) => present(shown(made))),
          );
          const known = apply(fileOf(...issues), grid);
          expect(known.file.issues.map((found) => present(shown(found)))).toEqual(
            issues.map((made) => present(shown(made))),
          );
          expect(known.reading.findings).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is the same through a workbook file', () => {
    const issues = [
      issue({
        source: SOURCE,
        state: '督办',
        orderedOn: day('2026-10-08'),
        note: '=HYPERLINK("x")',
        level: 1,
        kind: '投诉',
      }),
      issue({ id: '2026-013', content: '第一行\n第二行', closedOn: day('2026-10-14'), state: '办结' }),
    ];
    const plan = regenerate(undefined, ledgerPlan(inputOf(issues), 'zh')).plan;
    const grid = readWorkbook(createWorkbook([plan])).grid('台账');
    const { file, findings } = apply(fileOf(...issues), grid);
    expect(findings).toEqual([]);
    expect(file.issues.map((found) => present(shown(found)))).toEqual(
      issues.map((made) => present(shown(made))),
    );
  });

  it('makes the same tab again', () => {
    const issues = [
      issue({ source: SOURCE, state: '处理', orderedOn: day('2026-10-08') }),
      issue({ id: '2026-013' }),
    ];
    const plan = regenerate(undefined, ledgerPlan(inputOf(issues), 'zh')).plan;
    const grid = gridOf(plan);
    const { file, reading, idsOf } = apply(fileOf(...issues), grid);
    const again = regenerate(withoutTyped(grid, reading, { idsOf }), ledgerPlan(inputOf(file.issues), 'zh'));
    expect(again.conflicts).toEqual([]);
    expect(planDiff(grid, again.plan)).toEqual({ changed: 0, first: [] });
    const twice = apply(file, gridOf(again.plan));
    expect(caseFileJson(twice.file)).toEqual(caseFileJson(file));
  });
});

describe('typing errors', () => {
  const made = ledgerPlan(inputOf([issue({ source: SOURCE })]), 'zh');
  const typed = (header: string, value: string | number) => {
    const sheet = new Sheet(gridOf(made));
    const [row] = sheet.find('2026-012');
    sheet.set(row, HEADERS.indexOf(header), value);
    return apply(fileOf(issue({ source: SOURCE, level: 2 })), sheet.toGrid());
  };

  it.each([
    ['抱怨/投诉', '投拆', 'CASE_KIND_UNREADABLE', 'O4'],
    ['级别', '四级', 'CASE_LEVEL_UNREADABLE', 'P4'],
    ['状态', '办洁', 'CASE_STATE_UNREADABLE', 'R4'],
    ['受理时间', '上周五', 'CASE_DATE_UNREADABLE', 'C4'],
    ['时限', '月底', 'CASE_DATE_UNREADABLE', 'Q4'],
    ['办结日期', '10/9/2026', 'CASE_DATE_UNREADABLE', 'T4'],
  ])('%s “%s” is found at its cell and stays as typed', (header, value, code, address) => {
    const { file, findings } = typed(header, value);
    expect(findings.map((finding) => [finding.code, finding.sheet, finding.address])).toEqual([
      [code, '台账', address],
    ]);
    const again = ledgerPlan(inputOf(file.issues), 'zh');
    const cell = again.rows.find(({ id }) => id === '2026-012')?.cells[HEADERS.indexOf(header)];
    expect(cell).toEqual({ value, style: 'warning' });
  });

  it('time limits stay as typed', () => {
    expect(typed('处理时限', '2026年10月20日').file.issues[0]?.limit).toBe('2026年10月20日');
    expect(typed('处理时限', '3日').file.issues[0]?.limit).toBe('3日');
    expect(typed('处理时限', '尽快').file.issues[0]?.limit).toBe('尽快');
  });

  it('dates are read in the ways people write them', () => {
    expect(typed('办结日期', '2026.10.9').file.issues[0]?.closedOn).toBe(day('2026-10-09'));
    expect(typed('受理时间', 46_303).file.issues[0]?.receivedOn).toBe(day('2026-10-08'));
  });

  it('a lost header or column is reported, nothing else is lost', () => {
    const sheet = new Sheet(gridOf(made));
    const [row] = sheet.find('2026-012');
    for (let column = 0; column < HEADERS.length; column += 1) sheet.set(headerRow(made), column, null);
    const lost = apply(fileOf(issue()), sheet.toGrid());
    expect(lost.reading.findings).toMatchObject([{ code: 'CASE_NO_HEADER' }]);
    expect(lost.file.issues).toEqual([issue()]);

    const other = new Sheet(gridOf(made));
    other.set(headerRow(made), HEADERS.indexOf('级别'), 'X');
    other.set(row, HEADERS.indexOf('备注'), '新备注');
    const one = apply(fileOf(issue({ level: 2 })), other.toGrid());
    expect(one.reading.findings).toMatchObject([{ code: 'CASE_COLUMN_MISSING', params: { column: '级别' } }]);
    expect(one.file.issues[0]).toMatchObject({ level: 2, note: '新备注' });
  });

  it('an error value is no entry', () => {
    const sheet = new Sheet(gridOf(made));
    const [row] = sheet.find('2026-012');
    sheet.set(row, HEADERS.indexOf('备注'), { error: '#REF!' });
    const { file, findings } = apply(fileOf(issue({ note: '旧' })), sheet.toGrid());
    expect(findings).toMatchObject([{ code: 'CASE_CELL_ERROR', params: { found: '#REF!' } }]);
    expect(file.issues[0]?.note).toBe('旧');
  });

  it('notes below the signatures are no issues', () => {
    const sheet = new Sheet(gridOf(made));
    sheet.set(sheet.rows.length + 1, 3, '注:本表每周更新');
    expect(apply(fileOf(issue({ source: SOURCE })), sheet.toGrid()).added).toEqual([]);
  });
});

const TEXTS = [
  'customer',
  'phone',
  'address',
  'content',
  'accused',
  'handlingDepartment',
  'result',
  'note',
] as const;
const HEADER_OF: Readonly<Record<(typeof TEXTS)[number], string>> = {
  customer: '客户姓名',
  phone: '客户电话',
  address: '客户地址',
  content: '服务质量问题内容',
  accused: '被抱怨/投诉部门、人员',
  handlingDepartment: '承办部门',
  result: '处理结果',
  note: '备注',
};

const edit = fc.oneof(
  fc.record({ do: fc.constant('sort' as const), by: fc.nat(19), down: fc.boolean() }),
  fc.record({ do: fc.constant('filter' as const) }),
  fc.record({ do: fc.constant('insert' as const), at: fc.nat(7), text }),
  fc.record({ do: fc.constant('move' as const), from: fc.nat(19), to: fc.nat(19) }),
  fc.record({ do: fc.constant('type' as const), at: fc.nat(5), field: fc.constantFrom(...TEXTS), text }),
  fc.record({ do: fc.constant('own column' as const), text }),
);

describe('1,000 random edits of the tab', () => {
  it('keep every typed value at its issue, and the tab anew shows them', () => {
    let edits = 0;
    fc.assert(
      fc.property(
        fc.array(shownFields, { minLength: 1, maxLength: 5 }),
        fc.array(edit, { minLength: 4, maxLength: 9 }),
        (fields, steps) => {
          const issues = issuesOf(fields).map((made) => ({ ...made, unread: undefined }));
          const made = regenerate(undefined, ledgerPlan(inputOf(issues), 'zh')).plan;
          const sheet = new Sheet(gridOf(made));
          const [top] = [headerRow(made) + 1];
          let count = issues.length;
          const expected = new Map<string, string>();
          const inserted: string[] = [];
          const own = new Map<string, string>();
          const columnOf = (header: string) =>
            sheet.rows[headerRow(made)]?.findIndex(({ value }) => value === header) ?? -1;
          const idAt = (row: number) => sheet.rows[row]?.[columnOf('编号')]?.value;
          for (const step of steps) {
            edits += 1;
            switch (step.do) {
              case 'sort': {
                const key = (cells: (typeof sheet.rows)[number]) =>
                  JSON.stringify(cells[step.by]?.value ?? null);
                const list = sheet.rows
                  .slice(top, top + count)
                  .sort((a, b) => (key(a) < key(b) ? -1 : 1) * (step.down ? -1 : 1));
                sheet.rows.splice(top, count, ...list);
                break;
              }
              case 'insert': {
                const at = top + (step.at % (count + 1));
                sheet.insertRow(at);
                const note = `${step.text}#${inserted.length}`;
                sheet.set(at, columnOf('备注'), note);
                inserted.push(note);
                count += 1;
                break;
              }
              case 'move':
                sheet.moveColumn(step.from, step.to);
                break;
              case 'type': {
                const row = top + (step.at % count);
                const id = idAt(row);
                if (typeof id !== 'string') break;
                sheet.set(row, columnOf(HEADER_OF[step.field]), step.text, NumberKind.Text);
                expected.set(`${id} ${step.field}`, step.text);
                break;
              }
              case 'own column': {
                const column = Math.max(...sheet.rows.map((cells) => cells.length));
                sheet.set(headerRow(made), column, `自加${own.size}`);
                sheet.set(top, column, step.text);
                own.set(`自加${own.size}`, step.text);
                break;
              }
              case 'filter':
                break;
            }
          }
          const grid = sheet.toGrid();
          const { reading, file, idsOf, added, findings } = apply(fileOf(...issues), grid);
          expect(findings.filter(({ code }) => /UNREADABLE|TWICE|BAD_ID|STEP/.test(code))).toEqual([]);
          const byId = new Map(file.issues.map((found) => [found.id, found]));
          for (const [place, value] of expected) {
            const [id = '', field = ''] = place.split(' ');
            expect(byId.get(id)?.[field as (typeof TEXTS)[number]]).toBe(value);
          }
          expect(added.map((id) => byId.get(id)?.note).sort()).toEqual([...inserted].sort());
          for (const before of issues) {
            const after = byId.get(before.id);
            for (const field of TEXTS) {
              if (!expected.has(`${before.id} ${field}`)) expect(after?.[field]).toBe(before[field]);
            }
          }
          const again = regenerate(
            withoutTyped(grid, reading, { idsOf }),
            ledgerPlan(inputOf(file.issues), 'zh'),
          );
          const cells = new Set(again.plan.rows.flatMap((row) => row.cells.map((cell) => cell?.value)));
          for (const value of [...expected.values(), ...inserted, ...own.values()])
            expect(cells).toContain(value);
          expect(apply(file, gridOf(again.plan)).added).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
    expect(edits).toBeGreaterThan(1000);
  });
});

describe('a state typed in the ledger', () => {
  it('moves the issue on, and an illegal one is put back with its reason', () => {
    const complete = issue({ source: SOURCE });
    const made = regenerate(undefined, ledgerPlan(inputOf([complete]), 'zh')).plan;
    const typed = (state: string, base: ServiceIssue) => {
      const sheet = new Sheet(gridOf(made));
      const [row] = sheet.find('2026-012');
      sheet.set(row, HEADERS.indexOf('状态'), state);
      const grid = sheet.toGrid();
      const { reading, file, idsOf, findings } = apply(fileOf(base), grid);
      const again = regenerate(
        withoutTyped(grid, reading, { idsOf }),
        ledgerPlan(inputOf(file.issues), 'zh'),
      );
      const cells = again.plan.rows.find(({ id }) => id === '2026-012')?.cells;
      return {
        state: cells?.[HEADERS.indexOf('状态')]?.value,
        codes: findings.map(({ code }) => code),
        conflicts: again.conflicts,
      };
    };
    expect(typed('处理中', complete)).toEqual({ state: '处理', codes: [], conflicts: [] });
    expect(typed('处理', without(complete, 'handler'))).toEqual({
      state: '受理',
      codes: ['CASE_HANDLER_REQUIRED'],
      conflicts: [],
    });
    expect(typed('受理', { ...complete, state: '回访' })).toEqual({
      state: '回访',
      codes: ['CASE_STEP_ILLEGAL'],
      conflicts: [],
    });
  });
});
