import { formatDay, lastDay } from '../facts/date';
import { formatDecimal, formatScaled, POINT_SCALE } from '../facts/decimal';
import { t, type Language, type TextKey } from '../i18n';
import { isAmount } from '../rulebook/effects';
import type { Rulebook } from '../rulebook/rulebook';
import { unsetClauses } from '../rulebook/settings';
import type { SheetPlan } from '../workbook/sheetPlan';
import { cell, listPlan, stableId, textCell, type ListColumn } from './layout';
import { sha256, stableJson } from './sha256';
import type { ReportInput } from './subjects';

interface Note {
  readonly key: string;
  readonly section: TextKey;
  readonly item: string;
  readonly value: string;
  readonly meaning: string;
}

/** 说明: under which rules and from which sheets the month's numbers were made. */
export function notesPlan(input: ReportInput, language: Language): SheetPlan {
  const rows = [
    ...rulebookNotes(input, language),
    ...readingNotes(input, language),
    ...parameterNotes(input, language),
    ...sourceNotes(input, language),
    ...countNotes(input, language),
    ...closingNotes(input, language),
  ].map((row) => ({ id: stableId(row.key), row }));
  return listPlan(input, language, 'tab.notes', 'notes', noteColumns(language), rows, {
    frozenColumns: 2,
    notes: [],
    withdrawnIn: 'section',
    keep: 'entered',
  });
}

function noteColumns(language: Language): ListColumn<Note>[] {
  return [
    {
      key: 'section',
      header: 'col.section',
      width: 13,
      cell: ({ section }) => textCell(t(language, section), 'textCenter'),
    },
    { key: 'item', header: 'col.item', width: 30, cell: ({ item }) => textCell(item, 'textWrap') },
    { key: 'value', header: 'col.value', width: 36, cell: ({ value }) => textCell(value, 'textWrap') },
    {
      key: 'meaning',
      header: 'col.meaning',
      width: 60,
      cell: ({ meaning }) => textCell(meaning, 'textWrap'),
    },
    { key: 'note', header: 'col.note', width: 18, hand: true, cell: () => cell('', 'hand') },
    { key: 'id', header: 'col.id', width: 11, cell: ({ key }) => textCell(stableId(key), 'textCenter') },
  ];
}

/** The same for a rulebook however its file is laid out. */
export function rulebookHash(rulebook: Rulebook): string {
  const { $schema: _schema, ...content } = rulebook;
  return sha256(stableJson(content));
}

function rulebookNotes({ rulebook }: ReportInput, language: Language): Note[] {
  const section = 'notes.rulebook';
  const note = (key: 'id' | 'title' | 'version' | 'hash' | 'period', value: string, meaning = ''): Note => ({
    key: `rulebook|${key}`,
    section,
    item: t(language, `notes.${key}`),
    value,
    meaning,
  });
  const from = t(language, 'rule.inForceFrom', { date: rulebook.effectiveFrom });
  const to =
    rulebook.effectiveTo === undefined ? '' : t(language, 'rule.inForceTo', { date: rulebook.effectiveTo });
  return [
    note(
      'title',
      rulebook.title[language],
      rulebook.sources.map(({ title }) => title[language]).join(t(language, 'list.separator')),
    ),
    note('id', rulebook.id),
    note('version', rulebook.version),
    note('period', `${from}${to}`),
    note('hash', rulebookHash(rulebook), t(language, 'notes.hashMeaning')),
    ...(rulebook.general ?? []).map((text, index): Note => ({
      key: `general|${index}`,
      section,
      item: `${t(language, 'notes.general')} ${index + 1}`,
      value: '',
      meaning: text[language],
    })),
  ];
}

function readingNotes({ rulebook, ruleset }: ReportInput, language: Language): Note[] {
  return rulebook.readings.map((reading): Note => {
    const value = ruleset.readings[reading.id];
    const option = reading.options.find((candidate) => candidate.value === value);
    const isDefault = value === reading.default;
    return {
      key: `reading|${reading.id}`,
      section: 'notes.reading',
      item: reading.title[language],
      value: `${String(value)}（${t(language, isDefault ? 'notes.readingDefault' : 'notes.readingChosen')}）`,
      meaning: option?.label[language] ?? '',
    };
  });
}

