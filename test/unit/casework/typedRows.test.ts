import {
  applyRows,
  EMPTY_CASE_FILE,
  knownDueDay,
  type Applied,
  type CaseFile,
  type ServiceIssue,
  type TypedRow,
} from '../../../src/casework';
import { CONTEXT, date, day, issue, SETTINGS, TODAY, without } from './support/issues';

const row = (fields: Partial<TypedRow> = {}): TypedRow => ({
  sheet: '台账',
  fields: {},
  unread: {},
  problems: [],
  columns: ['id', 'state', 'due', ...Object.keys(fields.fields ?? {})],
  addressOf: (column) => ({ id: 'N4', state: 'R4', due: 'Q4', level: 'P4', closedOn: 'T4' })[column] ?? 'A4',
  text: JSON.stringify(fields),
  ...fields,
});

const fileOf = (...issues: ServiceIssue[]): CaseFile => ({ last: {}, issues });
const apply = (file: CaseFile, rows: readonly TypedRow[], today = TODAY): Applied =>
  applyRows(file, rows, today, CONTEXT, { adds: true });
const only = ({ file }: Applied): ServiceIssue => file.issues[0]!;
const found = ({ findings }: Applied) =>
  findings.map(({ code, address, severity }) => `${severity} ${code} ${address}`);

describe('what is typed in the ledger', () => {
  it('is the issue’s, cleared cells included', () => {
    const before = issue({ state: '督办', orderedOn: day('2026-10-08'), note: '旧' });
    const after = apply(fileOf(before), [
      row({
        id: '2026-012',
        due: day('2026-10-11'),
        fields: { customer: '李明', note: undefined, level: 2 },
      }),
    ]);
    expect(only(after)).toEqual({
      ...before,
      customer: '李明',
      note: undefined,
      level: 2,
      seenOpenOn: TODAY,
      unread: undefined,
    });
    expect(found(after)).toEqual([]);
  });

  it('leaves alone what its tab does not show', () => {
    const before = issue({ demand: '希望改进', rounds: 1 });
    expect(only(apply(fileOf(before), [row({ id: '2026-012', columns: ['id'] })]))).toMatchObject({
      demand: '希望改进',
      rounds: 1,
    });
  });

  it('keeps an issue whose row was deleted', () => {
    expect(apply(fileOf(issue()), []).file.issues).toEqual([issue()]);
  });

  it('keeps what cannot be read as typed, with a finding at its cell, until it can', () => {
    const unclear = row({
      id: '2026-012',
      columns: ['id', 'level'],
      unread: { level: '四级' },
      problems: [{ column: 'level', problem: { code: 'CASE_LEVEL_UNREADABLE', params: { found: '四级' } } }],
    });
    const once = apply(fileOf(issue({ level: 2 })), [unclear]);
    expect(found(once)).toEqual(['error CASE_LEVEL_UNREADABLE P4']);
    expect(once.findings[0]?.params).toEqual({ found: '四级', id: '2026-012' });
    expect(only(once)).toMatchObject({ level: 2, unread: { level: '四级' } });
    const later = apply(once.file, [row({ id: '2026-012', columns: ['id', 'level'], fields: { level: 3 } })]);
    expect([only(later).level, only(later).unread]).toEqual([3, undefined]);
  });

  it('does not take a mask for an entry', () => {
    const masked = row({ id: '2026-012', fields: { phone: '139****5678', customer: '王**' } });
    expect(only(apply(fileOf(issue()), [masked]))).toMatchObject({
      phone: '13912345678',
      customer: '王晓明',
    });
    const typed = row({ id: '2026-012', fields: { phone: '138****5678', customer: undefined } });
    const after = only(apply(fileOf(issue()), [typed]));
    expect([after.phone, after.customer]).toEqual(['138****5678', undefined]);
  });
});

