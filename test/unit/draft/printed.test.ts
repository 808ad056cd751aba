import { compared, roundTrip, carried, carriedHead } from '../../../scripts/draft/roundTrip';
import { draftRegulation } from '../../../src/draft';
import { rulebookOf } from '../../../src/draft/rulebook';
import { parseDay } from '../../../src/facts/date';
import { loadRulebook } from '../../../src/rulebook/load';
import { printRulebook } from '../../../src/rulebook/print';
import type { Rulebook } from '../../../src/rulebook/rulebook';
import { readingsInForce } from '../../../src/rulebook/settings';
import { SHIPPED_IDS, shippedRulebook } from '../../../src/rulebook/shipped';

/*
 * What is compared is `carried` and `carriedHead`: of a clause its id, category, title, statement, subject, who
 * answers, way of counting with its bounds, effects in order (type, direction, kind, amount, condition; sanctions with
 * their choice), multiplier, repeats, exemption, joint liability, overlap group, behaviours, evidence, section and
 * number of its source, dates; of the rulebook its id, title, version, dates, base, floor, tiers, issues, general
 * rules. What paper does not carry: how sheets become records (`derive`), notes, English words, other readings than
 * the one in force, versions of other days, names of measured values, ids of behaviours and of sources.
 */
const DAY = parseDay('2026-10-31')!;
const rulebook = (id: string): Rulebook => shippedRulebook(id)!;

describe.each(SHIPPED_IDS)('%s printed and read', (id) => {
  const trip = roundTrip(rulebook(id), DAY);

  test('every clause comes back the same, and nothing else', () => {
    expect(trip.different).toEqual([]);
    expect(trip.same).toBe(rulebook(id).clauses.length);
  });

  test('so does what the rulebook says as a whole', () => {
    expect(carriedHead(trip.back!, {})).toEqual(carriedHead(rulebook(id), readingsInForce(rulebook(id))));
  });

  test('one draft clause for a clause: with amounts among the clauses, without among the consequences', () => {
    const amounts = ({ effects }: Rulebook['clauses'][number]): boolean =>
      effects.some((one) => 'kind' in one);
    const ids = (wanted: boolean): string[] =>
      rulebook(id)
        .clauses.filter((clause) => amounts(clause) === wanted)
        .map((clause) => clause.id);
    expect(trip.draft.clauses.map((clause) => clause.id).sort()).toEqual(ids(true).sort());
    expect(trip.draft.consequences.map((clause) => clause.id).sort()).toEqual(ids(false).sort());
  });

  test('only headings and appendices are left', () => {
    const reasons = new Set(trip.draft.unread.map(({ reason }) => reason));
    expect([...reasons].filter((reason) => reason !== 'heading' && reason !== 'appendix')).toEqual([]);
  });

  test('nothing is asked but what the rulebook itself leaves open', () => {
    const asked = [...trip.draft.clauses, ...trip.draft.consequences].flatMap(({ questions }) =>
      questions.map(({ code }) => code),
    );
    expect(asked.filter((code) => code !== 'MINIMUM' && code !== 'AMOUNT_MISSING')).toEqual([]);
  });

  test('what comes back is a rulebook', () => {
    expect(loadRulebook(trip.back)).toMatchObject({ ok: true });
  });
});

const variants: readonly (readonly [string, (text: string) => string])[] = [
  ['in one line', (text) => text.replace(/\s*\n\s*/g, ' ')],
  ['with CRLF', (text) => text.replaceAll('\n', '\r\n')],
  ['with blank lines', (text) => text.replaceAll('\n', '\n\n')],
  ['without indents', (text) => text.replace(/^\u3000+/gm, '')],
];
test.each(variants)('the same clauses %s', (_name, change) => {
  for (const id of SHIPPED_IDS) {
    const { different } = compared(rulebook(id), change(printRulebook(rulebook(id), { day: DAY })), DAY);
    expect({ id, different }).toEqual({ id, different: [] });
  }
});

/** The clauses as they come back, whatever the width of signs and digits in their words. */
const figures = (text: string): string =>
  JSON.stringify(
    rulebookOf(draftRegulation(text), () => [])?.clauses.map((clause) => carried(clause, {})),
  ).normalize('NFKC');
test.each([
  ['digits', /\d/g, 0xfee0],
  ['signs', /[:;,()]/g, 0xfee0],
  ['full-width signs', /[：；，（）]/g, -0xfee0],
] as const)('the same clauses with %s in the other width', (_name, signs, shift) => {
  for (const id of SHIPPED_IDS) {
    const text = printRulebook(rulebook(id), { day: DAY });
    // ids stay as they are
    const ids = new RegExp(
      rulebook(id)
        .clauses.map((clause) => clause.id.replaceAll('.', '\\.'))
        .join('|'),
      'g',
    );
    const parts = text.split(ids);
    const kept = text.match(ids) ?? [];
    const changed = parts
      .map((part, index) => {
        const other = part.replace(signs, (sign) => String.fromCharCode(sign.charCodeAt(0) + shift));
        return `${other}${kept[index] ?? ''}`;
      })
      .join('');
    expect(figures(changed)).toEqual(figures(text));
  }
});

test('the fields that every draft clause has', () => {
  const { clauses } = roundTrip(rulebook('GM'), DAY).draft;
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  expect(byId.get('GM-04')).toMatchObject({
    category: '处罚条例',
    title: '脱岗超过 1 小时',
    direction: 'deduct',
    points: 10,
    money: 50,
    unit: '次',
    threshold: 'minutes>60',
    escalation: '同一人当月第2次起或情节严重，另给一次：直至辞退',
  });
  expect(byId.get('GM-12')).toMatchObject({
    points: [2, 5],
    percent: [20, 50],
    percent_of: '当月绩效',
    consequence: '辞退',
  });
  expect(byId.get('GM-19')).toMatchObject({ direction: 'bonus', points: 5, percent: 100, unit: '人/月' });
  const gas = roundTrip(rulebook('GAS'), DAY).draft.clauses.find(({ id }) => id === 'GAS-01');
  expect(gas).toMatchObject({
    points: 10,
    minimum: true,
    consequence: '记大过、解除劳动合同;警告、记过、记大过;通报批评、警告、记过',
  });
  const svc = roundTrip(rulebook('SVC'), DAY).draft.clauses.find(({ id }) => id === 'SVC-12');
  expect(svc).toMatchObject({ points: 6, unit: '单', multiplier: null });
  const doubled = roundTrip(rulebook('SVC'), DAY).draft.clauses.find(({ id }) => id === 'SVC-08');
  expect(doubled).toMatchObject({ points: 6, multiplier: 2 });
  const open = roundTrip(rulebook('QA'), DAY).draft;
  expect(open.base).toBeNull();
  expect(open.clauses.map(({ points }) => points)).toEqual(new Array(8).fill(null));
});
