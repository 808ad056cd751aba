import type { Language } from '../../i18n';

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  readonly icon: string | undefined;
  /** Opens the pane, or runs a function of the add-in. */
  readonly action:
    { readonly kind: 'pane'; readonly page: string } | { readonly kind: 'function'; readonly name: string };
}

export interface RibbonGroup {
  readonly id: string;
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

export interface RibbonTab {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly RibbonGroup[];
}

/** What the workbench takes from an add-in's manifest; addresses are on this server. */
export interface AddinManifest {
  readonly name: string;
  /** The page of the pane. */
  readonly page: string;
  readonly tabs: readonly RibbonTab[];
  /** Metadata of the custom functions, when there are any. */
  readonly functions: string | undefined;
}

const LOCALES: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-US' };
/** Labels of the tabs that Office itself has. */
const OFFICE_TABS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  TabHome: { zh: '开始', en: 'Home' },
  TabData: { zh: '数据', en: 'Data' },
};

/**
 * Reads an add-in-only manifest. Files beside the manifest's own page are looked for under `folder`.
 * Throws when the text is not XML or names no page.
 */
export function readManifest(text: string, language: Language, folder: string): AddinManifest {
  const document = new DOMParser().parseFromString(text, 'application/xml');
  if (document.querySelector('parsererror')) throw new Error('manifest.xml is not XML');
  const root = document.documentElement;
  const source = find(root, 'DefaultSettings > SourceLocation')?.getAttribute('DefaultValue');
  if (typeof source !== 'string') throw new Error('manifest.xml names no SourceLocation');
  const base = new URL('.', source).href;
  const own = (address: string): string =>
    address.startsWith(base) ? folder + address.slice(base.length) : new URL(address).pathname;

  const locale = LOCALES[language];
  const localized = (element: Element | undefined): string => {
    const override =
      element && all(element, 'Override').find((each) => each.getAttribute('Locale') === locale);
    return override?.getAttribute('Value') ?? element?.getAttribute('DefaultValue') ?? '';
  };
  const resources = new Map<string, Element>();
  for (const kind of ['Image', 'Url', 'String']) {
    for (const element of all(root, kind)) {
      const id = element.getAttribute('id');
      if (id !== null) resources.set(id, element);
    }
  }
  const resource = (element: Element | undefined): string =>
    localized(resources.get(element?.getAttribute('resid') ?? ''));
  const address = (element: Element | undefined): string | undefined => {
    const value = resource(element);
    return value === '' ? undefined : own(value);
  };

  const button = (control: Element): RibbonButton => {
    const icons = find(control, 'Icon')?.children;
    const icon = [...(icons ?? [])].find((each) => each.getAttribute('size') === '32') ?? icons?.[0];
    const action = find(control, 'Action');
    const runs = action?.getAttribute('xsi:type') === 'ExecuteFunction';
    return {
      id: control.getAttribute('id') ?? '',
      label: resource(find(control, 'Label')),
      tip: resource(find(control, 'Supertip > Description')),
      icon: address(icon),
      action: runs
        ? { kind: 'function', name: find(action, 'FunctionName')?.textContent.trim() ?? '' }
        : { kind: 'pane', page: address(action && find(action, 'SourceLocation')) ?? own(source) },
    };
  };
  const tab = (element: Element): RibbonTab => {
    const id = element.getAttribute('id') ?? '';
    const label = [...element.children].find((each) => each.localName === 'Label');
    return {
      id,
      label: OFFICE_TABS[id]?.[language] ?? (resource(label) || id),
      groups: all(element, 'Group').map((group) => ({
        id: group.getAttribute('id') ?? '',
        label: resource([...group.children].find((each) => each.localName === 'Label')),
        buttons: all(group, 'Control').map(button),
      })),
    };
  };

  const points = all(root, 'ExtensionPoint');
  const pointOf = (type: string): Element | undefined =>
    points.find((point) => point.getAttribute('xsi:type') === type);
  const surface = pointOf('PrimaryCommandSurface');
  const metadata = pointOf('CustomFunctions');
  return {
    name: localized(find(root, 'DisplayName')),
    page: own(source),
    tabs: surface ? [...all(surface, 'CustomTab'), ...all(surface, 'OfficeTab')].map(tab) : [],
    functions: address(metadata && find(metadata, 'Metadata > SourceLocation')),
  };
}

function all(element: Element, localName: string): Element[] {
  return [...element.getElementsByTagNameNS('*', localName)];
}

/** The first descendant at a path of local names. */
function find(element: Element, path: string): Element | undefined {
  return path.split(' > ').reduce<Element | undefined>((at, name) => at && all(at, name)[0], element);
}
