import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { Announcer } from './parts/Announcer';
import { ErrorBoundary } from './parts/ErrorBoundary';
import { Header } from './parts/Header';
import { Problems } from './parts/Problems';
import { ExplainScreen } from './screens/ExplainScreen';
import { IssuesScreen } from './screens/IssuesScreen';
import { MonthScreen } from './screens/MonthScreen';
import { RulebookScreen } from './screens/RulebookScreen';
import { SettingsScreen } from './screens/SettingsScreen';
import { SourcesScreen } from './screens/SourcesScreen';
import type { PaneModel } from './state/paneModel';
import type { Screen } from './state/paneState';
import { useTheme } from './state/theme';
import { PaneContext, usePane } from './state/usePane';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: '100vh',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground2,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    // long options must not push the pane wider than it is
    '& .fui-Field': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '& .fui-Select, & .fui-Select__select': { minWidth: 0 },
    '& .fui-Select__select': { width: '100%', textOverflow: 'ellipsis' },
  },
  problems: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '8px 12px 0',
    ':empty': { display: 'none' },
  },
  main: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
});

const SCREENS: Readonly<Record<Screen, () => React.JSX.Element>> = {
  month: MonthScreen,
  explain: ExplainScreen,
  sources: SourcesScreen,
  rulebook: RulebookScreen,
  issues: IssuesScreen,
  settings: SettingsScreen,
};

/** The whole pane over its model. */
export function App({ model }: { readonly model: PaneModel }) {
  return (
    <PaneContext value={model}>
      <Pane />
    </PaneContext>
  );
}

function Pane() {
  const { model, state } = usePane();
  const theme = useTheme();
  const styles = useStyles();
  useEffect(() => model.start(), [model]);
  useEffect(() => {
    document.documentElement.lang = state.language === 'zh' ? 'zh-CN' : 'en';
  }, [state.language]);
  useEffect(() => {
    window.scrollTo?.(0, 0);
  }, [state.screen]);
  const Screen = SCREENS[state.screen];
  return (
    <FluentProvider theme={theme}>
      <div className={styles.pane}>
        <Header />
        <main id="screen" className={styles.main} tabIndex={-1}>
          <div className={styles.problems}>
            <Problems />
          </div>
          <ErrorBoundary key={state.screen} version={state.version} language={state.language}>
            <Screen />
          </ErrorBoundary>
        </main>
        <Announcer />
      </div>
    </FluentProvider>
  );
}
