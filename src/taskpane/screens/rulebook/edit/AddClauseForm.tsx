import { Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { firstDay, formatDay } from '../../../../facts/date';
import { clauseFields, NEW_CLAUSE, type ClauseFields } from '../../../../month/views/rulebookEditForm';
import type { WorkingRulebook } from '../../../../month/views/rulebookEdit';
import { addClause, amendClause, freeClauseId, withBound } from '../../../../rulebook/edit';
import { effectsOf } from '../../../../rulebook/edit/effectForm';
import type { Clause } from '../../../../rulebook/clause';
import { usePane, useSay } from '../../../state/usePane';
import { DateAndReference } from './DateAndReference';
import { EditForm } from './EditForm';
import { EffectFieldList } from '../effects/EffectFieldList';
import { StatementFields } from './StatementFields';
import { UnitFields } from './UnitFields';
import { useEdit } from './useEdit';

export interface AddClauseFormProps {
  readonly work: WorkingRulebook;
  /** A clause of the draft to state anew; absent = another clause. */
  readonly id?: string;
  /** With the id of a clause that was added. */
  readonly onDone: (id?: string) => void;
}

/** A clause that is not in force yet: all of it. */
export function AddClauseForm({ work, id, onDone }: AddClauseFormProps) {
  const { model, state } = usePane();
  const say = useSay();
  const edit = useEdit(work);
  const { language } = state;
  const { working, inForce } = work;
  const old = working.clauses.find((clause) => clause.id === id);
  const [category, setCategory] = useState(old?.category ?? working.categories[0]?.id ?? '');
  const [title, setTitle] = useState(old?.title[language] ?? '');
  const [date, setDate] = useState(
    () => old?.from ?? (inForce === undefined ? working.effectiveFrom : formatDay(firstDay(state.month))),
  );
  const [reference, setReference] = useState(old?.fromReference ?? '');
  const [fields, setFields] = useState<ClauseFields>(() =>
    old === undefined ? NEW_CLAUSE : clauseFields(old),
  );
  const change = (next: Partial<ClauseFields>): void => {
    setFields({ ...fields, ...next });
  };
  const keep = async (): Promise<void> => {
    const base: Clause['count'] = old?.count ?? { mode: 'occurrence', unit: NEW_CLAUSE.unit };
    // a text that was not given in the other language is the same one
    const { zh, en } = fields;
    const stated = {
      category,
      title: { zh: title.trim(), en: title.trim(), ...otherTitle(old, title, language) },
      statement: { zh: (zh || en).trim(), en: (en || zh).trim() },
      count: withBound(base, {
        unit: fields.unit,
        ...(fields.bound === undefined ? {} : { value: fields.bound }),
      }),
      effects: effectsOf(fields.effects),
      reference,
    };
    if (id === undefined) {
      const free = freeClauseId(working, category);
      if (await edit.keep(addClause(working, stated, date, free))) {
        model.announce(say('edit.added', { id: free }));
        onDone(free);
      }
    } else if (await edit.keep(amendClause(working, inForce, id, stated, date))) onDone();
  };
  return (
    <EditForm
      label={say(id === undefined ? 'edit.add' : 'edit.amend')}
      problems={edit.problems}
      onCancel={() => {
        onDone();
      }}
      onKeep={() => {
        void keep();
      }}
    >
      <Field size="small" label={say('edit.category')}>
        <Select
          value={category}
          onChange={(_event, { value }) => {
            setCategory(value);
          }}
        >
          {working.categories.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title[language]}
            </option>
          ))}
        </Select>
      </Field>
      <Field size="small" label={say('edit.title')}>
        <Input
          value={title}
          onChange={(_event, { value }) => {
            setTitle(value);
          }}
        />
      </Field>
      <StatementFields zh={fields.zh} en={fields.en} onChange={change} />
      <EffectFieldList
        effects={fields.effects}
        onChange={(effects) => {
          change({ effects });
        }}
      />
      <UnitFields fields={fields} onChange={change} />
      <DateAndReference
        label={say('edit.firstDay')}
        date={date}
        reference={reference}
        onDate={setDate}
        onReference={setReference}
      />
    </EditForm>
  );
}

/** The title in the other language stays as long as the one shown does. */
function otherTitle(old: Clause | undefined, title: string, language: 'zh' | 'en'): Partial<Clause['title']> {
  return old?.title[language] === title.trim() ? old.title : {};
}
