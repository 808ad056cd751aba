import type { Json } from '../model/bag';
import type { ExcelHost } from './excelHost';
import type { BatchRequest } from './protocol';

/** A request to a real Excel with its answer. */
export interface TapeCall {
  readonly request: Json;
  readonly response: Json;
}

/** Where the emulated host answered otherwise than Excel did. */
export interface TapeDifference {
  /** Which call, from 0. */
  readonly call: number;
  /** Path in the answer: `Results.3.Value.Address`. */
  readonly path: string;
  readonly recorded: Json | undefined;
  readonly answered: Json | undefined;
}

type JsonObject = Record<string, Json>;

/**
 * Reads what the client library prints to the console with `OfficeExtension.CoreUtility._logEnabled`: a line `Request:`,
 * its JSON, a line `Response:`, its JSON. Everything else is passed over, also what a browser puts before a line.
 */
export function readTape(text: string): TapeCall[] {
  const calls: TapeCall[] = [];
  let expected: 'request' | 'response' | undefined;
  let request: Json | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (/(?:^|\s)Request:\s*$/.test(line)) expected = 'request';
    else if (/(?:^|\s)Response:\s*$/.test(line)) expected = 'response';
    else if (expected !== undefined) {
      const json = parsed(line);
      if (json === undefined) continue;
      if (expected === 'request') request = json;
      else {
        const response = answerIn(json);
        if (request !== undefined && response !== undefined) calls.push({ request, response });
        request = undefined;
      }
      expected = undefined;
    }
  }
  return calls;
}

function parsed(line: string): Json | undefined {
  const start = line.indexOf('{');
  if (start < 0) return undefined;
  try {
    return JSON.parse(line.slice(start)) as Json;
  } catch {
    return undefined;
  }
}

/** The batch answer inside one of the forms in which channels log it. */
function answerIn(json: Json): Json | undefined {
  const { Body, value } = json as JsonObject;
  if (Body !== undefined) return Body;
  const data = (value as JsonObject | undefined)?.data;
  if (!Array.isArray(data)) return undefined;
  const body = data[2];
  const text = Array.isArray(body) ? body.filter((part) => typeof part === 'string').join('') : body;
  return typeof text === 'string' ? (JSON.parse(text) as Json) : undefined;
}

/** Ids differ from one Excel to another; they are translated where both sides have one. */
const IDS = new Set(['Id', '_Id', '_ReferenceId']);

/** Sends the requests of a tape to a host that has the same workbook, and compares the answers. */
export async function replayTape(host: ExcelHost, calls: readonly TapeCall[]): Promise<TapeDifference[]> {
  const differences: TapeDifference[] = [];
  const ids = new Map<string, string>();
  for (const [call, { request, response }] of calls.entries()) {
    const answer = await host.handle({ body: translated(request, ids) as unknown as BatchRequest });
    const given =
      'body' in answer ? (JSON.parse(answer.text) as Json) : { Error: { Code: answer.refused.code } };
    compare(response, given, '', (path, recorded, answered) => {
      differences.push({ call, path, recorded, answered });
    });
  }
  return differences;

  function compare(
    recorded: Json | undefined,
    answered: Json | undefined,
    path: string,
    report: (path: string, recorded: Json | undefined, answered: Json | undefined) => void,
  ): void {
    const key = path.slice(path.lastIndexOf('.') + 1);
    if (IDS.has(key) && typeof recorded === 'string' && typeof answered === 'string') {
      ids.set(recorded, answered);
    } else if (isObject(recorded) && isObject(answered)) {
      const keys = new Set([...Object.keys(recorded), ...Object.keys(answered)]);
      for (const each of keys) {
        // Sentences and the client's statistics are Excel's own.
        if (each === 'Message' || each === 'Location' || each === 'RequestStatistics') continue;
        compare(recorded[each], answered[each], path === '' ? each : `${path}.${each}`, report);
      }
    } else if (recorded !== answered) report(path, recorded, answered);
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null;
}

function translated(value: Json, ids: ReadonlyMap<string, string>): Json {
  if (typeof value === 'string') return ids.get(value) ?? value;
  if (Array.isArray(value)) return value.map((each) => translated(each, ids));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, translated(each, ids)]));
}
