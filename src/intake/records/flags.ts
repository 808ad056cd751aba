import type { Clause } from '../../rulebook/clause';
import type { Flag } from '../../rulebook/primitives';
import type { FlagReading, RowWords } from './draft';

const knownOf = new WeakMap<Clause, ReadonlySet<Flag>>();

/** The flags a record of the clause may carry. */
export function knownFlags(clause: Clause): ReadonlySet<Flag> {
  let known = knownOf.get(clause);
  if (known === undefined) {
    known = gatherFlags(clause);
    knownOf.set(clause, known);
  }
  return known;
}

function gatherFlags(clause: Clause): ReadonlySet<Flag> {
  const flags = new Set<Flag>();
  const add = (flag: Flag | undefined) => {
    if (flag !== undefined) flags.add(flag);
  };
  const effects = [
    ...clause.effects,
    ...(clause.escalation?.effects ?? []),
    ...(clause.revisions ?? []).flatMap((revision) => revision.effects ?? []),
  ];
  for (const { when } of effects) {
    add(when?.flag);
    add(when?.flag_not);
  }
  add(clause.multiplier?.flag);
  clause.multiplier?.parts?.flags.forEach(add);
  add(clause.escalation?.orFlag);
  add(clause.substitute?.flag);
  if (clause.exemption?.flag !== undefined) add('exempt');
  if (clause.excusable === true) add('excused');
  if (clause.count.mode === 'flag_on_any_record') add('serious');
  return flags;
}

interface FlagSource {
  /** Field of a yes/no column. */
  readonly field: string;
  readonly flag: Flag;
  /** The multiplier's condition that the column states, where the clause has no such flag of its own. */
  readonly label?: RegExp;
  /** Words that say so in a description or remark. */
  readonly words?: RegExp;
}

const SOURCES: readonly FlagSource[] = [
  {
    field: 'flag.dispute',
    flag: 'dispute',
    label: /争议/,
    words: /(?:引起|引发|造成|产生|导致|有|起)(?:了)?(?:客户|用户)?的?争议|争议投诉/,
  },
  { field: 'flag.downstream', flag: 'downstream', label: /后序|后续/, words: /影响(?:了)?(?:到)?后[序续]/ },
  {
    field: 'flag.complaint',
    flag: 'aggravated',
    label: /投诉|不满/,
    words:
      /(?:引起|造成|导致|引发)(?:了)?(?:客户|用户)?的?(?:投诉|不满)|(?:客户|用户)(?:很|非常|表示|强烈)?不满/,
  },
  { field: 'flag.validComplaint', flag: 'valid_complaint', words: /有效(?:业主|客户)?(?:投诉|客诉)/ },
  {
    field: 'flag.serious',
    flag: 'serious',
    label: /严重/,
    words: /(?:情节|情况|性质)(?:特别|较为|非常|比较)?严重|严重违规/,
  },
  {
    field: 'flag.loss',
    flag: 'loss',
    words: /(?:造成|导致|产生)(?:了)?(?:公司)?(?:的)?(?:经济|重大|较大)?损失/,
  },
  { field: 'flag.badInfluence', flag: 'bad_influence', words: /(?:不良|恶劣|坏)影响|影响(?:恶劣|极坏)/ },
  { field: 'flag.badConsequence', flag: 'bad_consequence', words: /(?:不良|严重|恶劣)后果/ },
  { field: 'flag.aggravated', flag: 'aggravated', label: /./, words: /加倍(?:扣|处)罚|翻倍扣/ },
];

const DENIED = /(?:未|没有|没|无|不|否|非|未曾|并未|避免|防止)[^,;\s\uff0c\uff1b\u3002]{0,4}$/;

/** Whether the words stand in the text without a denial before them. */
function says(words: RegExp, text: string): boolean {
  const match = words.exec(text);
  return match !== null && !DENIED.test(text.slice(Math.max(0, match.index - 8), match.index));
}

export interface FlagResult {
  readonly flags: Flag[];
  /** Fields of columns whose content is no yes or no. */
  readonly unreadable: readonly string[];
  /** Column says no while the words say yes, or words alone said it: to be looked at. */
  readonly conflicts: readonly { readonly field: string; readonly flag: Flag }[];
}

/**
 * Flags of one record for its clause: from yes/no columns where the sheet has them, else from unmistakable words
 * in description and remark. Only flags that the clause knows are given.
 */
export function flagsOf(
  row: RowWords,
  clause: Clause,
  known: ReadonlySet<Flag> = knownFlags(clause),
): FlagResult {
  const flags = new Set<Flag>();
  const unreadable: string[] = [];
  const conflicts: { field: string; flag: Flag }[] = [];
  if (known.size === 0) return { flags: [], unreadable, conflicts };
  const text = [...row.texts, ...row.remarks].join(';');
  const notes = row.flagTexts.join(';');
  const label = clause.multiplier?.label.zh ?? '';
  for (const source of SOURCES) {
    const flag = meant(source, known, label);
    if (flag === undefined) continue;
    const column: FlagReading = row.flags.get(source.field);
    const stated = source.words !== undefined && (says(source.words, text) || says(source.words, notes));
    if (column === 'unreadable') unreadable.push(source.field);
    else if (column === true) flags.add(flag);
    else if (column === false) {
      if (stated) conflicts.push({ field: source.field, flag });
    } else if (stated) flags.add(flag);
  }
  return { flags: [...flags], unreadable, conflicts };
}

/** The clause's flag that a source speaks of: its own, or the multiplier whose condition names the same thing. */
function meant(source: FlagSource, known: ReadonlySet<Flag>, label: string): Flag | undefined {
  if (source.flag !== 'aggravated' && known.has(source.flag)) return source.flag;
  if (!known.has('aggravated') || source.label === undefined) return undefined;
  return label !== '' && source.label.test(label) ? 'aggravated' : undefined;
}

const EXCUSE =
  /(?:有|属|系)(?:正当|合理|充分)(?:理由|原因)|(?:已|事先|提前|事前)(?:请假|报备|批假)|(?:请假|报备).{0,4}(?:获批|已批|批准|同意)/;

/** Whether a remark says that the matter was excused (无故 does not hold), and does not deny it. */
export function statesExcuse(remarks: readonly string[]): boolean {
  return remarks.some((remark) => says(EXCUSE, remark));
}

const CIRCUMSTANCES =
  /(?:特殊情况|特殊原因|豁免原因|豁免理由|免责原因|例外)\s*[:\uff1a]\s*([^;\uff1b]{2,120})/;
const WAIVED =
  /(?:批准|同意|主管|领导|经理).{0,8}(?:免计|免扣|免考核|不计|不扣|豁免)|(?:特批|予以)(?:豁免|免扣|免计)/;

/** The exemption a record claims and its written reason, where the clause allows one. */
export function exemptionOf(row: RowWords): { readonly exempt: boolean; readonly reason: string } {
  const remark = row.remarks.join(';');
  if (row.exempt === true)
    return { exempt: true, reason: row.exemptReason || (CIRCUMSTANCES.exec(remark)?.[1] ?? '') };
  if (row.exempt === false) return { exempt: false, reason: '' };
  if (row.exemptReason !== '') return { exempt: true, reason: row.exemptReason };
  const stated = CIRCUMSTANCES.exec(remark);
  if (stated !== null && WAIVED.test(remark)) return { exempt: true, reason: stated[1]!.trim() };
  return { exempt: false, reason: '' };
}
