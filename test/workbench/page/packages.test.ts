import fs from 'node:fs';

const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, { version?: string }>;
};
const named = (pattern: RegExp): string[] => Object.keys(lock.packages).filter((name) => pattern.test(name));

test('of the spreadsheet component only its free packages are installed', () => {
  expect(named(/node_modules\/@univerjs-pro\//)).toEqual([]);
  expect(fs.existsSync('node_modules/@univerjs-pro')).toBe(false);
  expect(named(/node_modules\/@univerjs\/presets$/)).toEqual([]);
  expect(named(/node_modules\/@univerjs\/preset-sheets-core$/)).toHaveLength(1);
});

test('its presets are of one version, as mixtures do not fit together', () => {
  const versions = named(/node_modules\/@univerjs\/preset-/).map((name) => lock.packages[name]!.version);
  expect(new Set(versions).size).toBe(1);
});
