import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { COMMANDS } from '../../../src/commands/commands';
import { FORMULA_NAMES } from '../../../src/month/live/question';
import { parseXml, type XmlElement } from '../../../src/workbook/xlsx/xml';

const text = fs.readFileSync('manifest.xml', 'utf8');
const root = parseXml(text, 'manifest.xml');

const all = (element: XmlElement): XmlElement[] => [element, ...element.children.flatMap(all)];
const elements = all(root);
const named = (name: string): XmlElement[] => elements.filter((element) => element.name === name);
const attribute = (element: XmlElement | undefined, name: string): string => {
  const local = name.slice(name.indexOf(':') + 1);
  return element?.attributes.find((found) => found.name === local)?.value ?? '';
};
const only = (name: string): XmlElement => {
  const found = named(name);
  expect(found).toHaveLength(1);
  return found[0]!;
};
const inside = (parent: XmlElement, name: string): XmlElement[] => all(parent).filter((e) => e.name === name);

test('identity: own GUID, four-part version, Chinese by default', () => {
  expect(only('Id').text).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(only('Version').text).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  expect(only('DefaultLocale').text).toBe('zh-CN');
});

test('needs a shared runtime and says nothing of later sets', () => {
  expect(named('Set').map((set) => `${attribute(set, 'Name')} ${attribute(set, 'MinVersion')}`)).toEqual([
    'SharedRuntime 1.1',
    'ExcelApi 1.13',
  ]);
});

test('one page for everything: runtime, functions, commands, pane', () => {
  const runtime = only('Runtime');
  expect(attribute(runtime, 'lifetime')).toBe('long');
  const page = attribute(runtime, 'resid');
  expect(attribute(inside(only('Page'), 'SourceLocation')[0], 'resid')).toBe(page);
  expect(attribute(only('FunctionFile'), 'resid')).toBe(page);
  const pane = named('Action').filter((action) => attribute(action, 'xsi:type') === 'ShowTaskpane');
  expect(pane.map((action) => attribute(inside(action, 'SourceLocation')[0], 'resid'))).toEqual([page]);
  const hosts = inside(only('VersionOverrides'), 'Hosts')[0]!;
  expect(inside(hosts, 'Host')[0]!.children.map(({ name }) => name)).toEqual([
    'Runtimes',
    'AllFormFactors',
    'DesktopFormFactor',
  ]);
});

test('functions have no namespace and panes no id: both would change what is saved in workbooks', () => {
  expect(named('Namespace')).toEqual([]);
  expect(named('TaskpaneId')).toEqual([]);
  expect(named('EquivalentAddins')).toEqual([]);
});

test('every resource is defined once, used, short enough, and also there in English', () => {
  const resources = only('Resources').children.flatMap(({ children }) => children);
  const ids = resources.map((resource) => attribute(resource, 'id'));
  expect(new Set(ids).size).toBe(ids.length);
  const used = new Set(elements.map((element) => attribute(element, 'resid')).filter((id) => id !== ''));
  expect([...used].sort()).toEqual([...ids].sort());
  for (const id of ids) expect(id.length).toBeLessThanOrEqual(32);
  const limits = { ShortStrings: 125, LongStrings: 250 } as const;
  for (const group of only('Resources').children) {
    for (const resource of group.children) {
      const texts = [
        attribute(resource, 'DefaultValue'),
        ...resource.children.map((e) => attribute(e, 'Value')),
      ];
      const limit = limits[group.name as keyof typeof limits];
      for (const value of texts) {
        expect(value).not.toBe('');
        if (limit !== undefined) expect(value.length).toBeLessThanOrEqual(limit);
      }
      expect(resource.children.map((e) => attribute(e, 'Locale'))).toEqual(['en-US']);
    }
  }
  const others = ['DisplayName', 'Description', 'IconUrl', 'HighResolutionIconUrl', 'SupportUrl'];
  for (const name of others) {
    const [element] = root.children.filter((child) => child.name === name);
    expect(element?.children.map((override) => attribute(override, 'Locale'))).toEqual(['en-US']);
  }
});

