import type { Json } from '../model/bag';
import { ApiError, invalidArgument, invalidReference, itemNotFound, notModelled } from './errors';
import type { HostCore } from './hostCore';
import { HostObject, type Argument, type RangeTarget, type Result } from './hostObject';
import { call, navigate, scalarOf, setScalar } from './objectModel';
import {
  ActionType,
  PathType,
  type ArgumentInfo,
  type BatchAction,
  type BatchRequest,
  type BatchResponse,
  type ObjectPath,
  type ReferencedPath,
} from './protocol';
import { identity, query } from './query';

/**
 * Executes the actions of a request strictly in order. A path is evaluated once, when it is first needed. The first
 * action that fails ends the batch; what was done before stays done.
 */
export function executeBatch(core: HostCore, request: BatchRequest): BatchResponse {
  const batch = new Batch(core, request);
  return batch.run();
}

/** Cells or a sheet that a reference stood for are gone. */
function isLost({ target }: HostObject): boolean {
  const { sheet, lost } = target as Partial<RangeTarget>;
  return lost === true || sheet?.deleted === true;
}

class Batch {
  private readonly objects = new Map<number, HostObject | null>();

  constructor(
    private readonly core: HostCore,
    private readonly request: BatchRequest,
  ) {}

  run(): BatchResponse {
    const results: { ActionId: number; Value: Json }[] = [];
    const traces: number[] = [];
    let index = 0;
    try {
      for (const action of this.request.Actions) {
        this.core.stats.actions++;
        if (action.ActionType === ActionType.Trace) traces.push(action.Id);
        const value = this.perform(action);
        if (value !== undefined) results.push({ ActionId: action.Id, Value: value });
        index++;
      }
      return { Results: results, TraceIds: traces };
    } catch (error) {
      const failure = this.failure(error);
      const path = this.pathOf(this.request.Actions[index]?.ObjectPathId);
      const name = this.request.Actions[index]?.Name ?? '';
      return {
        Results: results,
        TraceIds: traces,
        Error: {
          Code: failure.code,
          Message: failure.message,
          HttpStatusCode: failure.status,
          ActionIndex: index,
          Location: [path?.Name, name].filter((part) => part !== undefined && part !== '').join('.'),
        },
      };
    }
  }

  private failure(error: unknown): ApiError {
    if (!(error instanceof ApiError)) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.core.stats.countMissing(`fault of the host: ${text}`);
      return new ApiError('GeneralException', `Fault of the emulated host: ${text}`, 500);
    }
    if (error.code === 'ApiNotFound')
      this.core.stats.countMissing(error.message.replace(/^.*model |\.$/g, ''));
    return error;
  }

  /** The value for the answer; undefined for actions that have none. */
  private perform(action: BatchAction): Json | undefined {
    switch (action.ActionType) {
      case ActionType.Instantiate:
        return identity(this.objectOf(action));
      case ActionType.Query:
        return query(this.objectOf(action), action.QueryInfo ?? {});
      case ActionType.QueryAsJson:
        return query(this.objectOf(action), action.QueryInfo ?? {}, true);
      case ActionType.Method:
        return this.callMethod(action);
      case ActionType.SetProperty: {
        const object = this.existing(action);
        setScalar(object, action.Name ?? '', this.argumentsOf(action.ArgumentInfo)[0] ?? null);
        return null;
      }
      case ActionType.Update: {
        const object = this.existing(action);
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) {
          setScalar(object, scalarOf(object, name)?.wire ?? name, this.inner(value));
        }
        return undefined;
      }
      case ActionType.Trace:
        return null;
      case ActionType.EnsureUnchanged:
        return undefined;
      default:
        throw notModelled(`action type ${action.ActionType}`);
    }
  }

  private callMethod(action: BatchAction): Json {
    const object = this.objectOf(action);
    if (object === null) return { _IsNull: true };
    const result: Result = call(object, action.Name ?? '', this.argumentsOf(action.ArgumentInfo));
    return result instanceof HostObject ? identity(result) : (result ?? null);
  }

  private objectOf(action: BatchAction): HostObject | null {
    return this.resolve(action.ObjectPathId ?? 0);
  }

  private existing(action: BatchAction): HostObject {
    const object = this.objectOf(action);
    if (object === null) throw itemNotFound();
    return object;
  }

  private pathOf(id: number | undefined): ObjectPath | undefined {
    return id === undefined ? undefined : this.request.ObjectPaths?.[String(id)];
  }

  private resolve(id: number): HostObject | null {
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const path = this.pathOf(id);
    if (!path) throw new ApiError('InvalidObjectPath', `There is no object path ${id}.`, 400);
    const object = this.evaluate(path);
    this.objects.set(id, object);
    return object;
  }

  private evaluate(path: ObjectPath): HostObject | null {
    switch (path.ObjectPathType) {
      case PathType.Root:
        return this.core.root;
      case PathType.NewObject: {
        const service = this.core.service(path.Name);
        if (!service) throw notModelled(path.Name);
        return service;
      }
      case PathType.ReferenceId: {
        const object = this.core.references.get(path.Name);
        if (!object || isLost(object)) throw invalidReference();
        return object;
      }
      case PathType.NullObject:
        return null;
      default:
    }
    const parent = this.resolve(path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    if (path.ObjectPathType === PathType.Property) return navigate(parent, path.Name);
    const method = path.ObjectPathType === PathType.Indexer ? 'GetItem' : path.Name;
    const result = call(parent, method, this.argumentsOf(path.ArgumentInfo));
    if (result === null || result === undefined) return null;
    if (!(result instanceof HostObject)) throw invalidArgument();
    return result;
  }

  private argumentsOf(info: ArgumentInfo | undefined): Argument[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, i) => this.argument(value, references[i]));
  }

  private argument(value: Json, reference: ReferencedPath | undefined): Argument {
    if (Array.isArray(reference) && Array.isArray(value)) {
      const inner = reference as readonly ReferencedPath[];
      return value.map((each, i) => this.argument(each, inner[i]));
    }
    if (typeof reference === 'number' && reference > 0) return this.resolve(reference);
    return this.inner(value);
  }

  /** References inside plain objects. */
  private inner(value: Json): Argument {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) {
      // Cells by the thousand hold no references.
      return value.some((each) => each !== null && typeof each === 'object')
        ? value.map((each) => this.inner(each))
        : value;
    }
    const id = value._ObjectPathId;
    if (typeof id === 'number') return this.resolve(id);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.inner(each)]));
  }
}
