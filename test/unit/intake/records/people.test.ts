import { Directory, type Entry } from '../../../../src/intake/people/directory';
import { namedEntries } from '../../../../src/intake/people/gather';
import type { PersonRef } from '../../../../src/intake/types';
import { Groups } from '../../../../src/intake/people/groups';
import { idCore, nearNames } from '../../../../src/intake/people/keys';

function entriesOf(refs: readonly PersonRef[]): readonly Entry[] {
  const steps = namedEntries(refs);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const person = (name: string, id?: string, more: Partial<Entry> = {}): Entry => ({
  name,
  ...(id === undefined ? {} : { id }),
  aliases: [],
  spans: [],
  ...more,
});

const roster = new Directory([
  person('王丽', 'Y001'),
  person('王丽', 'Y003'),
  person('何佳', 'KF0012', { aliases: ['小何'] }),
  person('贺子昂', 'QL006', { userId: '30016' }),
  person('陆野', 'A-001'),
]);

const come = (ref: Parameters<Directory['resolve']>[0]): string => {
  const found = roster.resolve(ref);
  return found.kind === 'person' ? found.key : `${found.kind}: ${found.suggestions.join(' ')}`;
};

test('people of one name have keys with their id, others their name', () => {
  expect(roster.people.map(({ key }) => key)).toEqual(['王丽(Y001)', '王丽(Y003)', '何佳', '贺子昂', '陆野']);
});

test.each([
  [{ name: '何 佳' }, '何佳'],
  [{ name: '小何' }, '何佳'],
  [{ name: '', id: 'kf0012' }, '何佳'],
  [{ name: '王丽' }, 'ambiguous: 王丽(Y001) 王丽(Y003)'],
  [{ name: '王丽', id: 'Y003' }, '王丽(Y003)'],
  [{ name: '王丽', id: '3' }, '王丽(Y003)'],
  [{ name: '', id: 'Y003' }, '王丽(Y003)'],
  [{ name: '陆野', id: '001' }, '陆野'],
  [{ name: '陆野', id: '1' }, '陆野'],
  [{ name: '', id: '1' }, 'ambiguous: 王丽(Y001) 陆野'],
  [{ name: '贺子昂', userId: '30016' }, '贺子昂'],
  [{ name: '贺子昴' }, 'unknown: 贺子昂'],
  [{ name: '张三丰' }, 'unknown: '],
  [{ name: '何佳', id: 'QL006' }, 'conflict: 贺子昂 何佳'],
  [{ name: '何佳', id: 'KF0099' }, 'conflict: 何佳'],
  [{ name: '贺子昴', id: 'QL006' }, '贺子昂'],
])('%j is %s', (ref, expected) => {
  expect(come(ref)).toBe(expected);
});

test('without a roster a name with two ids is two people and one without id is asked about', () => {
  const directory = new Directory(
    entriesOf([
      { name: '李雷', id: '1' },
      { name: '李雷', id: '2' },
      { name: '韩梅' },
      { name: '韩梅', id: '007' },
    ]),
  );
  expect(directory.people.map(({ key }) => key)).toEqual(['李雷(1)', '李雷(2)', '韩梅']);
  expect(directory.resolve({ name: '李雷' }).kind).toBe('ambiguous');
  expect(directory.resolve({ name: '韩梅' })).toEqual({ kind: 'person', key: '韩梅' });
});

test.each([
  ['简宁', '简甯', true],
  ['王丽', '王莉', true],
  ['欧阳娜', '欧阳娜娜', true],
  ['张伟', '伟张', true],
  ['何佳', '何佳', false],
  ['张三', '李四', false],
])('%s and %s are near: %s', (a, b, near) => {
  expect(nearNames(a, b)).toBe(near);
});

test('the number in an id', () => {
  expect([idCore('A-001'), idCore('0012'), idCore('KF0012'), idCore('12-3')]).toEqual([
    '1',
    '12',
    '12',
    undefined,
  ]);
});

test('teams and customers by normalised spelling and number only', () => {
  const groups = new Groups();
  groups.add('华东（上海）贸易有限公司', ['C001']);
  expect(groups.resolve('华东(上海)贸易有限公司 ')).toEqual({
    kind: 'group',
    key: '华东（上海）贸易有限公司',
  });
  expect(groups.resolve('c001').kind).toBe('group');
  expect(groups.resolve('华东上海贸易公司').kind).toBe('unknown');
});
