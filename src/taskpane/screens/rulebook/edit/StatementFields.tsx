import { Field, Link, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { usePane, useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';

export interface StatementFieldsProps {
  readonly zh: string;
  readonly en: string;
  readonly onChange: (change: { readonly zh?: string; readonly en?: string }) => void;
}

/** The rule in words: in the language of the pane, and in the other one where asked for. */
export function StatementFields({ zh, en, onChange }: StatementFieldsProps) {
  const { language } = usePane().state;
  const say = useSay();
  const styles = useStyles();
  const [isOther, setOther] = useState(false);
  const area = (name: 'zh' | 'en') => (
    <Field size="small" label={say(name === language ? 'edit.statement' : 'edit.statement.other')}>
      <Textarea
        resize="vertical"
        rows={4}
        value={name === 'zh' ? zh : en}
        onChange={(_event, { value }) => {
          onChange(name === 'zh' ? { zh: value } : { en: value });
        }}
      />
    </Field>
  );
  return (
    <div className={styles.column}>
      {area(language)}
      {isOther ? (
        area(language === 'zh' ? 'en' : 'zh')
      ) : (
        <span className={styles.small}>
          <Link
            as="button"
            onClick={() => {
              setOther(true);
            }}
          >
            {say('edit.statement.show')}
          </Link>
        </span>
      )}
    </div>
  );
}
