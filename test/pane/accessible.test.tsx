/** @jest-environment jsdom */
import './support/jsdomGaps';
import { act, fireEvent, waitFor } from '@testing-library/react';
import { SCREENS } from '../../src/taskpane/state/paneState';
import { cleanup, emptyBytes, openPane, openSample, screen } from './support/renderPane';
import { violations } from './support/violations';

afterEach(cleanup);

const openEverything = (): void => {
  for (const button of document.querySelectorAll<HTMLElement>('main [aria-expanded="false"]')) {
    fireEvent.click(button);
  }
};

test.each(SCREENS)('%s, everything opened, has no accessibility fault', async (name) => {
  const pane = await openSample({ screen: name });
  if (name === 'explain') {
    await act(async () => {
      pane.port.select('质检记录', 'B26');
      await Promise.resolve();
    });
    await screen.findByRole('article', { name: '江可' });
  }

  openEverything();
  expect(await violations()).toEqual([]);
});

test('first run, an empty workbook, an error and an opened sheet have none either', async () => {
  await openPane();
  expect(await violations()).toEqual([]);
  cleanup();

  await openPane({ bytes: emptyBytes(), language: 'en' });
  expect(await violations()).toEqual([]);
  cleanup();

  const pane = await openSample({ language: 'en' });
  pane.port.refuse('undo', { code: 'HOST_BUSY' });
  await act(() => pane.model.undo());
  act(() => {
    pane.model.openSheet('质检记录');
  });
  expect(screen.getByText(/Excel is busy/)).toBeTruthy();
  expect(screen.getByRole('heading', { name: '质检记录' })).toBeTruthy();
  expect(await violations()).toEqual([]);
});

test('everything that can be clicked can be reached and pressed by keyboard', async () => {
  await openSample();
  openEverything();

  const clickable = [...document.querySelectorAll<HTMLElement>('button, a, input, select, [role=tab]')];
  const unreachable = clickable.filter(
    (element) => element.tabIndex < 0 && element.getAttribute('role') !== 'tab',
  );

  expect(clickable.length).toBeGreaterThan(20);
  expect(unreachable.map(({ outerHTML }) => outerHTML.slice(0, 120))).toEqual([]);
  expect(clickable.filter(({ tagName }) => tagName === 'DIV' || tagName === 'SPAN')).toEqual([]);
});

test('the page says which language it speaks, also after a change', async () => {
  await openSample({ screen: 'settings' });
  expect(document.documentElement.lang).toBe('zh-CN');

  fireEvent.click(screen.getByRole('radio', { name: 'English' }));
  await screen.findByRole('heading', { name: 'Language' });
  await waitFor(() => {
    expect(document.documentElement.lang).toBe('en');
  });
});
