import { Button, Field, makeStyles, Select, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Changes } from '../../../month/views/changes';
import { readingOption, type ReadingLine } from '../../../month/views/rules';
import { setReading, type Settlement } from '../../../month/views/settle';
import type { Rulebook } from '../../../rulebook/rulebook';
import { usePane, useSay } from '../../state/usePane';
import { useStyles } from '../../styles';

const useOwnStyles = makeStyles({
  effect: {
    padding: '8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

const SHOWN = 8;

export interface ReadingFieldProps {
  readonly rulebook: Rulebook;
  readonly reading: ReadingLine;
}

/** How an ambiguous word is read. Who would change is worked out before anything is saved. */
export function ReadingField({ rulebook, reading }: ReadingFieldProps) {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const own = useOwnStyles();
  const [chosen, setChosen] = useState(reading.value);
  const [changes, setChanges] = useState<Changes | undefined>();
  const settlement = (value: string): Settlement | undefined => {
    const option = readingOption(rulebook, reading.id, value);
    return option === undefined ? undefined : setReading(rulebook.id, reading.id, option);
  };
  const choose = async (value: string): Promise<void> => {
    setChosen(value);
    setChanges(undefined);
    const change = settlement(value);
    if (value === reading.value || change === undefined) return;
    setChanges(await model.trial(change));
  };
  const change = settlement(chosen);
  const isTrying = chosen !== reading.value;
  return (
    <div className={styles.column}>
      <Field size="small" label={reading.title}>
        <Select
          value={chosen}
          disabled={state.isBusy}
          onChange={(_event, { value }) => {
            void choose(value);
          }}
        >
          {reading.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      {isTrying && (
        <div className={own.effect} role="status">
          {changes === undefined ? (
            state.isBusy && <Spinner size="tiny" label={say('pane.trial.working')} labelPosition="after" />
          ) : (
            <Effect changes={changes} />
          )}
          <div className={styles.wrap} style={{ paddingTop: '6px' }}>
            <Button
              size="small"
              appearance="primary"
              disabled={state.isBusy || change === undefined}
              onClick={() => {
                if (change !== undefined) void model.settle(change);
              }}
            >
              {say('pane.trial.save')}
            </Button>
            <Button
              size="small"
              onClick={() => {
                void choose(reading.value);
              }}
            >
              {say('pane.trial.drop')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

function Effect({ changes }: { readonly changes: Changes }) {
  const say = useSay();
  const styles = useStyles();
  const { subjects, setAside } = changes;
  const shown = subjects.slice(0, SHOWN);
  return (
    <>
      <p className={styles.text}>
        {subjects.length === 0
          ? say('pane.trial.nobody')
          : say('pane.trial.count', { count: subjects.length })}
      </p>
      <ul className={styles.list}>
        {shown.map(({ name, before, after }) => (
          <li key={name} className={styles.small}>
            {say('pane.trial.line', { name, before, after })}
          </li>
        ))}
      </ul>
      {subjects.length > shown.length && (
        <p className={styles.small}>{say('pane.trial.more', { count: subjects.length - shown.length })}</p>
      )}
      {setAside.before !== setAside.after && (
        <p className={styles.small}>{say('pane.trial.setAside', setAside)}</p>
      )}
    </>
  );
}
