import { Button, Field, Textarea } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { formatDay, lastDay } from '../../../../facts/date';
import { rulebookSettings } from '../../../../month/settingsFormat';
import { saveDraft } from '../../../../month/teamRulebooks';
import type { WorkingRulebook } from '../../../../month/views/rulebookEdit';
import { readRulebookText, rulebookFileName, rulebookText } from '../../../../month/views/rulebookFile';
import { settingsOf } from '../../../../month/workbookSettings';
import { printRulebook } from '../../../../rulebook/print';
import { Disclosure } from '../../../parts/Disclosure';
import { Bar } from '../../../parts/Problems';
import { TextExport } from '../../../parts/TextExport';
import { usePane, useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';

export interface FilesPanelProps {
  readonly work: WorkingRulebook;
  readonly onImported: (id: string) => void;
}

/** The rulebook as a file or as a regulation to print, and a file in as a draft. */
export function FilesPanel({ work, onImported }: FilesPanelProps) {
  const say = useSay();
  const styles = useStyles();
  const [open, setOpen] = useState<'export' | 'print' | 'import' | undefined>();
  const toggle = (part: 'export' | 'print' | 'import') => (isOpen: boolean) => {
    setOpen(isOpen ? part : undefined);
  };
  return (
    <div className={styles.card}>
      <ul className={styles.rows}>
        <li>
          <Disclosure
            head={<span className={`${styles.strong} ${styles.grow}`}>{say('edit.export')}</span>}
            isOpen={open === 'export'}
            onToggle={toggle('export')}
          >
            <ExportPart work={work} />
          </Disclosure>
        </li>
        <li>
          <Disclosure
            head={<span className={`${styles.strong} ${styles.grow}`}>{say('edit.print')}</span>}
            isOpen={open === 'print'}
            onToggle={toggle('print')}
          >
            <PrintPart work={work} />
          </Disclosure>
        </li>
        <li>
          <Disclosure
            head={<span className={`${styles.strong} ${styles.grow}`}>{say('edit.import')}</span>}
            isOpen={open === 'import'}
            onToggle={toggle('import')}
          >
            <ImportPart
              onImported={(id) => {
                setOpen(undefined);
                onImported(id);
              }}
            />
          </Disclosure>
        </li>
      </ul>
    </div>
  );
}

function ExportPart({ work }: { readonly work: WorkingRulebook }) {
  const say = useSay();
  const styles = useStyles();
  return (
    <div className={styles.column}>
      <p className={styles.small}>
        {say(work.draft === undefined ? 'edit.export.inForce' : 'edit.export.draft')}
      </p>
      <TextExport
        label={say('edit.export.text')}
        text={rulebookText(work.working)}
        fileName={rulebookFileName(work.working, 'json')}
        type="application/json"
      />
      <p className={styles.small}>{say('edit.download.refused')}</p>
    </div>
  );
}

/** The regulation as it hangs on the wall, of the last day of the month shown. */
function PrintPart({ work }: { readonly work: WorkingRulebook }) {
  const { month, settings } = usePane().state;
  const say = useSay();
  const styles = useStyles();
  const { working } = work;
  const day = lastDay(month);
  const text = printRulebook(working, { day, settings: rulebookSettings(settingsOf(settings, working.id)) });
  return (
    <div className={styles.column}>
      <p className={styles.small}>{say('edit.print.day', { day: formatDay(day) })}</p>
      <TextExport
        label={say('edit.print.text')}
        text={text}
        fileName={rulebookFileName(working, 'txt')}
        type="text/plain"
      />
      <p className={styles.small}>{say('edit.print.back')}</p>
    </div>
  );
}

function ImportPart({ onImported }: { readonly onImported: (id: string) => void }) {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [replaces, setReplaces] = useState<string | undefined>();
  const type = (next: string): void => {
    setText(next);
    setFaults([]);
    setReplaces(undefined);
  };
  const read = async (): Promise<void> => {
    const result = readRulebookText(text, state.language);
    if (!result.ok) {
      setFaults(result.faults);
      return;
    }
    const { rulebook } = result;
    const has = state.settings.rulebooks[rulebook.id]?.draft !== undefined;
    if (has && replaces === undefined) {
      setReplaces(rulebook.id);
      return;
    }
    if (!(await model.settle(saveDraft(rulebook)))) return;
    model.announce(say('edit.imported', { id: rulebook.id }));
    type('');
    onImported(rulebook.id);
  };
  return (
    <div className={styles.column}>
      <Field size="small" label={say('edit.import.text')}>
        <Textarea
          rows={4}
          value={text}
          style={{ fontFamily: 'monospace' }}
          onChange={(_event, { value }) => {
            type(value);
          }}
        />
      </Field>
      {faults.length > 0 && (
        <Bar intent="error">
          {say('edit.import.faults', { count: faults.length })}
          <ul className={styles.list}>
            {faults.map((fault) => (
              <li key={fault} className={styles.small}>
                {fault}
              </li>
            ))}
          </ul>
        </Bar>
      )}
      {replaces !== undefined && <Bar intent="warning">{say('edit.import.replaces', { id: replaces })}</Bar>}
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={say('edit.import.file')}
        onChange={({ target }) => {
          void target.files?.[0]?.text().then(type);
          target.value = '';
        }}
      />
      <div className={styles.wrap}>
        <Button
          size="small"
          appearance="primary"
          disabled={text.trim() === '' || state.isBusy}
          onClick={() => {
            void read();
          }}
        >
          {say(replaces === undefined ? 'edit.import.read' : 'edit.import.replace')}
        </Button>
        <Button size="small" onClick={() => file.current?.click()}>
          {say('edit.import.file')}
        </Button>
      </div>
    </div>
  );
}
