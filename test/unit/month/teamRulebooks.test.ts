import { chosenRulebook } from '../../../src/month/chosenRulebook';
import {
  discardDraft,
  draftRulebook,
  freeRulebookId,
  publishedIds,
  publishRulebook,
  saveDraft,
} from '../../../src/month/teamRulebooks';
import { rulebookChoices } from '../../../src/month/views/rules';
import { NO_SETTINGS, readWorkbookSettings } from '../../../src/month/workbookSettings';
import { shipped } from '../../support/scoring';

const own = { ...shipped('GM'), id: 'Team-a', title: { zh: '本组办法', en: 'Our rules' } };

test('a draft is kept and scores nothing; publishing puts it in force and chooses it', () => {
  const drafted = saveDraft(own)(NO_SETTINGS);
  expect(draftRulebook(drafted, 'Team-a')).toEqual(own);
  expect(publishedIds(drafted)).toEqual([]);
  expect(chosenRulebook(drafted, 'Team-a')).toBeUndefined();

  const published = publishRulebook(own)(drafted);
  expect(published.rulebook).toEqual({ id: 'Team-a' });
  expect(draftRulebook(published, 'Team-a')).toBeUndefined();
  expect(chosenRulebook(published)).toEqual(own);
});

test('ids are found in whatever case a formula writes them', () => {
  const published = publishRulebook(own)(NO_SETTINGS);
  expect(chosenRulebook(published, 'TEAM-A')).toEqual(own);
  expect(chosenRulebook(published, 'team-a')).toEqual(own);
  expect(chosenRulebook(published, 'gm')).toEqual(shipped('GM'));
});

test('a rulebook with the id of a shipped one takes its place in this workbook', () => {
  const changed = { ...shipped('GM'), version: '2026.2' };
  const settings = publishRulebook(changed)(NO_SETTINGS);
  expect(chosenRulebook(settings, 'GM')?.version).toBe('2026.2');
  expect(rulebookChoices(settings, 'zh').filter(({ id }) => id === 'GM')).toHaveLength(1);
});

test('throwing the only draft away leaves nothing behind', () => {
  const settings = discardDraft('Team-a')(saveDraft(own)(NO_SETTINGS));
  expect(settings.rulebooks).toEqual({});
});

test('a new rulebook gets an id that nobody has', () => {
  const team = { ...own, id: 'TEAM' };
  expect(freeRulebookId(NO_SETTINGS)).toBe('TEAM');
  expect(freeRulebookId(saveDraft(team)(NO_SETTINGS))).toBe('TEAM2');
});

test('a damaged copy is refused by name, not used', () => {
  const settings = readWorkbookSettings({ version: 1, rulebooks: { TEAM: { published: { id: 'TEAM' } } } });
  expect(() => chosenRulebook(settings, 'TEAM')).toThrow(
    expect.objectContaining({ problem: { code: 'BAD_RULEBOOK_COPY', params: { rulebook: 'TEAM' } } }),
  );
});
