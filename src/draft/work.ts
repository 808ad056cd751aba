/** Counts characters looked at, which is what the running time is made of. */
export interface Work {
  done: number;
}
