import { Button, makeStyles, Select, Tab, TabList, tokens } from '@fluentui/react-components';
import { calendarDate, firstDay, formatMonth, parseMonth, type MonthKey } from '../../facts/date';
import { isScreen, SCREENS, type Screen } from '../state/paneState';
import { usePane, useSay, type Say } from '../state/usePane';
import { RefreshIcon, SettingsIcon } from './icons';

const useStyles = makeStyles({
  header: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // Office shows the name above the pane; readers of the page hear it too
  name: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: 0,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
  tabs: { flexWrap: 'wrap', padding: '2px 4px 0' },
  month: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px', padding: '4px 8px 8px 12px' },
  select: { flexShrink: 0, width: '116px' },
  rulebook: {
    flex: '1 1 60px',
    minWidth: 0,
    paddingLeft: '4px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** Screens in the row of tabs; settings have a button of their own. */
const TABS: readonly Exclude<Screen, 'settings'>[] = SCREENS.filter((name) => name !== 'settings');

/** A month in words. */
export function monthText(month: MonthKey, say: Say): string {
  const { year, month: number } = calendarDate(firstDay(month));
  return say('pane.monthOf', { year, month: number });
}

/** Where one is: screens, month, rulebook. */
export function Header() {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const { screen, month, months, report, isProvisional, language } = state;
  const shown = months.includes(month) ? months : [month, ...months];
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>{say('pane.name')}</h1>
      <nav aria-label={say('pane.screens')}>
        <TabList
          className={styles.tabs}
          size="small"
          selectedValue={screen}
          onTabSelect={(_event, { value }) => {
            if (typeof value === 'string' && isScreen(value)) model.show(value);
          }}
        >
          {TABS.map((name) => (
            <Tab key={name} value={name} aria-controls="screen">
              {say(`pane.screen.${name}`)}
            </Tab>
          ))}
        </TabList>
      </nav>
      <div className={styles.month}>
        <Select
          size="small"
          className={styles.select}
          aria-label={say('pane.month')}
          value={formatMonth(month)}
          disabled={state.phase === 'building'}
          onChange={(_event, { value }) => {
            const chosen = parseMonth(value);
            if (chosen !== undefined) void model.chooseMonth(chosen);
          }}
        >
          {shown.map((one) => (
            <option key={one} value={formatMonth(one)}>
              {monthText(one, say)}
            </option>
          ))}
        </Select>
        <span
          className={styles.rulebook}
          title={isProvisional ? undefined : report?.rulebook.title[language]}
        >
          {isProvisional || report === undefined ? '' : report.rulebook.title[language]}
        </span>
        <Button
          size="small"
          appearance="subtle"
          icon={<RefreshIcon />}
          aria-label={say('pane.refresh')}
          title={say('pane.refresh')}
          disabled={state.phase === 'building'}
          onClick={() => {
            void model.reload();
          }}
        />
        <Button
          size="small"
          appearance="subtle"
          icon={<SettingsIcon />}
          aria-label={say('pane.screen.settings')}
          title={say('pane.screen.settings')}
          aria-pressed={screen === 'settings'}
          onClick={() => {
            model.show(screen === 'settings' ? 'month' : 'settings');
          }}
        />
      </div>
    </header>
  );
}
