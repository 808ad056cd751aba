import { Button, Textarea } from '@fluentui/react-components';
import { useRef } from 'react';
import { usePane, useSay } from '../state/usePane';
import { useStyles } from '../styles';

export interface TextExportProps {
  /** What the text is, for who hears it. */
  readonly label: string;
  readonly text: string;
  readonly fileName: string;
  /** Media type of the file. */
  readonly type: string;
}

/** A text to be copied or taken as a file. */
export function TextExport({ label, text, fileName, type }: TextExportProps) {
  const { model } = usePane();
  const say = useSay();
  const styles = useStyles();
  const area = useRef<HTMLTextAreaElement>(null);
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
      <Textarea
        textarea={{ ref: area }}
        readOnly
        rows={6}
        aria-label={label}
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
            download(fileName, text, type);
          }}
        >
          {say('edit.download')}
        </Button>
      </div>
    </div>
  );
}

/** Offers a text as a file. Some web views refuse downloads without a word. */
function download(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(address);
}
