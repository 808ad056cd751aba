import type { WorkbookModel } from '../model/workbook';
import type { Block } from '../model/address';
import type { Sheet } from '../model/sheet';
import type { EventHub } from './events';
import type { AnyBehaviour, HostObject, RangeObject } from './hostObject';
import type { ExcelSchema } from './schema';
import type { HostStats } from './stats';

/** What behaviours may use of the host. */
export interface HostCore {
  readonly schema: ExcelSchema;
  readonly behaviours: Readonly<Record<string, AnyBehaviour>>;
  readonly workbook: WorkbookModel;
  readonly events: EventHub;
  readonly stats: HostStats;
  /** Objects clients hold references to, by reference id. */
  readonly references: Map<string, HostObject>;
  /** The workbook as an object. */
  readonly root: HostObject;
  /** The object for a sheet. */
  worksheet(sheet: Sheet): HostObject<Sheet>;
  range(sheet: Sheet, block: Block): RangeObject;
  /** Serial number of the present moment. */
  now(): number;
  /** Handles service calls of the custom functions runtime. */
  service(name: string): HostObject | undefined;
}
