/**
 * Who may import whom under src/, from the ground up. A layer may import itself and what it names in
 * `imports`; a folder with an own row is a layer of its own (`workbook/excel` is not part of `workbook`).
 *
 * - `imports`: layers, `type:` before a name allows types only
 * - `pure`: computes from its arguments: no host, no Node, no clock, no chance; packages only from `packages`
 * - `office`, `react`, `node`: may use Office.js, React with Fluent UI, Node's modules
 *   (`node: 'files'`: only in files named *.node.ts)
 */
const facts = ['facts', 'workbook'];
const rules = [...facts, 'rulebook', 'casework'];
const work = [...rules, 'intake', 'scoring', 'draft'];
const month = [...work, 'i18n', 'reports', 'month'];

export const layers = {
  facts: { imports: [], pure: true, packages: [] },
  workbook: { imports: ['facts'], pure: true, packages: [] },
  i18n: { imports: ['type:facts'], pure: true, packages: [] },

  rulebook: { imports: facts, pure: true, packages: ['zod'] },
  casework: { imports: facts, pure: true, packages: ['zod'] },

  intake: { imports: rules, pure: true, packages: ['zod'] },
  scoring: { imports: rules, pure: true, packages: ['zod'] },
  draft: { imports: rules, pure: true, packages: ['zod', 'fflate'] },

  reports: { imports: [...work, 'i18n'], pure: true, packages: ['zod'] },
  month: { imports: [...work, 'i18n', 'reports'], pure: true, packages: ['zod'] },

  'workbook/excel': { imports: facts, office: true },
  'workbook/xlsx': { imports: facts, node: 'files' },

  functions: { imports: [...month, 'workbook/excel'], office: true },
  commands: { imports: [...month, 'workbook/excel'], office: true },
  taskpane: { imports: [...month, 'workbook/excel'], office: true, react: true },
  addin: {
    imports: [...month, 'workbook/excel', 'functions', 'commands', 'taskpane'],
    office: true,
    react: true,
  },
  cli: { imports: [...month, 'workbook/xlsx'], node: true },

  'workbench/model': {
    imports: ['workbook', 'workbook/xlsx'],
    pure: true,
    packages: ['@formulajs/formulajs'],
  },
  'workbench/host': {
    imports: ['workbook', 'workbook/xlsx', 'workbench/model'],
    pure: true,
    packages: [],
  },
  workbench: {
    imports: ['facts', 'i18n', 'workbook', 'workbook/xlsx', 'workbench/model', 'workbench/host'],
    react: true,
  },
};

export const officeLayers = Object.keys(layers).filter((name) => layers[name].office);
export const reactLayers = Object.keys(layers).filter((name) => layers[name].react);

/** The layer a path under src/ belongs to ('workbook/xlsx/zip.ts' -> 'workbook/xlsx'), if any. */
export function layerOf(pathInSrc) {
  const folders = pathInSrc.split('/').slice(0, -1);
  for (let depth = folders.length; depth > 0; depth--) {
    const name = folders.slice(0, depth).join('/');
    if (Object.hasOwn(layers, name)) return name;
  }
  return undefined;
}

/** Globs of the files of a layer, without those of the layers inside it. */
export function filesOf(name) {
  const inner = Object.keys(layers).filter((other) => other.startsWith(`${name}/`));
  return {
    files: [`src/${name}/**/*.{ts,tsx}`],
    ignores: inner.map((other) => `src/${other}/**`),
  };
}
