import { Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { editableIds, workingRulebook, type WorkingRulebook } from '../../../month/views/rulebookEdit';
import { usePane, useSay } from '../../state/usePane';
import { useStyles } from '../../styles';
import { ClauseList } from './edit/ClauseList';
import { DraftBar } from './edit/DraftBar';
import { FilesPanel } from './edit/FilesPanel';

/** Changing a rulebook from a date on: everything goes into a draft, and nothing is scored by it until it is published. */
export function EditView() {
  const { state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const { settings, report, language } = state;
  const [wanted, setWanted] = useState<string | undefined>();
  const own = report?.rulebook.id;
  const ids = editableIds(settings);
  const id = wanted !== undefined && ids.includes(wanted) ? wanted : (ids[0] ?? own);
  const work = id === undefined ? undefined : workingRulebook(settings, id);
  if (work === undefined) return null;
  const title = (one: string): string =>
    say('edit.book', { id: one, title: titleOf(workingRulebook(settings, one), language) });
  return (
    <>
      <h2 className={ids.length > 1 ? styles.hidden : styles.heading}>{work.working.title[language]}</h2>
      {ids.length > 1 && (
        <Field size="small" label={say('edit.which')}>
          <Select
            value={work.id}
            onChange={(_event, { value }) => {
              setWanted(value);
            }}
          >
            {ids.map((one) => (
              <option key={one} value={one}>
                {title(one)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <DraftBar key={`bar ${work.id}`} work={work} />
      <ClauseList key={`list ${work.id}`} work={work} />
      <FilesPanel work={work} onImported={setWanted} />
    </>
  );
}

const titleOf = (work: WorkingRulebook | undefined, language: 'zh' | 'en'): string =>
  work?.working.title[language] ?? '';
