import { Button, Field, Textarea } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { saveDraft } from '../../../../month/teamRulebooks';
import type { WorkingRulebook } from '../../../../month/views/rulebookEdit';
import { readRulebookText, rulebookFileName, rulebookText } from '../../../../month/views/rulebookFile';
import { Disclosure } from '../../../parts/Disclosure';
import { Bar } from '../../../parts/Problems';
import { usePane, useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';

export interface JsonPanelProps {
  readonly work: WorkingRulebook;
  readonly onImported: (id: string) => void;
}

/** The rulebook as a file: out, and in as a draft. */
export function JsonPanel({ work, onImported }: JsonPanelProps) {
  const say = useSay();
  const styles = useStyles();
  const [open, setOpen] = useState<'export' | 'import' | undefined>();
  const toggle = (part: 'export' | 'import') => (isOpen: boolean) => {
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
  const { model } = usePane();
  const say = useSay();
  const styles = useStyles();
  const area = useRef<HTMLTextAreaElement>(null);
  const text = rulebookText(work.working);
  const copy = async (): Promise<void> => {
    area.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      model.announce(say('edit.copied'));
    } catch {
      // the text is selected: the person presses Ctrl+C
      model.announce(say('edit.copy.hand'));
    }
  };
  return (
    <div className={styles.column}>
      <p className={styles.small}>
        {say(work.draft === undefined ? 'edit.export.inForce' : 'edit.export.draft')}
      </p>
      <Textarea
        textarea={{ ref: area }}
        readOnly
        rows={6}
        aria-label={say('edit.export.text')}
        value={text}
        style={{ fontFamily: 'monospace' }}
      />
      <div className={styles.wrap}>
        <Button
          size="small"
          onClick={() => {
            void copy();
          }}
        >
          {say('edit.copy')}
        </Button>
        <Button
          size="small"
          onClick={() => {
            download(rulebookFileName(work.working), text);
          }}
        >
          {say('edit.download')}
        </Button>
      </div>
      <p className={styles.small}>{say('edit.download.refused')}</p>
    </div>
  );
}

/** Offers a text as a file. Some web views refuse downloads without a word. */
function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(address);
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
