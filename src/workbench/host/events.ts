import type { Json } from '../model/bag';
import type { MessageEntry } from './protocol';

/** Category of messages about the object model. */
const OBJECT_EVENTS = 65_536;

/** Event types of the object model, by the number the client library knows them under. */
export const EventType = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  sheetAdded: 13,
  selectionChanged: 14,
  sheetDeleted: 15,
  calculated: 16,
  formatChanged: 18,
  rowSorted: 19,
  columnSorted: 20,
  rowHiddenChanged: 22,
  formulaChanged: 23,
  protectionChanged: 24,
  nameChanged: 25,
  visibilityChanged: 26,
  moved: 27,
  chartAdded: 50,
  chartDeleted: 53,
  chartActivated: 51,
  chartDeactivated: 52,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
  commentAdded: 250,
  commentDeleted: 251,
  commentChanged: 252,
} as const;

/**
 * Sends messages to the client: events only to those who registered, an entry for the object and one for the
 * workbook's collection, and none while the add-in has switched events off. Entries of one turn go together.
 */
export class EventHub {
  /** `context.runtime.enableEvents`. */
  enabled = true;
  private readonly registrations = new Map<string, number>();
  private readonly listeners = new Set<(entries: readonly MessageEntry[]) => void>();
  private queue: MessageEntry[] = [];
  private scheduled = false;

  constructor(private readonly sent: (count: number) => void = () => undefined) {}

  onMessage(listener: (entries: readonly MessageEntry[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** `targetId` is an object's id, or `Workbook` for a collection. */
  register(type: number, targetId: string, on: boolean): void {
    const key = `${type}|${targetId}`;
    const count = (this.registrations.get(key) ?? 0) + (on ? 1 : -1);
    if (count > 0) this.registrations.set(key, count);
    else this.registrations.delete(key);
  }

  isRegistered(type: number, targetId: string): boolean {
    return this.registrations.has(`${type}|${targetId}`);
  }

  /** Forgets every registration, as when the add-in's page is loaded anew. */
  reset(): void {
    this.registrations.clear();
    this.enabled = true;
  }

  /** An event of the object model for one object and for the workbook. */
  emit(type: number, targetIds: readonly string[], details: Readonly<Record<string, Json>>): void {
    if (!this.enabled) return;
    for (const targetId of targetIds) {
      if (this.isRegistered(type, targetId))
        this.send([OBJECT_EVENTS, type, targetId, JSON.stringify(details), '', false]);
    }
  }

  /** Any message, whatever the registrations. */
  send(entry: MessageEntry): void {
    this.queue.push(entry);
    if (this.scheduled) return;
    this.scheduled = true;
    queueMicrotask(() => {
      this.scheduled = false;
      const entries = this.queue;
      this.queue = [];
      this.sent(entries.length);
      for (const listener of [...this.listeners]) listener(entries);
    });
  }
}