test('English texts have no Chinese, Chinese texts have some', () => {
  const strings = [...named('DisplayName'), ...named('Description'), ...named('String')].filter(
    (element) => attribute(element, 'DefaultValue') !== '',
  );
  expect(strings.length).toBeGreaterThan(10);
  for (const element of strings) {
    expect(attribute(element, 'DefaultValue')).toMatch(/\p{Script=Han}/u);
    expect(attribute(element.children[0], 'Value')).not.toMatch(/\p{Script=Han}/u);
  }
});

test('all addresses are https and of one origin', () => {
  const addresses = [...text.matchAll(/"(https?:\/\/[^"]+)"/g)]
    .map(([, address]) => address ?? '')
    .filter((address) => !address.startsWith('http://'));
  const own = addresses.filter((address) => !address.includes('microsoft.com'));
  expect(new Set(own.map((address) => new URL(address).origin))).toEqual(new Set(['https://localhost:3000']));
});

/** Width and height in the header of a PNG. */
function pngSize(file: string): [number, number] {
  const bytes = fs.readFileSync(file);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test('icons are there at the size their name says', () => {
  const icons = [...text.matchAll(/\/assets\/([\w-]+-(\d+)\.png)/g)];
  expect(new Set(icons.map(([, , size]) => size))).toEqual(new Set(['16', '32', '64', '80']));
  for (const [, file, size] of icons) {
    expect(pngSize(`assets/icons/${file ?? ''}`)).toEqual([Number(size), Number(size)]);
  }
});

test('buttons call commands that exist', () => {
  expect(named('FunctionName').map((element) => element.text)).toEqual([...COMMANDS]);
});

describe('metadata of the functions', () => {
  interface Metadata {
    readonly allowErrorForDataTypeAny: boolean;
    readonly functions: readonly {
      readonly id: string;
      readonly name: string;
      readonly description: string;
      readonly options: { readonly stream?: boolean };
      readonly parameters: readonly { readonly name: string; readonly optional?: boolean }[];
      readonly result: { readonly dimensionality?: string };
    }[];
  }
  let byLocale: Record<string, Metadata>;
  beforeAll(() => {
    const print =
      "import('./scripts/build/functionsMetadata.mjs').then((made) => made.functionsMetadata(process.cwd()))" +
      '.then((byLocale) => process.stdout.write(JSON.stringify(byLocale)))';
    byLocale = JSON.parse(
      execFileSync(process.execPath, ['-e', print], { encoding: 'utf8' }),
    ) as typeof byLocale;
  });

  test('every function once, streaming, named alike in both languages', () => {
    expect(Object.keys(byLocale)).toEqual(['zh-CN', 'en-US']);
    for (const metadata of Object.values(byLocale)) {
      expect(metadata.allowErrorForDataTypeAny).toBe(true);
      expect(metadata.functions.map(({ id }) => id)).toEqual([...FORMULA_NAMES]);
      for (const fn of metadata.functions) {
        expect(fn.name).toBe(fn.id);
        expect(fn.options.stream).toBe(true);
      }
    }
  });

  test('arguments in the order that formulas on sheets rely on', () => {
    const inEnglish = byLocale['en-US']!.functions.map(
      ({ id, parameters }) =>
        `${id}(${parameters.map((p) => (p.optional === true ? `[${p.name}]` : p.name)).join(',')})`,
    );
    expect(inEnglish).toEqual([
      'QASCORE(subject,month,[rulebook])',
      'QADEDUCT(subject,month,[rulebook])',
      'QABONUS(subject,month,[rulebook])',
      'QAFINE(subject,month,[rulebook])',
      'QAPERF(subject,month,[rulebook])',
      'QARANK(subject,month,[rulebook])',
      'QATIER(subject,month,[rulebook])',
      'QASANCTION(subject,month,[rulebook])',
      'QACOUNT(subject,month,clause)',
      'QAEXPLAIN(subject,month,[rulebook])',
      'QATABLE(month,[rulebook])',
      'QACLAUSE(clause,[rulebook])',
      'QACHECK(month)',
    ]);
    expect(byLocale['zh-CN']!.functions[0]!.parameters.map(({ name }) => name)).toEqual([
      '对象',
      '月份',
      '规程',
    ]);
  });

  test('functions that spill say so', () => {
    const spilling = byLocale['zh-CN']!.functions.filter(({ result }) => result.dimensionality === 'matrix');
    expect(spilling.map(({ id }) => id)).toEqual(['QAEXPLAIN', 'QATABLE', 'QACHECK']);
  });
});
