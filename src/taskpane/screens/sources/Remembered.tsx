import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { forgetWording, withdrawConfirmation } from '../../../month/views/settle';
import { clauseLabel } from '../../../month/views/waiting';
import { settingsOf } from '../../../month/workbookSettings';
import { Disclosure } from '../../parts/Disclosure';
import { usePane, useSay } from '../../state/usePane';
import { useStyles } from '../../styles';

/** What a person decided before, each with the way to take it back. */
export function Remembered() {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const { report, settings, language } = state;
  if (report === undefined) return null;
  const { rulebook } = report;
  const wordings = Object.entries(settings.wordings[rulebook.id] ?? {});
  const rows = settingsOf(settings, rulebook.id).confirm ?? [];
  const count = wordings.length + rows.length;
  if (count === 0) return null;
  const decided = (clause: string | null): string =>
    clause === null ? say('pane.choose.none') : clauseLabel(clause, rulebook, language);
  return (
    <div className={styles.card}>
      <Disclosure
        head={<span className={styles.grow}>{say('pane.remembered', { count })}</span>}
        isOpen={isOpen}
        onToggle={setOpen}
        isFlush
      >
        <ul className={styles.rows}>
          {wordings.map(([key, clause]) => (
            <Decision
              key={`w|${key}`}
              what={say('pane.remembered.wording', { wording: key })}
              decided={decided(clause)}
              onTakeBack={() => model.settle(forgetWording(rulebook.id, key))}
            />
          ))}
          {rows.map(({ sheet, row, clause, person }) => (
            <Decision
              key={`r|${sheet}|${row}`}
              what={say('pane.rowOf', { sheet, row })}
              decided={clause === undefined ? (person ?? '') : decided(clause)}
              onTakeBack={() => model.settle(withdrawConfirmation(rulebook.id, sheet, row))}
            />
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

interface DecisionProps {
  readonly what: string;
  readonly decided: string;
  readonly onTakeBack: () => Promise<unknown>;
}

function Decision({ what, decided, onTakeBack }: DecisionProps) {
  const { state } = usePane();
  const say = useSay();
  const styles = useStyles();
  return (
    <li className={styles.padded}>
      <div className={styles.line}>
        <span className={styles.grow}>
          {what}
          <span className={styles.small} style={{ display: 'block' }}>
            {decided}
          </span>
        </span>
        <Button
          size="small"
          disabled={state.isBusy}
          aria-label={say('pane.takeBackOf', { what })}
          onClick={() => {
            void onTakeBack();
          }}
        >
          {say('pane.takeBack')}
        </Button>
      </div>
    </li>
  );
}
