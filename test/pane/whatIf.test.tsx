/** @jest-environment jsdom */
import './support/jsdomGaps';
import { act, fireEvent, waitFor } from '@testing-library/react';
import { formatDay } from '../../src/facts/date';
import { reviseClause } from '../../src/rulebook/edit';
import type { Effect } from '../../src/rulebook/effects';
import type { Rulebook } from '../../src/rulebook/rulebook';
import { shippedRulebook } from '../../src/rulebook/shipped';
import { cleanup, openSample, screen, type OpenPane } from './support/renderPane';
import { violations } from './support/violations';

afterEach(cleanup);

// by its text: jsdom takes seconds to work out the names of all that could be a button
const button = (name: string | RegExp): HTMLButtonElement => {
  const all = [...document.querySelectorAll('main button')] as HTMLButtonElement[];
  const found = all.filter(
    ({ textContent: text, role }) =>
      role !== 'tab' && (typeof name === 'string' ? text === name : name.test(text)),
  );
  if (found.length !== 1) throw new Error(`${found.length} buttons ${String(name)}`);
  return found[0]!;
};
const click = (name: string | RegExp): void => {
  fireEvent.click(button(name));
};
const shown = (): string => document.querySelector('main')?.textContent ?? '';

const GM = shippedRulebook('GM')!;

/** GM with its points of one clause at another value from a date on. */
function draft(value: string, from = '2026-10-16'): Rulebook {
  const effects = GM.clauses
    .find(({ id }) => id === 'GM-02')!
    .effects.map((effect): Effect =>
      effect.type === 'points' ? { ...effect, kind: 'exact', value } : effect,
    );
  const result = reviseClause(GM, 'GM-02', {
    from,
    reference: '通知',
    changes: { effects, statement: { zh: `罚款 20 元并减 ${value} 分`, en: `20 yuan and ${value} points` } },
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.rulebook;
}

/** Counts what is asked of the workbook to change. */
interface Writes {
  saved: number;
  applied: number;
}

async function openWhatIf(book?: Rulebook): Promise<OpenPane & { writes: Writes }> {
  const pane = await openSample({
    screen: 'rulebook',
    carries: {
      version: 1,
      rulebook: { id: 'GM' },
      ...(book === undefined ? {} : { rulebooks: { GM: { draft: book } } }),
    },
  });
  const writes: Writes = { saved: 0, applied: 0 };
  const { port } = pane;
  const [save, apply] = [port.saveState.bind(port), port.apply.bind(port)];
  port.saveState = (state) => {
    writes.saved += 1;
    return save(state);
  };
  port.apply = (...args) => {
    writes.applied += 1;
    return apply(...args);
  };
  act(() => {
    pane.model.showRulebook('whatIf');
  });
  await screen.findByText('试什么');
  return { ...pane, writes };
}

test('a draft is tried: who changes, by which clause, and nothing is written until it is used', async () => {
  const pane = await openWhatIf(draft('3'));
  const before = pane.port.state;
  const version = pane.state().report!.rulebook.version;
  click('试算');
  await screen.findByRole('region', { name: '试算结果' });

  // by hand: of the four records of GM-02 in October the two of the 16th or later cost one point more each
  const hits = pane
    .state()
    .report!.subjects.flatMap(({ card }) =>
      card.entries
        .filter(({ clause, charged }) => clause === 'GM-02' && charged)
        .map(({ date }) => formatDay(date)),
    );
  expect(hits.filter((date) => date >= '2026-10-16')).toHaveLength(2);
  expect(hits).toHaveLength(4);
  const deducted = pane.state().report!.subjects.reduce((sum, { card }) => sum + card.deducted, 0) / 1000;
  expect(screen.getByRole('row', { name: `扣分 ${deducted} ${deducted + 2}` })).toBeTruthy();
  click(/^柯以安/);
  expect(screen.getByText('GM-02').parentElement?.textContent).toBe('GM-02 扣分 4 → 5');
  expect(await violations()).toEqual([]);
  expect(pane.writes).toEqual({ saved: 0, applied: 0 });
  expect(pane.port.state).toEqual(before);

  click('采用');
  await screen.findByText('暂不发布');
  expect(pane.writes).toEqual({ saved: 0, applied: 0 });
  click('发布');
  await screen.findAllByText(/已发布第 2026.1\/2026-11-02 版/);
  await pane.settled();
  expect(pane.writes).toEqual({ saved: 1, applied: 0 });
  expect(pane.state().report!.rulebook.version).not.toBe(version);
});

test('a draft that says the same changes nothing, in words', async () => {
  const same = { ...GM, version: '2026.2' };
  const pane = await openWhatIf(same);
  fireEvent.click(screen.getByLabelText('全部月份'));
  click('试算');
  await screen.findByRole('region', { name: '试算结果' });
  expect(shown()).toContain('2026年9月、2026年10月、2026年11月：没有任何人的结果改变，和现在完全一样。');
  expect(pane.writes).toEqual({ saved: 0, applied: 0 });
});

test('a reading is tried over all months and used as it was tried', async () => {
  const pane = await openWhatIf();
  expect(button('试算').disabled).toBe(true);
  const reading = GM.readings.find(({ id }) => id === 'floor')!;
  const field = screen.getByLabelText<HTMLSelectElement>(reading.title.zh);
  fireEvent.change(field, { target: { value: 'none' } });
  fireEvent.click(screen.getByLabelText('全部月份'));
  click('试算');
  await screen.findByRole('region', { name: '试算结果' });
  expect(pane.port.state).not.toHaveProperty('settings');

  click('采用');
  await screen.findAllByText(/已采用/);
  expect(pane.port.state).toMatchObject({ settings: { GM: { readings: { floor: 'none' } } } });
  await pane.settled();
  expect(pane.state().report!.ruleset.readings.floor).toBe('none');
  expect(pane.writes.saved).toBe(1);
});

test('cancelled half-way there is no result, and nothing was written', async () => {
  const pane = await openWhatIf(draft('3'));
  fireEvent.click(screen.getByLabelText('全部月份'));
  click('试算');
  click('取消');
  await waitFor(() => {
    expect(screen.queryByText('取消')).toBeNull();
  });
  expect(screen.queryByText(/采用以前/)).toBeNull();
  expect(pane.writes).toEqual({ saved: 0, applied: 0 });
});

test('another rulebook is tried with what is settled about it', async () => {
  const pane = await openWhatIf();
  fireEvent.click(screen.getByLabelText('另一个规程'));
  fireEvent.change(screen.getByLabelText('哪一个'), { target: { value: 'SVC' } });
  click('试算');
  await screen.findByRole('region', { name: '试算结果' });
  expect(shown()).toMatch(/个对象的结果会改变/);
  expect(pane.writes).toEqual({ saved: 0, applied: 0 });

  click('采用');
  await screen.findAllByText(/已采用/);
  expect(pane.port.state).toMatchObject({ rulebook: { id: 'SVC' } });
});
