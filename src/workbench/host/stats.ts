/** What a host has been asked for; counts since it was made or since `reset`. */
export class HostStats {
  /** Requests answered, each a `context.sync()` that had something to say. */
  syncs = 0;
  actions = 0;
  requestBytes = 0;
  responseBytes = 0;
  largestRequest = 0;
  largestResponse = 0;
  /** Cells whose values or formulas were written through the object model. */
  cellsWritten = 0;
  /** Cells whose values, formulas, texts or formats were read through the object model. */
  cellsRead = 0;
  eventsSent = 0;
  /** Members asked for that the host does not model, with how often. */
  unimplemented: Record<string, number> = {};
  /** Properties read that were never set and whose value in Excel the host does not know. */
  unknownDefaults: Record<string, number> = {};

  /** Names in the load of a collection that its items do not have: passed over, as Excel does, but hardly meant. */
  unknownLoads: Record<string, number> = {};

  reset(): void {
    Object.assign(this, new HostStats());
  }

  countMissing(member: string): void {
    this.unimplemented[member] = (this.unimplemented[member] ?? 0) + 1;
  }

  countUnknownLoad(member: string): void {
    this.unknownLoads[member] = (this.unknownLoads[member] ?? 0) + 1;
  }

  countUnknown(member: string): void {
    this.unknownDefaults[member] = (this.unknownDefaults[member] ?? 0) + 1;
  }
}
