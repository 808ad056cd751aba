/**
 * The wire schema of the installed client library, made when it is first asked for and kept under
 * node_modules/.cache. `node scripts/run.mjs scripts/workbench/schema.ts` makes it and prints where it is.
 */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type {
  ClassSchema,
  ExcelSchema,
  MethodSchema,
  ParameterSchema,
  ScalarSchema,
} from '../../src/workbench/host/schema';
import { clientClasses, type ClientClass } from './clientSchema';
import { declaredTypes, type DeclaredTypes } from './declaredTypes';

/** Raised when what is written changes its form. */
const FORM = 3;
const CLIENT = 'node_modules/@microsoft/office-js';
const TYPES = 'node_modules/@types/office-js';

/** Where the schema lies once it is made, from the root of the project. */
export const SCHEMA_FILE = 'node_modules/.cache/qascore/excel-schema.json';

/** The schema for the packages installed under `root`, from the cache when it was made for these versions. */
export function excelSchema(root = process.cwd()): ExcelSchema {
  const version = [FORM, packageVersion(root, CLIENT), packageVersion(root, TYPES)].join('/');
  const file = path.join(root, SCHEMA_FILE);
  const kept = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as ExcelSchema) : undefined;
  if (kept?.version === version) return kept;
  const schema = makeSchema(root, version);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const part = `${file}.${process.pid}.part`;
  fs.writeFileSync(part, JSON.stringify(schema));
  fs.renameSync(part, file);
  return schema;
}

function packageVersion(root: string, folder: string): string {
  const text = fs.readFileSync(path.join(root, folder, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function makeSchema(root: string, version: string): ExcelSchema {
  const client = fs.readFileSync(path.join(root, CLIENT, 'dist/excel-web-16.00.debug.js'), 'utf8');
  const types = declaredTypes(fs.readFileSync(path.join(root, TYPES, 'index.d.ts'), 'utf8'));
  const classes: Record<string, ClassSchema> = {};
  for (const [name, found] of Object.entries(clientClasses(client))) {
    classes[name] = classSchema(name, found, types);
  }
  return { version, classes, shapes: types.shapes };
}

function classSchema(name: string, found: ClientClass, types: DeclaredTypes): ClassSchema {
  const scalars: Record<string, ScalarSchema> = {};
  for (const [key, scalar] of Object.entries(found.scalars)) {
    const type = types.property(name, key);
    scalars[key] = { ...scalar, ...(type && { type }) };
  }
  const methods: Record<string, MethodSchema> = {};
  for (const [wire, method] of Object.entries(found.methods)) {
    const declared = types.parameters(name, method.client);
    const parameters = method.parameters.map((parameter, i): ParameterSchema => {
      const type = declared?.[i]?.type;
      const optional = declared === undefined || declared[i]?.optional !== false;
      return { name: parameter, ...(optional && { optional }), ...(type && { type }) };
    });
    methods[wire] = { parameters, ...(method.returns !== undefined && { returns: method.returns }) };
  }
  const { isCollection, item, navigations, events } = found;
  return { isCollection, scalars, navigations, methods, events, ...(item !== undefined && { item }) };
}

if (process.argv[1]?.endsWith('schema.ts') && process.argv[1].includes('workbench')) {
  const { classes, shapes, version } = excelSchema();
  const sum = (count: (each: ClassSchema) => number): number =>
    Object.values(classes).reduce((total, each) => total + count(each), 0);
  console.log(
    `${SCHEMA_FILE} (${version}): ${Object.keys(classes).length} classes, ${Object.keys(shapes).length} shapes,`,
    `${sum((each) => Object.keys(each.scalars).length)} scalars,`,
    `${sum((each) => Object.keys(each.navigations).length)} navigations,`,
    `${sum((each) => Object.keys(each.methods).length)} methods,`,
    `${sum((each) => Object.keys(each.events).length)} events`,
  );
}
