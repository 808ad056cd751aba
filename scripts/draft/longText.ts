/** A regulation of about so many characters: articles that differ, with amounts, bounds, sanctions and lists. */
export function longRegulation(characters: number): string {
  const lines: string[] = ['客服考核细则', '第一章 日常纪律'];
  let length = 0;
  for (let number = 1; length < characters; number += 1) {
    const article = [
      `第${number}条 上班迟到超过${5 + (number % 20)}分钟的，每次扣${1 + (number % 9)}分；`,
      `早退、串岗、擅自离开岗位的，每次罚款${10 + (number % 40)}元，并书面警告一次。`,
      `下列行为之一的，每项扣${2 + (number % 7)}分：`,
      `(1)与客户争吵，态度生硬；(2)没有按时回访客户；(3)工单记录不完整。`,
      `造成客户有效投诉的加倍扣罚，当月累计不超过${50 + (number % 50)}分。`,
    ].join('\n');
    lines.push(article);
    length += article.length;
  }
  return lines.join('\n');
}