describe('numbers in the ledger', () => {
  it('are given to rows that have none', () => {
    const after = apply(fileOf(issue()), [
      row({ id: '2026-012' }),
      row({ fields: { receivedOn: day('2026-10-14'), content: '新问题' } }),
      row({ fields: { content: '没有日期' } }),
    ]);
    expect(after.added).toEqual(['2026-013', '2026-014']);
    expect(after.file.issues.map(({ id, content, state }) => [id, content, state])).toEqual([
      ['2026-012', '窗口人员态度生硬', '受理'],
      ['2026-013', '新问题', '受理'],
      ['2026-014', '没有日期', '受理'],
    ]);
    expect(after.file.last).toEqual({ '2026': 14 });
  });

  it('start from what the tab holds where nothing else is known', () => {
    const after = apply(EMPTY_CASE_FILE, [
      row({ id: '2026-041', state: '回访', fields: { content: 'x' } }),
      row({ fields: { content: 'y' } }),
    ]);
    expect(after.file.issues.map(({ id, state }) => [id, state])).toEqual([
      ['2026-041', '回访'],
      ['2026-042', '受理'],
    ]);
  });

  it('stand for one row only', () => {
    const one = row({ id: '2026-012', fields: { note: '甲' }, text: '甲' });
    const same = apply(fileOf(issue()), [one, row({ ...one })]);
    expect(found(same)).toEqual(['warning CASE_ROW_TWICE N4']);
    expect(same.file.issues).toHaveLength(1);
    const other = row({ id: '2026-012', fields: { content: '复制后改写' }, text: '乙' });
    const copied = apply(fileOf(issue()), [one, other]);
    expect(found(copied)).toEqual(['error CASE_ID_TWICE N4']);
    expect(copied.file.issues.map(({ id, content }) => [id, content])).toEqual([
      ['2026-012', '窗口人员态度生硬'],
      ['2026-013', '复制后改写'],
    ]);
    expect(copied.idsOf.get(other)).toBe('2026-013');
  });

  it('are ours to give', () => {
    const after = apply(fileOf(issue()), [row({ id: '12号', fields: { content: 'x' } })]);
    expect(found(after)).toEqual(['error CASE_BAD_ID N4']);
    expect(after.added).toEqual(['2026-013']);
    expect(only(apply(fileOf(issue()), [row({ id: ' 2026－012 ', fields: { note: '全角' } })])).note).toBe(
      '全角',
    );
  });

  it('must be known on forms', () => {
    const after = applyRows(fileOf(issue()), [row({ id: '2026-099' }), row()], TODAY, CONTEXT, {
      adds: false,
    });
    expect(found(after)).toEqual(['warning CASE_UNKNOWN_ID N4']);
    expect(after.file.issues).toHaveLength(1);
  });
});