function parameterNotes({ rulebook, ruleset, month }: ReportInput, language: Language): Note[] {
  const day = lastDay(month);
  const titles = new Map(rulebook.clauses.map(({ id, title }) => [id, title[language]]));
  const declared = rulebook.params.map(({ id, title, suggested }) => ({
    id,
    title: title[language],
    suggested,
  }));
  const known = new Set(declared.map(({ id }) => id));
  const open = unsetClauses(rulebook).filter((id) => !known.has(id));
  const all = [...declared, ...open.map((id) => ({ id, title: titles.get(id) ?? '', suggested: undefined }))];
  const base: Note = {
    key: 'param|base',
    section: 'notes.param',
    item: t(language, 'notes.base'),
    value: ruleset.base === undefined ? t(language, 'param.unset') : formatScaled(ruleset.base, POINT_SCALE),
    meaning:
      rulebook.score.base === null && rulebook.score.suggestedBase !== undefined
        ? t(language, 'notes.suggested', { value: rulebook.score.suggestedBase })
        : '',
  };
  return [
    base,
    ...all.map(({ id, title, suggested }): Note => {
      const value = ruleset.param(id, day);
      const changed = ruleset.params
        .changes()
        .filter((from) => from <= day && ruleset.param(id, from - 1) !== ruleset.param(id, from))
        .at(-1);
      const text = value === undefined ? t(language, 'param.unset') : formatDecimal(value);
      return {
        key: `param|${id}`,
        section: 'notes.param',
        item: `${id} ${title}`,
        value:
          changed === undefined ? text : t(language, 'notes.from', { value: text, date: formatDay(changed) }),
        meaning: [
          ...(value === undefined ? [t(language, 'notes.unsetMeaning')] : []),
          ...(suggested === undefined ? [] : [t(language, 'notes.suggested', { value: suggested })]),
        ].join(t(language, 'clause.separator')),
      };
    }),
  ];
}

function sourceNotes({ sources = [] }: ReportInput, language: Language): Note[] {
  return sources.map(({ sheet, role, rows, records }): Note => {
    const place = rows === undefined ? t(language, 'notes.unused') : t(language, 'notes.rows', rows);
    return {
      key: `source|${sheet}`,
      section: 'notes.source',
      item: sheet,
      value: role,
      meaning:
        records === 0
          ? place
          : `${place}${t(language, 'list.separator')}${t(language, 'notes.records', { count: records })}`,
    };
  });
}

function countNotes({ counts }: ReportInput, language: Language): Note[] {
  if (counts === undefined) return [];
  const keys = {
    rows: ['notes.countRows', 'notes.countRowsMeaning'],
    charged: ['notes.countCharged', 'notes.countChargedMeaning'],
    checked: ['notes.countChecked', 'notes.countCheckedMeaning'],
    setAside: ['notes.countSetAside', 'notes.countSetAsideMeaning'],
  } as const;
  return (['rows', 'charged', 'checked', 'setAside'] as const).map((key) => ({
    key: `count|${key}`,
    section: 'notes.count',
    item: t(language, keys[key][0]),
    value: String(counts[key]),
    meaning: t(language, keys[key][1]),
  }));
}

function closingNotes({ rulebook, madeAt }: ReportInput, language: Language): Note[] {
  const takesMoney = rulebook.clauses.some((clause) =>
    [...clause.effects, ...(clause.escalation?.effects ?? [])].some(
      (effect) => isAmount(effect) && effect.type !== 'points',
    ),
  );
  const note = (key: string, section: TextKey, item: TextKey, value: string, meaning: string): Note => ({
    key,
    section,
    item: t(language, item),
    value,
    meaning,
  });
  return [
    ...(takesMoney ? [note('law|cap', 'notes.law', 'notes.cap', '', t(language, 'notes.capMeaning'))] : []),
    note('tabs|hand', 'notes.tabs', 'notes.hand', '', t(language, 'notes.handMeaning')),
    ...(madeAt === undefined ? [] : [note('tabs|madeAt', 'notes.tabs', 'notes.madeAt', madeAt, '')]),
  ];
}
