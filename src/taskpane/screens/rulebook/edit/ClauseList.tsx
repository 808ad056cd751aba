import { Badge, Button, Field, Input } from '@fluentui/react-components';
import { useDeferredValue, useState } from 'react';
import { editLines, type EditLine, type WorkingRulebook } from '../../../../month/views/rulebookEdit';
import { findClauses } from '../../../../month/views/rules';
import { Disclosure } from '../../../parts/Disclosure';
import { usePane, useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';
import { AddClauseForm } from './AddClauseForm';
import { ClauseEditor } from './ClauseEditor';

/** The clauses to choose from, each opening in place, and the way to add one. */
export function ClauseList({ work }: { readonly work: WorkingRulebook }) {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search);
  const [open, setOpen] = useState<string | undefined>();
  const [isAdding, setAdding] = useState(false);
  const lines = editLines(work, state.settings, model.today, state.language);
  const found = findClauses(lines, wanted);
  return (
    <section className={styles.card} aria-label={say('edit.clauses')}>
      <div className={`${styles.padded} ${styles.column}`}>
        <Field size="small" label={say('pane.clauses.search')}>
          <Input
            type="search"
            value={search}
            onChange={(_event, { value }) => {
              setSearch(value);
            }}
          />
        </Field>
        <div className={styles.line} style={{ alignItems: 'center' }}>
          <p className={`${styles.small} ${styles.grow}`} role="status">
            {wanted.trim() === ''
              ? say('edit.count', { count: lines.length })
              : say('pane.clauses.found', { count: found.length })}
          </p>
          <Button
            size="small"
            className={styles.number}
            aria-expanded={isAdding}
            onClick={() => {
              setAdding(!isAdding);
            }}
          >
            {say('edit.add')}
          </Button>
        </div>
        {isAdding && (
          <AddClauseForm
            work={work}
            onDone={(id) => {
              setAdding(false);
              if (id !== undefined) setOpen(id);
            }}
          />
        )}
      </div>
      <ul className={styles.rows}>
        {found.map((line) => (
          <li key={line.id}>
            <Disclosure
              level={3}
              head={<ClauseHead line={line} isFirstDraft={work.inForce === undefined} />}
              isOpen={open === line.id}
              onToggle={(isOpen) => {
                setOpen(isOpen ? line.id : undefined);
              }}
            >
              <ClauseEditor work={work} line={line} />
            </Disclosure>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ClauseHeadProps {
  readonly line: EditLine;
  /** The rulebook has never been published: that everything is new is no news. */
  readonly isFirstDraft: boolean;
}

function ClauseHead({ line, isFirstDraft }: ClauseHeadProps) {
  const say = useSay();
  const styles = useStyles();
  const { id, title, amounts, isNew, isChanged, to } = line;
  const news = isNew ? say('edit.mark.new') : isChanged ? say('edit.mark.changed') : undefined;
  const mark = isFirstDraft ? undefined : news;
  return (
    <span className={styles.grow}>
      <span className={styles.line}>
        <span className={`${styles.strong} ${styles.number}`}>{id}</span>
        <span className={styles.grow}>{title}</span>
        {mark !== undefined && (
          <Badge appearance="outline" color="brand" className={styles.number} style={{ flexShrink: 0 }}>
            {mark}
          </Badge>
        )}
      </span>
      <span className={styles.small} style={{ display: 'block' }}>
        {[amounts.join(say('list.separator')), to === '' ? '' : say('edit.until', { to })]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
    </span>
  );
}