describe('states typed in the ledger', () => {
  it('are followed over the steps in between', () => {
    const after = apply(fileOf(issue()), [row({ id: '2026-012', state: '回访' })]);
    expect(only(after)).toMatchObject({ state: '回访', orderedOn: TODAY, checkedOn: TODAY });
    expect(found(after)).toEqual([]);
  });

  it('are refused with the reason and the cell, and stay as they were', () => {
    const missing = apply(fileOf(without(issue(), 'handler')), [row({ id: '2026-012', state: '办结' })]);
    expect(found(missing)).toEqual(['error CASE_HANDLER_REQUIRED R4']);
    expect(only(missing).state).toBe('受理');
    const back = apply(fileOf(issue({ state: '台账' })), [row({ id: '2026-012', state: '督办' })]);
    expect(back.findings[0]).toMatchObject({
      code: 'CASE_STEP_ILLEGAL',
      params: { id: '2026-012', from: '台账', to: '督办', next: '考核意见、办结' },
    });
    expect(only(back).state).toBe('台账');
  });

  it('of a new row start at the beginning', () => {
    const after = apply(EMPTY_CASE_FILE, [
      row({ state: '办结', fields: { receivedOn: TODAY, content: 'x' } }),
    ]);
    expect(only(after).state).toBe('受理');
    expect(found(after)[0]).toContain('REQUIRED');
  });

  it('note the call-back', () => {
    const waiting = without(issue({ state: '回访' }), 'satisfaction');
    const after = only(apply(fileOf(waiting), [row({ id: '2026-012', fields: { satisfaction: '满意' } })]));
    expect(date(after.calledBackOn)).toBe('2026-10-15');
  });

  it('remember until when an issue was seen open', () => {
    const open = apply(fileOf(issue({ state: '处理' })), [row({ id: '2026-012' })], day('2026-10-13'));
    expect(date(only(open).seenOpenOn)).toBe('2026-10-13');
    const handled = apply(open.file, [row({ id: '2026-012', state: '纠正措施' })], day('2026-10-20'));
    expect([date(only(handled).seenOpenOn), only(handled).handledOn]).toEqual(['2026-10-13', undefined]);
  });

  it('and days of closing must agree', () => {
    const after = apply(fileOf(issue({ state: '处理' })), [
      row({ id: '2026-012', columns: ['id', 'closedOn'], fields: { closedOn: day('2026-10-01') } }),
    ]);
    expect(found(after)).toEqual(['error CASE_CLOSED_BEFORE_RECEIVED T4', 'warning CASE_CLOSED_ON_OPEN T4']);
  });
});

describe('a due day typed in the ledger', () => {
  const open = issue({ state: '处理', orderedOn: day('2026-10-08') });
  const due = (typed: string | undefined, before: ServiceIssue = open, fields = {}) =>
    apply(fileOf(before), [
      row({ id: '2026-012', ...(typed === undefined ? {} : { due: day(typed) }), fields }),
    ]);

  it('is an extension', () => {
    expect(only(due('2026-10-20')).extension).toEqual({ to: day('2026-10-20'), from: day('2026-10-11') });
  });

  it('is none where it is the one that was written', () => {
    expect(only(due('2026-10-11')).extension).toBeUndefined();
    const extended = { ...open, extension: { to: day('2026-10-20'), reason: '等配件' } };
    expect(only(due('2026-10-20', extended)).extension).toEqual(extended.extension);
  });

  it('follows a changed time limit where the cell was left alone', () => {
    const after = only(due('2026-10-11', open, { limit: '5日内' }));
    expect(date(knownDueDay(after, SETTINGS))).toBe('2026-10-13');
  });

  it('is withdrawn by clearing it or typing the regular day', () => {
    const extended = { ...open, extension: { to: day('2026-10-20') } };
    expect(only(due(undefined, extended)).extension).toBeUndefined();
    expect(only(due('2026-10-11', extended)).extension).toBeUndefined();
  });

  it('stands for a limit that was never stated', () => {
    const after = only(due('2026-10-20', without(open, 'limit')));
    expect(date(knownDueDay(after, SETTINGS))).toBe('2026-10-20');
  });

  it('is refused before the order was issued', () => {
    const after = due('2026-10-07');
    expect(found(after)).toEqual(['error CASE_DUE_BEFORE_START Q4']);
    expect(only(after).extension).toBeUndefined();
  });

  it('belongs to the second handling when it comes with the return', () => {
    const before = issue({ state: '回访', orderedOn: day('2026-10-08'), satisfaction: undefined });
    const after = apply(fileOf(before), [
      row({ id: '2026-012', state: '处理', due: day('2026-10-25'), fields: { satisfaction: '不满意' } }),
    ]);
    expect(only(after)).toMatchObject({ state: '处理', rounds: 1, extension: { to: day('2026-10-25') } });
    const stale = apply(fileOf(before), [
      row({ id: '2026-012', state: '处理', due: day('2026-10-11'), fields: { satisfaction: '不满意' } }),
    ]);
    expect(date(knownDueDay(only(stale), SETTINGS))).toBe('2026-10-18');
  });
});
