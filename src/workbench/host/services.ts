import type { Json } from '../model/bag';
import type { CustomFunctionCalls, InvocationResult } from './customFunctions';
import type { HostCore } from './hostCore';
import { behaviour, HostObject, type AnyBehaviour, type Argument, type Result } from './hostObject';
import { asText } from './arguments';

/** A call to a service that has no effect here but can be asserted on. */
export interface ServiceCall {
  readonly service: string;
  readonly member: string;
  readonly args: readonly Json[];
}

interface ServiceTarget {
  readonly name: string;
  readonly log: ServiceCall[];
}

const CUSTOM_FUNCTIONS = 'Microsoft.ExcelServices.CustomFunctions';
/** Features the custom functions runtime may use. */
const ENABLED_FEATURES = [1, 2, 3, 4];
/** Services whose calls are only written down. */
const RECORDED = /^Microsoft\.(?:DynamicRibbon|AppRuntime|InternalService|ExcelServices|Office)\./;

/** Type of the objects of services that are only written down. */
export const RECORDED_SERVICE = 'service:recorded';

/** The object for a service by its full name; undefined when there is no such service. */
export function serviceObject(
  core: HostCore,
  name: string,
  functions: CustomFunctionCalls,
  log: ServiceCall[],
): HostObject | undefined {
  if (name === CUSTOM_FUNCTIONS) return new HostObject(core, 'service:customFunctions', undefined, functions);
  if (!RECORDED.test(name)) return undefined;
  return new HostObject<ServiceTarget>(core, RECORDED_SERVICE, undefined, { name, log });
}

type FunctionsObject = HostObject<CustomFunctionCalls>;

export const serviceBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  'service:customFunctions': behaviour<CustomFunctionCalls>({
    call: {
      _SetOsfControlContainerReadyForCustomFunctions: (view) => {
        view.target.ready();
        return null;
      },
      _GetEnabledFeatures: () => [...ENABLED_FEATURES],
      SetInvocationArrayResults: (view, results) => setResults(view, results),
      SetInvocationResults: (view, results) => setResults(view, results),
      SetInvocationParameters: () => null,
    },
  }),
};

function setResults(view: FunctionsObject, results: Argument): null {
  for (const each of results as Json[]) view.target.settle(resultOf(each));
  return null;
}

/** `[id, true, value, ...]`, `[id, false, message, code, ...]` or the object form of either. */
function resultOf(given: Json): InvocationResult {
  if (Array.isArray(given)) {
    const [id, ok, value, code] = given;
    return ok === true
      ? { id: Number(id), ok: true, value: value ?? null }
      : { id: Number(id), ok: false, message: asText(value ?? ''), code: Number(code ?? 0) };
  }
  const { id, failed, value, errorMessage, errorCode } = given as Record<string, Json>;
  return failed === true
    ? {
        id: Number(id),
        ok: false,
        message: asText(errorMessage ?? value ?? ''),
        code: Number(errorCode ?? 0),
      }
    : { id: Number(id), ok: true, value: value ?? null };
}

/** Calls, navigation and properties of a service that is only written down. */
export function recordService(view: HostObject, member: string, args: readonly Json[]): Result {
  const { name, log } = view.target as ServiceTarget;
  log.push({ service: name, member, args });
  if (!member.startsWith('Get')) return null;
  const inner: ServiceTarget = { name: `${name}.${member}(${JSON.stringify(args)})`, log };
  return new HostObject<ServiceTarget>(view.core, RECORDED_SERVICE, undefined, inner);
}
