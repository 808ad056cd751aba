/**
 * The plain way to match: bigrams of the characters as whole numbers, weighed by their rarity (TF-IDF, cosine), postings
 * in typed arrays. No synonyms, no phrases, no second look.
 */
export class BigramIndex {
  private readonly ids = new Map<number, number>();
  private readonly starts: Int32Array;
  private readonly docs: Int32Array;
  private readonly weights: Float64Array;
  private readonly rarity: Float64Array;
  private readonly scores: Float64Array;

  constructor(texts: readonly string[]) {
    const counts: Map<number, number>[] = [];
    texts.forEach((text, doc) => {
      eachBigram(text, (bigram) => {
        let id = this.ids.get(bigram);
        if (id === undefined) {
          id = this.ids.size;
          this.ids.set(bigram, id);
          counts.push(new Map());
        }
        const inDocs = counts[id]!;
        inDocs.set(doc, (inDocs.get(doc) ?? 0) + 1);
      });
    });
    this.rarity = Float64Array.from(counts, (inDocs) => Math.log(1 + texts.length / inDocs.size));
    const norms = new Float64Array(texts.length);
    counts.forEach((inDocs, id) => {
      for (const [doc, count] of inDocs) norms[doc]! += (count * this.rarity[id]!) ** 2;
    });
    this.starts = new Int32Array(counts.length + 1);
    const docs: number[] = [];
    const weights: number[] = [];
    counts.forEach((inDocs, id) => {
      for (const [doc, count] of inDocs) {
        docs.push(doc);
        weights.push((count * this.rarity[id]!) / Math.sqrt(norms[doc]!));
      }
      this.starts[id + 1] = docs.length;
    });
    this.docs = Int32Array.from(docs);
    this.weights = Float64Array.from(weights);
    this.scores = new Float64Array(texts.length);
  }

  /** The text's nearest document, -1 for none. */
  best(text: string): number {
    const { scores, starts, docs, weights, rarity, ids } = this;
    scores.fill(0);
    for (let i = 0; i + 1 < text.length; i += 1) {
      const id = ids.get(text.charCodeAt(i) * 65_536 + text.charCodeAt(i + 1));
      if (id === undefined) continue;
      const weight = rarity[id]!;
      for (let at = starts[id]!, end = starts[id + 1]!; at < end; at += 1)
        scores[docs[at]!]! += weight * weights[at]!;
    }
    let best = -1;
    let most = 0;
    for (let doc = 0; doc < scores.length; doc += 1)
      if (scores[doc]! > most) [best, most] = [doc, scores[doc]!];
    return best;
  }
}

function eachBigram(text: string, action: (bigram: number) => void): void {
  for (let i = 0; i + 1 < text.length; i += 1) action(text.charCodeAt(i) * 65_536 + text.charCodeAt(i + 1));
}
