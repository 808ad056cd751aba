import { activeWithin, spanOn, type Person } from '../../../src/facts/person';
import { day } from '../../support/scoring';

const always: Person = { key: '张三', name: '张三', spans: [] };

// Joined 2026-03-16 in team A, moved to team B on 2026-10-15, left after 2026-12-31.
const moved: Person = {
  key: '李四#7',
  name: '李四',
  id: '7',
  spans: [
    { from: day('2026-03-16'), to: day('2026-10-14'), team: 'A', head: '赵六' },
    { from: day('2026-10-15'), to: day('2026-12-31'), team: 'B', head: '钱七' },
  ],
};

const sinceEver: Person = { key: '王五', name: '王五', spans: [{ to: day('2026-10-31'), team: 'A' }] };
const forEver: Person = { key: '孙八', name: '孙八', spans: [{ from: day('2026-10-01'), team: 'B' }] };

describe('spanOn', () => {
  it.each<[string, string | undefined]>([
    ['2026-03-15', undefined],
    ['2026-03-16', 'A'],
    ['2026-10-14', 'A'],
    ['2026-10-15', 'B'],
    ['2026-12-31', 'B'],
    ['2027-01-01', undefined],
  ])('someone who changed teams is on %s in team %p', (text, team) => {
    expect(spanOn(moved, day(text))?.team).toBe(team);
  });

  it('takes an open end for no limit', () => {
    expect(spanOn(sinceEver, day('1999-01-01'))?.team).toBe('A');
    expect(spanOn(sinceEver, day('2026-11-01'))).toBeUndefined();
    expect(spanOn(forEver, day('2099-01-01'))?.team).toBe('B');
    expect(spanOn(forEver, day('2026-09-30'))).toBeUndefined();
  });

  it('knows no span of someone without spans', () => {
    expect(spanOn(always, day('2026-10-08'))).toBeUndefined();
  });
});

describe('activeWithin', () => {
  it.each<[Person, string, string, boolean]>([
    [always, '2026-10-01', '2026-10-31', true],
    [moved, '2026-03-01', '2026-03-15', false],
    [moved, '2026-03-01', '2026-03-16', true],
    [moved, '2026-12-31', '2027-01-31', true],
    [moved, '2027-01-01', '2027-01-31', false],
    [sinceEver, '2026-10-31', '2026-11-30', true],
    [sinceEver, '2026-11-01', '2026-11-30', false],
    [forEver, '2026-09-01', '2026-09-30', false],
    [forEver, '2026-09-01', '2026-10-01', true],
  ])('%# from %s to %s', (person, from, to, active) => {
    expect(activeWithin(person, day(from), day(to))).toBe(active);
  });
});
