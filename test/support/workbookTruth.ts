import { existsSync, readFileSync } from 'node:fs';
import * as sample from '../../scripts/sample/truth';
import { sampleWorkbook } from '../../scripts/sample/workbook';
import { createWorkbook } from '../../src/workbook/xlsx';
import { WORKBOOKS } from '../fixtures/workbooks';

export interface ExpectedMonth {
  readonly state?: 'complete' | 'incomplete' | 'either' | undefined;
  readonly [field: string]: unknown;
}

export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly why: string;
}

/** A workbook's bytes and what a correct reading of it gives. */
export interface WorkbookTruth {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  readonly rulebook: string;
  readonly month: string;
  readonly settings: unknown;
  readonly results: Readonly<Record<string, ExpectedMonth>>;
  readonly mustAsk: readonly Place[];
  readonly mustNotCharge: readonly Place[];
}

const SHARED = `${__dirname}/../../../shared/domain/workbooks`;

export const TRUTHS: readonly WorkbookTruth[] = [
  {
    name: 'the sample workbook',
    bytes: sampleWorkbook,
    rulebook: sample.RULEBOOK,
    month: sample.MONTH,
    settings: {},
    results: Object.fromEntries(Object.entries(sample.RESULTS).map(([key, result]) => [key, { ...result }])),
    mustAsk: sample.SET_ASIDE,
    mustNotCharge: sample.NOT_CHARGED,
  },
  ...WORKBOOKS.map(({ sheets, truth, ...fixture }): WorkbookTruth => ({
    ...fixture,
    bytes: () => createWorkbook(sheets),
    results: Object.fromEntries(Object.entries(truth.results).map(([key, result]) => [key, { ...result }])),
    mustAsk: truth.mustAsk,
    mustNotCharge: truth.mustNotCharge,
  })),
  ...['01', '04', '07'].filter((id) => existsSync(`${SHARED}/${id}.truth.json`)).map(shared),
];

interface SharedTruth {
  readonly title: string;
  readonly rulebook: string;
  readonly month: string;
  readonly settings: unknown;
  readonly results: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly mustAsk: readonly (Place & { readonly name?: string })[];
  readonly mustNotCharge: readonly Place[];
}

function shared(id: string): WorkbookTruth {
  const truth = JSON.parse(readFileSync(`${SHARED}/${id}.truth.json`, 'utf8')) as SharedTruth;
  const asked = truth.mustAsk.flatMap((row) => (row.name === undefined ? [] : [row.name]));
  const state = (key: string, result: Readonly<Record<string, unknown>>): ExpectedMonth['state'] => {
    if (result.incomplete === true) return 'incomplete';
    return result.mayBeIncomplete === true || asked.some((name) => similar(name, key))
      ? 'either'
      : 'complete';
  };
  return {
    name: `${id} ${truth.title}`,
    bytes: () => readFileSync(`${SHARED}/${id}.xlsx`),
    rulebook: truth.rulebook,
    month: truth.month,
    settings: truth.settings,
    results: Object.fromEntries(
      Object.entries(truth.results).map(([key, result]) => [key, { ...result, state: state(key, result) }]),
    ),
    mustAsk: truth.mustAsk,
    mustNotCharge: truth.mustNotCharge,
  };
}

/** One character apart: a misspelt name may stand for this subject. */
function similar(name: string, key: string): boolean {
  return name.length === key.length && [...name].filter((char, at) => char !== key.charAt(at)).length === 1;
}
