/**
 * The wire schema of the Excel object model, as scripts/workbench/schema.ts lifts it from the installed client
 * library and its type declarations. Members are keyed by their client name (camelCase); `wire` is what the
 * protocol calls them.
 */
export interface ExcelSchema {
  /** Version of the client library the schema was taken from. */
  readonly version: string;
  readonly classes: Readonly<Record<string, ClassSchema>>;
  /** Plain objects that travel as arguments and values. */
  readonly shapes: Readonly<Record<string, ShapeSchema>>;
}

export interface ClassSchema {
  readonly isCollection: boolean;
  /** Class of the items of a collection. */
  readonly item?: string;
  readonly scalars: Readonly<Record<string, ScalarSchema>>;
  readonly navigations: Readonly<Record<string, { readonly wire: string; readonly type: string }>>;
  /** By wire name. */
  readonly methods: Readonly<Record<string, MethodSchema>>;
  /** Event type by wire name of the method that registers for it. */
  readonly events: Readonly<Record<string, number>>;
}

export interface ScalarSchema {
  readonly wire: string;
  readonly writable: boolean;
  readonly type?: TypeSchema;
}

export interface MethodSchema {
  readonly parameters: readonly ParameterSchema[];
  /** Class of the object it returns; none for methods that return a value or nothing. */
  readonly returns?: string;
}

export interface ParameterSchema {
  readonly name: string;
  readonly optional?: boolean;
  readonly type?: TypeSchema;
}

export type ShapeSchema = Readonly<
  Record<string, { readonly optional?: boolean; readonly type?: TypeSchema }>
>;

/** A union of what a value may be. Without any member it may be anything. */
export interface TypeSchema {
  readonly string?: boolean;
  readonly number?: boolean;
  readonly boolean?: boolean;
  readonly nullable?: boolean;
  /** The only strings allowed, where `string` is not given. */
  readonly values?: readonly string[];
  readonly items?: TypeSchema;
  /** Class names. */
  readonly classes?: readonly string[];
  /** Names in `ExcelSchema.shapes`. */
  readonly shapes?: readonly string[];
}
