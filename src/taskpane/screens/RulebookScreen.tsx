import { Tab, TabList } from '@fluentui/react-components';
import { isRulebookView, RULEBOOK_VIEWS, type RulebookView } from '../state/paneState';
import { usePane, useSay } from '../state/usePane';
import { useStyles } from '../styles';
import { RulebookStep } from './month/RulebookStep';
import { EditView } from './rulebook/EditView';
import { ImportView } from './rulebook/ImportView';
import { InForceView } from './rulebook/InForceView';
import { WhatIfView } from './rulebook/WhatIfView';

const VIEWS: Readonly<Record<RulebookView, () => React.JSX.Element | null>> = {
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
      {needsRulebook ? <RulebookStep params={[]} /> : <View />}
    </div>
  );
}
