import { mergeClasses } from '@fluentui/react-components';
import type { SheetLine } from '../../../month/views/sheets';
import { ArrowIcon } from '../../parts/icons';
import { Mark } from '../../parts/Mark';
import { usePane, useSay } from '../../state/usePane';
import { useStyles } from '../../styles';

/** What each sheet was taken for; a line opens the sheet under Sources. */
export function DataStep({ sheets }: { readonly sheets: readonly SheetLine[] }) {
  const { model } = usePane();
  const styles = useStyles();
  return (
    <ul className={styles.rows}>
      {sheets.map((sheet) => (
        <li key={sheet.name}>
          <button
            type="button"
            className={styles.rowButton}
            onClick={() => {
              model.openSheet(sheet.name);
            }}
          >
            <SheetSummary sheet={sheet} />
            <ArrowIcon />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Name, role, rows and what waits. */
export function SheetSummary({ sheet }: { readonly sheet: SheetLine }) {
  const { state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const { name, mark, roleText, rows, waiting, why } = sheet;
  const isKnown = !state.isProvisional;
  return (
    <>
      <Mark kind={mark === 'asks' && !isKnown ? 'used' : mark} />
      <span className={styles.grow}>
        <span className={styles.line}>
          <span className={styles.grow}>{name}</span>
          <span className={mergeClasses(styles.small, styles.number)}>
            {mark === 'unused' ? roleText : say('pane.data.rows', { rows })}
          </span>
        </span>
        <span className={styles.small} style={{ display: 'block' }}>
          {mark === 'unused' ? why : roleText}
        </span>
        {isKnown && waiting.rows > 0 && (
          <span className={mergeClasses(styles.small, styles.warn)} style={{ display: 'block' }}>
            {say('pane.data.waitingRows', { count: waiting.rows })}
          </span>
        )}
        {waiting.columns > 0 && (
          <span className={mergeClasses(styles.small, styles.warn)} style={{ display: 'block' }}>
            {say('pane.data.waitingColumns', { count: waiting.columns })}
          </span>
        )}
      </span>
    </>
  );
}
