import { Button, Field, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { correctLayout, forgetLayout } from '../../../month/views/settle';
import { fieldChoices, roleChoices } from '../../../month/views/fieldChoices';
import type { ColumnLine, SheetDetail } from '../../../month/views/sheets';
import type { WaitingRow } from '../../../month/views/waiting';
import type { SheetRole } from '../../../intake/types';
import { JumpButton } from '../../parts/JumpButton';
import { usePane, useSay } from '../../state/usePane';
import { useStyles } from '../../styles';
import { WaitingRows } from './WaitingRows';

const useOwnStyles = makeStyles({
  column: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: '2px 10px',
    alignItems: 'center',
  },
  samples: {
    gridColumn: '1 / -1',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  asks: { gridColumn: '1 / -1' },
});

export interface SheetEditorProps {
  readonly sheet: SheetDetail;
  readonly waiting: readonly WaitingRow[];
}

/** One sheet: what it is, what its columns mean, and what of it waits. */
export function SheetEditor({ sheet, waiting }: SheetEditorProps) {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const { language, settings, isProvisional } = state;
  const [role, setRole] = useState<SheetRole | undefined>();
  const [fields, setFields] = useState<Readonly<Record<string, string | null>>>({});
  const { fingerprint, headerRows, firstRow, rows, why, name } = sheet;
  const isChanged = role !== undefined || Object.keys(fields).length > 0;
  const isCorrected = settings.mappings.some((mapping) => mapping.fingerprint === fingerprint);
  const hasHeader = headerRows.length > 0;
  const save = async (): Promise<void> => {
    if (!(await model.settle(correctLayout(fingerprint, { role, fields })))) return;
    setRole(undefined);
    setFields({});
  };
  return (
    <>
      <h2 className={styles.heading}>{name}</h2>
      <p className={styles.small}>
        {hasHeader
          ? say('pane.sheet.where', { header: headerRows.join('–'), first: firstRow, rows })
          : say('pane.sheet.noHeader')}{' '}
        {why}
      </p>
      {sheet.otherTables.length > 0 && (
        <p className={styles.small}>
          {say('pane.sheet.others')}{' '}
          {sheet.otherTables.map((address) => (
            <JumpButton key={address} sheet={name} address={address}>
              {address}
            </JumpButton>
          ))}
        </p>
      )}
      <Field size="small" label={say('pane.sheet.role')}>
        <Select
          value={role ?? sheet.role}
          disabled={!hasHeader}
          onChange={(_event, { value }) => {
            const chosen = roleChoices(language).find(({ id }) => id === value)?.id;
            setRole(chosen === sheet.role ? undefined : chosen);
          }}
        >
          {roleChoices(language).map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      {hasHeader && (
        <>
          <h3 className={styles.section}>{say('pane.sheet.columns')}</h3>
          <div className={styles.card}>
            <ul className={styles.rows}>
              {sheet.columns
                .filter(({ header }) => header !== '')
                .map((column) => (
                  <li key={column.index} className={styles.padded}>
                    <ColumnField
                      column={column}
                      chosen={fields[column.header]}
                      onChoose={(field) => {
                        setFields(({ [column.header]: _before, ...others }) =>
                          field === (column.field ?? null) ? others : { ...others, [column.header]: field },
                        );
                      }}
                    />
                  </li>
                ))}
            </ul>
          </div>
          <div className={styles.wrap}>
            <Button
              size="small"
              appearance="primary"
              disabled={!isChanged || state.isBusy}
              onClick={() => {
                void save();
              }}
            >
              {say('pane.sheet.save')}
            </Button>
            {isCorrected && (
              <Button
                size="small"
                disabled={state.isBusy}
                onClick={() => {
                  void model.settle(forgetLayout(fingerprint));
                }}
              >
                {say('pane.sheet.again')}
              </Button>
            )}
          </div>
          <p className={styles.small}>{say('pane.sheet.remembered')}</p>
        </>
      )}
      {!isProvisional && waiting.length > 0 && (
        <>
          <h3 className={styles.section}>{say('pane.sources.waiting')}</h3>
          <WaitingRows rows={waiting} />
        </>
      )}
    </>
  );
}

interface ColumnFieldProps {
  readonly column: ColumnLine;
  /** null = not used; undefined = as recognised. */
  readonly chosen: string | null | undefined;
  readonly onChoose: (field: string | null) => void;
}

function ColumnField({ column, chosen, onChoose }: ColumnFieldProps) {
  const { language } = usePane().state;
  const say = useSay();
  const styles = useStyles();
  const own = useOwnStyles();
  const { header, field, samples, asks, why } = column;
  const value = chosen === undefined ? (field ?? '') : (chosen ?? '');
  return (
    <div className={own.column}>
      <span className={mergeClasses(styles.text)}>{header}</span>
      <Select
        size="small"
        aria-label={say('pane.sheet.meaning', { header })}
        title={why}
        value={value}
        onChange={(_event, data) => {
          onChoose(data.value === '' ? null : data.value);
        }}
      >
        <option value="">{say('pane.sheet.unused')}</option>
        {fieldChoices(field, language).map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </Select>
      {samples.length > 0 && (
        <span className={own.samples} title={samples.join(say('list.separator'))}>
          {samples.join(say('list.separator'))}
        </span>
      )}
      {asks && (
        <span className={mergeClasses(own.asks, styles.small, styles.warn)}>
          {say('pane.sheet.asks', { why })}
        </span>
      )}
    </div>
  );
}
