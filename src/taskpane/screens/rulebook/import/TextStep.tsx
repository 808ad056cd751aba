import { Button, Field, Textarea } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { startReview } from '../../../../draft/review/review';
import { regulationText } from '../../../../draft/regulationText';
import { saveReview } from '../../../../month/views/review';
import { Bar } from '../../../parts/Problems';
import { usePane, useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';

/** Takes the text, pasted or from a file. */
export function TextStep() {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const read = async (): Promise<void> => {
    const review = startReview(text);
    setEmpty(review.items.length === 0);
    if (review.items.length > 0) await model.settle(saveReview(review));
  };
  const take = (chosen: File): Promise<boolean> =>
    model.attempt(async () => {
      setText(regulationText(chosen.name, new Uint8Array(await chosen.arrayBuffer())));
      setEmpty(false);
    });
  return (
    <div className={styles.column}>
      <Field label={say('review.paste')} hint={say('review.paste.hint')} size="small">
        <Textarea
          value={text}
          resize="vertical"
          textarea={{ style: { minHeight: '220px', maxHeight: 'none' } }}
          onChange={(_event, { value }) => {
            setText(value);
            setEmpty(false);
          }}
        />
      </Field>
      {isEmpty && <Bar intent="warning">{say('review.none')}</Bar>}
      <div className={styles.wrap}>
        <Button
          appearance="primary"
          disabled={text.trim() === '' || state.isBusy}
          onClick={() => {
            void read();
          }}
        >
          {say('review.read')}
        </Button>
        <Button
          disabled={state.isBusy}
          onClick={() => {
            file.current?.click();
          }}
        >
          {say('review.file')}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".txt,.docx,text/plain"
          hidden
          aria-label={say('review.file')}
          onChange={({ target }) => {
            const [chosen] = target.files ?? [];
            if (chosen !== undefined) void take(chosen);
            target.value = '';
          }}
        />
      </div>
    </div>
  );
}
