import { isCellError, type CellValue } from '../../../workbook/grid';
import { formatAddress } from '../../model/address';
import { invalidArgument } from '../errors';
import { behaviour, HostObject, type AnyBehaviour, type Argument, type Behaviour } from '../hostObject';
import { isRange } from '../ranges';

/** `Beta_Dist` is BETA.DIST. */
const nameOf = (wire: string): string => wire.replaceAll('_', '.').toUpperCase();

function resultOf(view: HostObject, wire: string, args: readonly Argument[]): HostObject {
  const given = [...args];
  while (given.length > 0 && (given.at(-1) === null || given.at(-1) === undefined)) given.pop();
  const { workbook } = view.core;
  workbook.engine.calculate();
  const found = workbook.engine.evaluate(
    `=${nameOf(wire)}(${given.map(argumentText).join(',')})`,
    workbook.active,
  );
  const value = Array.isArray(found) ? (found[0]?.[0] ?? null) : found;
  return new HostObject<CellValue>(view.core, 'FunctionResult', view, value);
}

/** An argument as it stands in a formula. */
function argumentText(value: Argument): string {
  if (Array.isArray(value)) return value.map(argumentText).join(',');
  if (value === null || value === undefined) return '';
  if (isRange(value)) return formatAddress(value.target.sheet.name, value.target.block);
  if (value instanceof HostObject) {
    if (value.type !== 'FunctionResult') throw invalidArgument();
    return argumentText(value.target as Argument);
  }
  if (typeof value === 'string') return `"${value.replaceAll('"', '""')}"`;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return String(value);
  const { error } = value;
  if (typeof error !== 'string') throw invalidArgument();
  return error;
}

type Calls = NonNullable<Behaviour<unknown>['call']>;

/** Every method of `workbook.functions` is the worksheet function of its name. */
const everyFunction = new Proxy<Record<string, Calls[string]>>(
  {},
  {
    get: (_, wire) =>
      typeof wire === 'string' && /^[A-Z]/.test(wire)
        ? (view: HostObject, ...args: Argument[]) => resultOf(view, wire, args)
        : undefined,
  },
);

export const functionBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  Functions: behaviour({ call: everyFunction }),
  FunctionResult: behaviour<CellValue>({
    get: {
      Value: ({ target }) => (isCellError(target) ? null : target),
      Error: ({ target }) => (isCellError(target) ? target.error : null),
    },
  }),
};
