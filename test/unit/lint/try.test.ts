import { dayOf } from '../../../src/facts/date';
import { lintRulebook } from '../../../src/rulebook/lint';
import { SHIPPED_IDS, shippedRulebook } from '../../../src/rulebook/shipped';
test('x', () => {
  const out: string[] = [];
  for (const id of SHIPPED_IDS) for (const f of lintRulebook(shippedRulebook(id)!, { today: dayOf(2026, 11, 22)! })) out.push(`${id} ${f.check} ${f.clause ?? ''} ${JSON.stringify(f.params)}`);
  console.log(out.filter(l=>!/AMOUNT_UNSET/.test(l)).join('\n'));
});
