import { Button, mergeClasses } from '@fluentui/react-components';
import { sheetDetail, sheetLines } from '../../month/views/sheets';
import { waitingRows } from '../../month/views/waiting';
import { BackIcon } from '../parts/icons';
import { usePane, useSay } from '../state/usePane';
import { useStyles } from '../styles';
import { DataStep } from './month/DataStep';
import { Remembered } from './sources/Remembered';
import { SheetEditor } from './sources/SheetEditor';
import { WaitingRows } from './sources/WaitingRows';

/** What was recognised, and what waits for a person's word. */
export function SourcesScreen() {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const { report, isProvisional, openSheet, language } = state;
  if (report === undefined) return <div className={styles.screen} />;
  const detail =
    openSheet === undefined ? undefined : sheetDetail(openSheet, report, model.store.grids, language);
  const waiting = isProvisional ? [] : waitingRows(report, model.store.grids, language);
  if (detail !== undefined) {
    return (
      <div className={styles.screen}>
        <div>
          <Button
            size="small"
            appearance="subtle"
            icon={<BackIcon />}
            onClick={() => {
              model.openSheet(undefined);
            }}
          >
            {say('pane.sources.all')}
          </Button>
        </div>
        <SheetEditor
          key={`${detail.name}|${detail.fingerprint}`}
          sheet={detail}
          waiting={waiting.filter(({ sheet }) => sheet === detail.name)}
        />
      </div>
    );
  }
  const sheets = sheetLines(report, language);
  return (
    <div className={styles.screen}>
      <h2 className={styles.heading}>{say('pane.sources.waiting')}</h2>
      {waiting.length === 0 ? (
        <p className={styles.small}>{say('pane.sources.nothingWaits')}</p>
      ) : (
        <WaitingRows rows={waiting} />
      )}
      <h2 className={styles.heading}>{say('pane.sources.sheets')}</h2>
      <p className={styles.small}>{say('pane.sources.hint')}</p>
      <div className={mergeClasses(styles.card)}>
        <DataStep sheets={sheets} />
      </div>
      {!isProvisional && <Remembered />}
    </div>
  );
}
