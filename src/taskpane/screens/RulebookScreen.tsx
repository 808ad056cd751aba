import { Spinner, Tab, TabList } from '@fluentui/react-components';
import { lazy, Suspense, type ComponentType } from 'react';
import { isRulebookView, RULEBOOK_VIEWS, type RulebookView } from '../state/paneState';
import { usePane, useSay } from '../state/usePane';
import { useStyles } from '../styles';
import { RulebookStep } from './month/RulebookStep';
import { InForceView } from './rulebook/InForceView';

// the reader of regulations, the checks and the editor are fetched when somebody first asks for them
const EditView = lazy(async () => ({ default: (await import('./rulebook/EditView')).EditView }));
const WhatIfView = lazy(async () => ({ default: (await import('./rulebook/WhatIfView')).WhatIfView }));
const ImportView = lazy(async () => ({ default: (await import('./rulebook/ImportView')).ImportView }));

const VIEWS: Readonly<Record<RulebookView, ComponentType>> = {
  inForce: InForceView,
  edit: EditView,
  whatIf: WhatIfView,
  import: ImportView,
};

/** The rules: what is in force, changing them, trying changes out, and making a rulebook of a regulation's text. */
export function RulebookScreen() {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const { report, isProvisional, rulebookView } = state;
  if (report === undefined) return <div className={styles.screen} />;
  // without a rulebook there is nothing to change, only one to choose or to make
  const needsRulebook = isProvisional && rulebookView !== 'import';
  const View = VIEWS[rulebookView];
  return (
    <div className={styles.screen}>
      <TabList
        size="small"
        aria-label={say('pane.rulebook.views')}
        selectedValue={rulebookView}
        onTabSelect={(_event, { value }) => {
          if (typeof value === 'string' && isRulebookView(value)) model.showRulebook(value);
        }}
      >
        {RULEBOOK_VIEWS.map((view) => (
          <Tab key={view} value={view}>
            {say(`pane.rulebook.view.${view}`)}
          </Tab>
        ))}
      </TabList>
      {needsRulebook ? (
        <RulebookStep params={[]} />
      ) : (
        <Suspense fallback={<Spinner size="tiny" label={say('pane.rulebook.opening')} />}>
          <View />
        </Suspense>
      )}
    </div>
  );
}
