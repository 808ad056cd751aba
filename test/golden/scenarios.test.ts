import { existsSync, readFileSync } from 'node:fs';
import { scoreFacts, type ScoreAnswer } from '../../src/month/scoreFacts';
import { shippedRulebook } from '../../src/rulebook/shipped';

interface Expected {
  readonly status: string;
  readonly code?: string;
  readonly results?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly rulebook: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly expected: Expected;
  readonly alternatives: readonly {
    readonly readings: Readonly<Record<string, unknown>>;
    readonly expected: Expected;
  }[];
}

const file = `${__dirname}/../../../shared/domain/scenarios.json`;
const scenarios: readonly Scenario[] = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as { scenarios: Scenario[] }).scenarios
  : [];

function answer(scenario: Scenario, readings: Readonly<Record<string, unknown>> = {}): ScoreAnswer {
  const settings = { ...scenario.settings, readings: { ...(scenario.settings.readings ?? {}), ...readings } };
  return scoreFacts(
    { ...scenario, settings },
    {
      rulebook: shippedRulebook,
      entries: true,
      explain: (reason) => reason.code,
      sentence: (refusal) => refusal.code,
    },
  );
}

/** A left-out field is zero or empty; tier null is none. */
function normalise(result: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(result)) {
    if (value === null || value === '0' || (Array.isArray(value) && value.length === 0)) continue;
    kept[key] = Array.isArray(value) ? [...(value as string[])].sort() : value;
  }
  return kept;
}

function compare(actual: ScoreAnswer, expected: Expected): void {
  if (actual.status !== 'ok') {
    expect({ status: actual.status, code: actual.code }).toEqual({
      status: expected.status,
      code: expected.code,
    });
    return;
  }
  expect(expected.status).toBe('ok');
  const left = Object.fromEntries(Object.entries(actual.results).map(([k, v]) => [k, normalise({ ...v })]));
  const right = Object.fromEntries(Object.entries(expected.results ?? {}).map(([k, v]) => [k, normalise(v)]));
  expect(left).toEqual(right);
}

const suite = scenarios.length > 0 ? describe : describe.skip;

suite('worked examples', () => {
  for (const scenario of scenarios) {
    test(`${scenario.id} ${scenario.title}`, () => {
      compare(answer(scenario), scenario.expected);
    });
    scenario.alternatives.forEach((alternative) => {
      test(`${scenario.id} ${JSON.stringify(alternative.readings)}`, () => {
        compare(answer(scenario, alternative.readings), alternative.expected);
      });
    });
  }
});
