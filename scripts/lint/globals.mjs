import { filesOf, layers } from './layers.mjs';

const office = ['Office', 'Excel', 'OfficeExtension', 'OfficeRuntime', 'CustomFunctions'];
const network = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'];
const node = ['process', 'Buffer', '__dirname', '__filename'];
const host = ['window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'indexedDB'];
const output = ['console', 'performance'];

const named = (names, message) => names.map((name) => ({ name, message }));
const noOffice = named(office, 'Office.js belongs in workbook/excel, functions, commands and taskpane.');
const noNetwork = named(network, 'Nothing leaves the workbook.');
const noNode = named(node, "Node belongs in cli and workbook/xlsx's *.node.ts.");
const noHost = named([...host, ...output], 'This layer is pure: what it needs is an argument.');

const officeType = {
  selector: `TSQualifiedName[left.name=/^(${office.join('|')})$/]`,
  message: 'Office.js belongs in workbook/excel, functions, commands and taskpane.',
};
const globalObject = {
  selector: `MemberExpression[object.name=/^(globalThis|self)$/]`,
  message: 'This layer is pure: what it needs is an argument.',
};
const clock = [
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "CallExpression[callee.name='Date']",
  "MemberExpression[object.name='Date'][property.name='now']",
].map((selector) => ({ selector, message: 'No clock here: today is an argument.' }));
const chance = [
  "MemberExpression[object.name='Math'][property.name='random']",
  "MemberExpression[object.name='crypto'][property.name=/^random|^getRandom/]",
].map((selector) => ({ selector, message: 'No chance here: the same input gives the same result.' }));

function rulesOf(layer) {
  const globals = [
    ...(layer.office ? [] : noOffice),
    ...(layer.react && !layer.office ? [] : noNetwork),
    ...(layer.node === true || layer.react ? [] : noNode),
    ...(layer.pure ? noHost : []),
  ];
  const syntax = [
    ...(layer.office ? [] : [officeType]),
    ...(layer.pure ? [globalObject, ...clock, ...chance] : []),
  ];
  return {
    'no-restricted-globals': ['error', ...globals],
    'no-restricted-syntax': syntax.length > 0 ? ['error', ...syntax] : 'off',
  };
}

/** What each layer may not reach without an import. */
export const restrictedGlobals = [
  ...Object.entries(layers).map(([name, layer]) => ({
    name: `qascore/globals/${name}`,
    ...filesOf(name),
    rules: rulesOf(layer),
  })),
  {
    name: 'qascore/globals/node files',
    files: ['src/workbook/xlsx/**/*.node.ts'],
    rules: rulesOf({ ...layers['workbook/xlsx'], node: true }),
  },
];
