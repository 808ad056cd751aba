import { invalidArgument } from './errors';
import { HostObject, type Argument } from './hostObject';
import type { ExcelSchema, ParameterSchema, TypeSchema } from './schema';

/** Throws `InvalidArgument` unless the arguments are of the declared types. */
export function checkArguments(
  schema: ExcelSchema,
  parameters: readonly ParameterSchema[],
  args: readonly Argument[],
): void {
  if (args.length > parameters.length) throw invalidArgument();
  parameters.forEach((parameter, i) => {
    const value = args[i];
    if (value === undefined || value === null) {
      if (
        !parameter.optional &&
        !parameter.type?.nullable &&
        parameter.type !== undefined &&
        !isOpen(parameter.type)
      ) {
        throw invalidArgument();
      }
    } else if (!fits(schema, parameter.type, value)) throw invalidArgument();
  });
}

/** Whether a value may stand where the declarations ask for a type; without a type everything may. */
export function fits(schema: ExcelSchema, type: TypeSchema | undefined, value: Argument): boolean {
  if (type === undefined || isOpen(type)) return true;
  if (value === null || value === undefined) return type.nullable === true;
  if (value instanceof HostObject) return type.classes?.includes(value.type) ?? false;
  if (typeof value === 'string') return type.string === true || (type.values?.includes(value) ?? false);
  if (typeof value === 'number') return type.number === true;
  if (typeof value === 'boolean') return type.boolean === true;
  if (Array.isArray(value)) {
    const { items } = type;
    return items !== undefined && value.every((each) => isLeftOut(items, each) || fits(schema, items, each));
  }
  return type.shapes?.some((name) => fitsShape(schema, name, value)) ?? false;
}

/** In a list of values null leaves a cell as it is. */
function isLeftOut(items: TypeSchema, value: Argument): boolean {
  const isScalar = items.string === true || items.number === true || items.boolean === true;
  return (value === null || value === undefined) && isScalar;
}

function isOpen(type: TypeSchema): boolean {
  for (const key of Object.keys(type)) if (key !== 'nullable') return false;
  return true;
}

/** Members with another type than declared fail; unknown ones are passed over, as the host does. */
function fitsShape(schema: ExcelSchema, name: string, value: Readonly<Record<string, Argument>>): boolean {
  const shape = schema.shapes[name];
  if (!shape) return true;
  return Object.entries(value).every(([key, each]) => {
    const member = shape[key] ?? shape[key.charAt(0).toLowerCase() + key.slice(1)];
    if (member === undefined || each === null || each === undefined) return true;
    return fits(schema, member.type, each);
  });
}
