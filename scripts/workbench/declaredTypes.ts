import ts from 'typescript';
import type { ShapeSchema, TypeSchema } from '../../src/workbench/host/schema';

/** What the type declarations say about the Excel namespace. */
export interface DeclaredTypes {
  /** Type of a property of a class. */
  property(className: string, name: string): TypeSchema | undefined;
  /** Parameters of a method, its overloads put together. */
  parameters(
    className: string,
    method: string,
  ): { optional: boolean; type: TypeSchema | undefined }[] | undefined;
  /** Plain objects met while asking. */
  readonly shapes: Record<string, ShapeSchema>;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Declaration =
  ts.EnumDeclaration | ts.ClassDeclaration | ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

/** Reads index.d.ts of @types/office-js without type-checking it. */
export function declaredTypes(source: string): DeclaredTypes {
  const start = source.indexOf('declare namespace Excel {');
  const file = ts.createSourceFile('office.d.ts', source.slice(start), ts.ScriptTarget.ES2022, true);
  const declarations = new Map<string, Declaration[]>();
  for (const statement of file.statements) {
    if (!ts.isModuleDeclaration(statement) || statement.name.text !== 'Excel') continue;
    if (!statement.body || !ts.isModuleBlock(statement.body)) continue;
    for (const inner of statement.body.statements) {
      if (
        ts.isEnumDeclaration(inner) ||
        ts.isClassDeclaration(inner) ||
        ts.isInterfaceDeclaration(inner) ||
        ts.isTypeAliasDeclaration(inner)
      ) {
        const name = inner.name?.text;
        if (name !== undefined) declarations.set(name, [...(declarations.get(name) ?? []), inner]);
      }
    }
  }
  const shapes: Record<string, ShapeSchema> = {};

  function classOf(name: string): ts.ClassDeclaration | undefined {
    return declarations.get(name)?.find(ts.isClassDeclaration);
  }

  function named(name: string): TypeSchema | undefined {
    for (const declaration of declarations.get(name) ?? []) {
      if (ts.isEnumDeclaration(declaration)) return { values: enumValues(declaration) };
      if (ts.isClassDeclaration(declaration)) return { classes: [name] };
      if (ts.isTypeAliasDeclaration(declaration)) return typeOf(declaration.type);
      if (ts.isInterfaceDeclaration(declaration)) {
        addShape(name, declaration);
        return { shapes: [name] };
      }
    }
    return undefined;
  }

  function addShape(name: string, declaration: ts.InterfaceDeclaration): void {
    if (Object.hasOwn(shapes, name)) return;
    const shape: Record<string, { optional?: boolean; type?: TypeSchema }> = {};
    shapes[name] = shape;
    for (const member of declaration.members) {
      if (!ts.isPropertySignature(member) || !member.type) continue;
      const type = typeOf(member.type);
      shape[member.name.getText(file)] = {
        ...(member.questionToken && { optional: true }),
        ...(type && { type }),
      };
    }
  }

  function typeOf(node: ts.TypeNode): TypeSchema | undefined {
    switch (node.kind) {
      case ts.SyntaxKind.StringKeyword:
        return { string: true };
      case ts.SyntaxKind.NumberKeyword:
        return { number: true };
      case ts.SyntaxKind.BooleanKeyword:
        return { boolean: true };
      default:
    }
    if (ts.isParenthesizedTypeNode(node)) return typeOf(node.type);
    if (ts.isArrayTypeNode(node)) return { items: typeOf(node.elementType) ?? {} };
    if (ts.isUnionTypeNode(node)) return united(node.types.map(typeOf));
    if (ts.isLiteralTypeNode(node)) {
      if (node.literal.kind === ts.SyntaxKind.NullKeyword) return { nullable: true };
      return ts.isStringLiteral(node.literal) ? { values: [node.literal.text] } : { boolean: true };
    }
    if (ts.isTypeReferenceNode(node)) {
      const name = node.typeName.getText(file);
      const last = name.split('.').at(-1)!;
      if (last === 'Array' && node.typeArguments?.[0]) return { items: typeOf(node.typeArguments[0]) ?? {} };
      return name === last || name === `Excel.${last}` ? named(last) : undefined;
    }
    return undefined;
  }

  return {
    shapes,
    property(className, name) {
      const member = classOf(className)?.members.find(
        (each): each is ts.PropertyDeclaration =>
          ts.isPropertyDeclaration(each) && each.name.getText(file) === name,
      );
      return member?.type && typeOf(member.type);
    },
    parameters(className, method) {
      const members: readonly ts.ClassElement[] = classOf(className)?.members ?? [];
      const overloads = members
        .filter(ts.isMethodDeclaration)
        .filter((each) => each.name.getText(file) === method);
      if (overloads.length === 0) return undefined;
      const count = Math.max(...overloads.map((each) => each.parameters.length));
      return Array.from({ length: count }, (_, i) => {
        const given = overloads.map((each) => each.parameters[i]);
        return {
          optional: given.some((each) => each === undefined || each.questionToken !== undefined),
          type: united(given.flatMap((each) => (each?.type ? [typeOf(each.type)] : []))),
        };
      });
    },
  };
}

function enumValues(declaration: ts.EnumDeclaration): string[] {
  return declaration.members.flatMap((member) =>
    member.initializer && ts.isStringLiteral(member.initializer) ? [member.initializer.text] : [],
  );
}

/** The union of types; anything at all when one of them is not known. */
function united(types: (TypeSchema | undefined)[]): TypeSchema | undefined {
  const result: Mutable<TypeSchema> = {};
  for (const type of types) {
    if (type === undefined) return undefined;
    if (type.string) result.string = true;
    if (type.number) result.number = true;
    if (type.boolean) result.boolean = true;
    if (type.nullable) result.nullable = true;
    if (type.values) result.values = [...new Set([...(result.values ?? []), ...type.values])];
    if (type.classes) result.classes = [...new Set([...(result.classes ?? []), ...type.classes])];
    if (type.shapes) result.shapes = [...new Set([...(result.shapes ?? []), ...type.shapes])];
    if (type.items) result.items = result.items ? (united([result.items, type.items]) ?? {}) : type.items;
  }
  return result;
}
