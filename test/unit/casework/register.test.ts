import fc from 'fast-check';
import {
  caseFileJson,
  EMPTY_CASE_FILE,
  readCaseFile,
  takeIn,
  type CaseFile,
  type ComplaintRecord,
} from '../../../src/casework';
import { day, issue, TODAY } from './support/issues';

const record = (row: number, fields: Partial<ComplaintRecord> = {}): ComplaintRecord => ({
  sheet: '投诉登记',
  row,
  receivedOn: day('2026-10-08') + row,
  customer: `客户${row}`,
  phone: `1380000${String(row).padStart(4, '0')}`,
  content: `问题${row}`,
  ...fields,
});

const take = (file: CaseFile, records: readonly ComplaintRecord[]) => takeIn(file, records, TODAY);
const placed = (file: CaseFile) =>
  Object.fromEntries(
    file.issues.map(({ id, source, missing }) => [
      id,
      `${source?.row ?? '—'}${missing === true ? ' gone' : ''}`,
    ]),
  );

describe('numbers', () => {
  it('are given within the year in order of receipt', () => {
    const records = [
      record(2, { receivedOn: day('2026-10-12') }),
      record(3, { receivedOn: day('2026-10-09'), receivedAt: 40_000 }),
      record(4, { receivedOn: day('2026-10-09'), receivedAt: 30_000 }),
      record(5, { receivedOn: day('2025-12-31') }),
    ];
    const { file, added } = take(EMPTY_CASE_FILE, records);
    expect(placed(file)).toEqual({ '2025-001': '5', '2026-001': '4', '2026-002': '3', '2026-003': '2' });
    expect(added).toHaveLength(4);
    expect(file.last).toEqual({ '2025': 1, '2026': 3 });
  });

  it('stay, whatever happens to the rows', () => {
    const first = take(EMPTY_CASE_FILE, [record(2), record(3), record(4)]).file;
    // sorted the other way round, a row inserted before them
    const moved = [record(2, { row: 5 }), record(3, { row: 4 }), record(4, { row: 3 })];
    expect(placed(take(first, moved).file)).toEqual({ '2026-001': '5', '2026-002': '4', '2026-003': '3' });
    expect(take(first, moved).added).toEqual([]);
  });

  it('stay when a record is corrected in its place', () => {
    const first = take(EMPTY_CASE_FILE, [record(2), record(3)]).file;
    const corrected = [
      record(2, { content: '问题2的更正' }),
      record(3, { phone: '024-1', customer: '客户三' }),
    ];
    const again = take(first, corrected);
    expect(again.added).toEqual([]);
    expect(again.file.issues.map(({ content }) => content)).toEqual(['问题2的更正', '问题3']);
  });

  it('do not pass to another record in the same row', () => {
    const first = take(EMPTY_CASE_FILE, [record(2)]).file;
    const other = record(2, {
      receivedOn: day('2026-10-20'),
      customer: '别人',
      phone: '1',
      content: '别的事',
    });
    expect(placed(take(first, [other]).file)).toEqual({ '2026-001': '2 gone', '2026-002': '2' });
  });

  it('are never used again', () => {
    const first = take(EMPTY_CASE_FILE, [record(2), record(3)]).file;
    const emptied: CaseFile = { ...first, issues: [] };
    expect(take(emptied, [record(9)]).added).toEqual(['2026-003']);
    // even where only the ledger is left to tell
    expect(take({ last: {}, issues: first.issues }, [record(9)]).added).toEqual(['2026-003']);
  });

  it('tell records that say the same apart by their places', () => {
    const same = { receivedOn: day('2026-10-08'), customer: '匿名', phone: '', content: '打不通' };
    const first = take(EMPTY_CASE_FILE, [record(2, same), record(3, same)]).file;
    expect(placed(first)).toEqual({ '2026-001': '2', '2026-002': '3' });
    expect(placed(take(first, [record(3, same)]).file)).toEqual({ '2026-001': '2 gone', '2026-002': '3' });
    expect(placed(take(first, [record(3, same), record(2, same)]).file)).toEqual({
      '2026-001': '2',
      '2026-002': '3',
    });
  });

  it('follow the sheet’s own number before anything else', () => {
    const first = take(EMPTY_CASE_FILE, [record(2, { number: 'DB-1' })]).file;
    const rewritten = record(8, {
      number: 'DB-1',
      receivedOn: day('2026-10-30'),
      customer: '另一人',
      content: '重写',
    });
    expect(take(first, [rewritten]).added).toEqual([]);
    const other = record(2, { number: 'DB-2' });
    expect(take(first, [{ ...other, content: '问题2.' }]).added).toEqual(['2026-002']);
  });

  it('return to a record that was gone for a while', () => {
    const first = take(EMPTY_CASE_FILE, [record(2), record(3)]).file;
    const without = take(first, [record(3)]).file;
    expect(placed(without)['2026-001']).toBe('2 gone');
    expect(placed(take(without, [record(3), record(2)]).file)).toEqual({ '2026-001': '2', '2026-002': '3' });
  });

  it('do not depend on the order in which records are read', () => {
    const records = [2, 3, 4, 5, 6].map((row) => record(row));
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: 5 }), (shuffled) => {
        expect(placed(take(EMPTY_CASE_FILE, shuffled).file)).toEqual(
          placed(take(EMPTY_CASE_FILE, records).file),
        );
      }),
    );
  });
});

