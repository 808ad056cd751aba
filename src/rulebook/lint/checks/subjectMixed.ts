import type { Clause } from '../../clause';
import { amountsOf } from '../amounts';
import type { LintCheck } from '../finding';
import { isRecorded } from '../states';

type Side = 'person' | 'team' | 'customer';

const SIDES: Readonly<Record<Clause['subject'], Side>> = {
  agent: 'person',
  department_head: 'person',
  hr: 'person',
  team: 'team',
  department: 'team',
  customer: 'customer',
};

const ON_A_TEAM =
  /(扣|罚|减)(罚|除|减)?(全组|班组|团队|小组|全员|全班|整个)|(全组|班组|团队|小组|全员|全班)(成员)?(各|每人|一律|均|统一|整体|连带)?(扣|罚|减)/;
const ON_A_PERSON =
  /(扣|罚|减)(罚|除|减)?(责任人|当事人|本人|员工|个人)|(责任人|当事人|本人|个人)(每[次人例])?(至少)?(扣|罚|减)/;

/** A book scores persons, teams or customers; a clause that charges another kind adds up apples and pears. */
export const subjectMixed: LintCheck = {
  check: 'SUBJECT_MIXED',
  severity: 'warning',
  *look({ rulebook, states }) {
    const side = SIDES[rulebook.subject];
    for (const { clause } of states) {
      if (!isRecorded(clause) || amountsOf(clause.effects).length === 0) continue;
      const own = SIDES[clause.subject];
      const words = clause.statement.zh.normalize('NFKC');
      const charged =
        own === 'person' && ON_A_TEAM.test(words)
          ? 'team'
          : own === 'team' && ON_A_PERSON.test(words)
            ? 'person'
            : own;
      if (charged !== side) yield { clause: clause.id, params: { subject: charged, book: side } };
    }
  },
};
