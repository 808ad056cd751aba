/** Sanctions and conversions in words. */
const END = '(?=[,;。)|!、]|$)';
const TREATED = `(?:直接)?(?:按照?|以|作|作为|根据|视为|视同|视作|计为|算作?|等同于?|记为?)[^,;。|()]{0,4}?(?:旷工|旷职|迟到|早退|缺勤|串岗|事假|病假|脱岗|离岗|自动离职|自动辞职|自离|考勤正常|正常出勤|严重违纪|违纪|请假|缺卡)[^,;。|()]{0,10}?(?:处理|论处|计算|处罚|论|计)?${END}`;
const DISCIPLINE = `(?:并|同时|将|应)?(?:给予|处以?|予以|作|记|立即|直接|一律|可)*(?:其|该员工|当事人|责任人)?(?:书面|口头|严重|最后|一次|全体|公司|内部|相应)*(?:通报批评|警告|批评教育|记大过|记小过|记过|大过|小过|降级|降职|降薪|撤职|调岗|调离[^,;。]{0,6}|待岗|停职|停岗|留用察看|辞退|开除|除名|解除劳动(?:合同|关系)|解聘|劝退|清退|通报|纪律处分|行政处分|处分|书面检[讨查]|检讨|约谈)(?:一次|1次|处分|处理|\\d次)*${END}`;
const LIABILITY = `(?:照价|负责|全额)?赔偿[^,;。|]{0,8}${END}|(?:承担|追究|负|面临)[^,;。|]{0,12}责任${END}|移[交送]司法[^,;。|]{0,6}`;
const FORFEITED = `(?:该|本|此)?(?:项)?(?:分值|分数|得分)?全(?:部)?扣(?:完|除)?${END}|一票否决|取消[^,;。|]{1,12}资格|扣完(?:本项|该项)?(?:分值)?为止`;

export const SANCTION = new RegExp(`${TREATED}|${DISCIPLINE}|${LIABILITY}|${FORFEITED}`, 'g');

/** Sanctions that go with the score just before them. */
const TAIL = new RegExp(
  `^(?:\\(|,|、)?(?:同时|并且|并|且|另|还|及|和|或者|或|以及|外)?[^,;。|()]{0,14}?(?:${DISCIPLINE}|${LIABILITY}|${FORFEITED})\\)?`,
);
const JOINED = /^(?:\(|,|、)?(?:同时|并|且|另|还|及|和|或|以及|外|扣完|一票|取消|直至|照价)/;
const CAP_TAIL = /^[,(]?(?:扣完(?:本项|该项|为)?[^,;。|()]{0,6}为止|直至扣完(?:为止)?|依次累加|累计计算)\)?/;

export interface Tail {
  readonly length: number;
  readonly words: string;
  readonly cap?: string;
}

/** Sanctions and limits that follow a score in the same breath: `并处书面警告一次`, `,同时照价赔偿`. */
export function tailOf(rest: string): Tail | undefined {
  const cap = CAP_TAIL.exec(rest);
  if (cap !== null) return { length: cap[0].length, words: '', cap: cap[0].replace(/^[,(]|\)$/g, '') };
  if (!JOINED.test(rest)) return undefined;
  const tail = TAIL.exec(rest);
  if (tail === null) return undefined;
  return { length: tail[0].length, words: clean(tail[0]) };
}

const clean = (words: string): string =>
  words.replace(/^[(,、]?(?:同时|并且|并)?(?:处以|处|给予|予以)?/, '').replace(/\)$/, '');

const RECORDED = '(?:记?(?:大过|小过|大功|小功)|记过|记功|(?:书面|口头|严重)?警告|通报批评)';
const CONVERSION = new RegExp(`^[(注备:]*(${RECORDED})(?:一次|1次|每次|一个|1个)?(?:的|者|,|即|同时)?$`);

/** The sanction whose price the words state (`记小过一次扣款50元`), given the words before the amount. */
export function pricedSanction(words: string): string | undefined {
  return CONVERSION.exec(words)?.[1];
}