describe('reading the same records again', () => {
  it('changes nothing', () => {
    const records = [record(2, { kind: '投诉' }), record(3), record(4, { number: 'A-1' })];
    const once = take(EMPTY_CASE_FILE, records).file;
    expect(caseFileJson(take(once, records).file)).toEqual(caseFileJson(once));
  });
});

describe('what a record says', () => {
  it('fills the issue', () => {
    const [taken] = take(EMPTY_CASE_FILE, [
      record(2, {
        receivedBy: '孙梅',
        channel: '12345转办',
        accusedDepartment: '营业部',
        accusedPerson: '周晓兰',
        handler: '赵强',
        deadline: '3日内',
        verified: true,
        kind: '客户投诉',
        level: '二级',
        note: ' ',
      }),
    ]).file.issues;
    expect(taken).toMatchObject({
      id: '2026-001',
      state: '受理',
      receivedBy: '孙梅',
      channel: '12345转办',
      accused: '营业部 周晓兰',
      people: '周晓兰',
      handler: '赵强',
      limit: '3日内',
      verified: true,
      kind: '投诉',
      level: 2,
      source: { sheet: '投诉登记', row: 2 },
    });
    expect(taken).not.toHaveProperty('note');
  });

  it('leaves an unclear kind or level open and says so', () => {
    const { file, problems } = take(EMPTY_CASE_FILE, [record(2, { kind: '咨询', level: '特级' })]);
    expect([file.issues[0]?.kind, file.issues[0]?.level]).toEqual([undefined, undefined]);
    expect(problems.map(({ problem }) => problem)).toEqual([
      { code: 'CASE_KIND_UNREADABLE', params: { id: '2026-001', found: '咨询' } },
      { code: 'CASE_LEVEL_UNREADABLE', params: { id: '2026-001', found: '特级' } },
    ]);
  });

  it('comes through later, but never over what a person typed or cleared', () => {
    const { file } = take(EMPTY_CASE_FILE, [record(2, { note: '旧' })]);
    const edited: CaseFile = {
      ...file,
      issues: file.issues.map((taken) => ({ ...taken, customer: '改过的名字', note: undefined })),
    };
    const [after] = take(edited, [record(2, { note: '旧', result: '已处理', content: '问题2补充' })]).file
      .issues;
    expect(after).toMatchObject({ customer: '改过的名字', result: '已处理', content: '问题2补充' });
    expect(after?.note).toBeUndefined();
  });
});

describe('the case file', () => {
  it('travels as JSON', () => {
    const { file } = take(EMPTY_CASE_FILE, [
      record(2),
      record(3, { level: '1', kind: '投诉', verified: false }),
    ]);
    const withMore: CaseFile = {
      ...file,
      issues: [
        ...file.issues,
        issue({
          id: '2026-100',
          extension: { to: TODAY, from: undefined },
          unread: { level: '四级' },
          rounds: 1,
        }),
      ],
    };
    const text = JSON.stringify(caseFileJson(withMore));
    expect(JSON.stringify(caseFileJson(readCaseFile(JSON.parse(text))))).toBe(text);
  });

  it.each([
    [null, '—'],
    [{ version: 2, last: {}, issues: [] }, 'version'],
    [{ version: 1, last: {}, issues: [{ id: '2026-1', state: '受理' }] }, 'issues.0.id'],
    [{ version: 1, last: {}, issues: [{ id: '2026-001', state: '处理中' }] }, 'issues.0.state'],
    [{ version: 1, last: {}, issues: [{ id: '2026-001', state: '受理', level: 4 }] }, 'issues.0.level'],
    [{ version: 1, last: {}, issues: [{ id: '2026-001', state: '受理', surprise: 1 }] }, 'issues.0'],
    [
      {
        version: 1,
        last: {},
        issues: [
          { id: '2026-001', state: '受理' },
          { id: '2026-001', state: '受理' },
        ],
      },
      'issues',
    ],
  ])('is refused when damaged: %j', (json, path) => {
    expect(() => readCaseFile(json)).toThrow(
      expect.objectContaining({ problem: { code: 'CASE_FILE_INVALID', params: { path } } }),
    );
  });
});
