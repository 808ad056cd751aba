import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { layerOf, layers } from './layers.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const builtins = new Set(builtinModules);
const reactPackage = /^(react|react-dom|@fluentui\/.+)(\/|$)/;
const officePackage = /^(@microsoft\/office-js|office-js)(\/|$)/;

const slashed = (file) => file.split(path.sep).join('/');
const packageOf = (specifier) => specifier.match(/^(@[^/]+\/)?[^/]+/)?.[0] ?? specifier;
const isNodeFile = (file) => /\.node(\.ts)?$/.test(file);

/** What is wrong with `specifier` in `file` (from the root, with slashes), or undefined. */
function problemWith(specifier, file, typeOnly) {
  const from = layerOf(file.slice('src/'.length));
  if (from === undefined) return { messageId: 'homeless', data: { file } };
  const layer = layers[from];

  if (specifier.startsWith('node:') || builtins.has(packageOf(specifier))) {
    const allowed = layer.node === true || (layer.node === 'files' && isNodeFile(file));
    return allowed ? undefined : { messageId: 'node', data: { from } };
  }

  if (!specifier.startsWith('.')) {
    if (reactPackage.test(specifier)) return layer.react ? undefined : { messageId: 'react', data: { from } };
    if (officePackage.test(specifier))
      return layer.office ? undefined : { messageId: 'office', data: { from } };
    if (layer.pure && !layer.packages.includes(packageOf(specifier))) {
      return { messageId: 'package', data: { from, specifier } };
    }
    return undefined;
  }

  const target = path.posix.join(path.posix.dirname(file), specifier);
  if (!target.startsWith('src/')) {
    const data = /^rulesets\/.+\.json$/.test(target) && from !== 'workbench';
    const own = target === 'package.json' && from === 'cli';
    const picture = target.startsWith('assets/') && layer.react;
    return data || own || picture ? undefined : { messageId: 'outside', data: { from, target } };
  }

  // An import of a folder is one of its index file.
  const inner = target.slice('src/'.length);
  const to = Object.hasOwn(layers, inner) ? inner : layerOf(inner);
  if (to === undefined) return { messageId: 'homeless', data: { file: target } };
  if (isNodeFile(target) && layer.node !== true && !isNodeFile(file)) {
    return { messageId: 'node', data: { from } };
  }
  if (to === from || layer.imports.includes(to)) return undefined;
  if (layer.imports.includes(`type:${to}`)) {
    return typeOnly ? undefined : { messageId: 'typesOnly', data: { from, to } };
  }
  return { messageId: 'layer', data: { from, to, allowed: layer.imports.join(', ') || 'nothing' } };
}

/** Every way to name another module: import, export from, import(), require(), import('...') types. */
export const boundaries = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      layer: "'{{from}}' may not import '{{to}}' (it may import: {{allowed}}).",
      typesOnly: "'{{from}}' may import only types from '{{to}}'.",
      node: "'{{from}}' may not use Node's modules here: they belong in cli and workbook/xlsx/*.node.ts.",
      react: "'{{from}}' may not import React or Fluent UI: they live in taskpane and workbench.",
      office: "'{{from}}' may not import Office.js.",
      package: "'{{from}}' is pure and may not import the package '{{specifier}}'.",
      outside: "'{{from}}' may not import '{{target}}' from outside src.",
      homeless: "'{{file}}' belongs to no layer: add its folder to scripts/lint/layers.mjs.",
    },
  },
  create(context) {
    const file = slashed(path.relative(root, context.filename));
    if (!file.startsWith('src/')) return {};

    function check(source, typeOnly) {
      const specifier = source?.type === 'TSLiteralType' ? source.literal.value : source?.value;
      if (typeof specifier !== 'string') return;
      const problem = problemWith(specifier, file, typeOnly);
      if (problem) context.report({ node: source, ...problem });
    }

    return {
      ImportDeclaration: (node) => check(node.source, node.importKind === 'type'),
      ExportNamedDeclaration: (node) => check(node.source, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => check(node.source, node.exportKind === 'type'),
      ImportExpression: (node) => check(node.source, false),
      TSImportType: (node) => check(node.source ?? node.argument, true),
      TSExternalModuleReference: (node) => check(node.expression, false),
      'CallExpression[callee.name="require"]': (node) => check(node.arguments[0], false),
    };
  },
};
