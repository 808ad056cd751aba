import type { CustomXmlPart } from '../../model/workbook';
import { invalidArgument, itemNotFound } from '../errors';
import { behaviour, HostObject, type AnyBehaviour, type Argument } from '../hostObject';
import { asText } from '../arguments';

const ROOT =
  /^\s*(?:<\?[^]*?\?>\s*|<!--[^]*?-->\s*)*<([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/;

/** Namespace of the root element; empty when it has none. Throws `InvalidArgument` for what has no root. */
export function namespaceOf(xml: string): string {
  const root = ROOT.exec(xml);
  if (!root) throw invalidArgument();
  const prefix = root[1]!.includes(':') ? root[1]!.split(':')[0]! : undefined;
  const name = prefix === undefined ? 'xmlns' : `xmlns:${prefix}`;
  for (const [, key, double, single] of root[2]!.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (key === name) return double ?? single ?? '';
  }
  return '';
}

type PartObject = HostObject<CustomXmlPart>;

function partObject(view: HostObject, part: CustomXmlPart): PartObject {
  return new HostObject(view.core, 'CustomXmlPart', view, part);
}

function partsOf(view: HostObject<string | undefined>): CustomXmlPart[] {
  const { customXml } = view.core.workbook;
  return view.target === undefined
    ? customXml
    : customXml.filter((part) => namespaceOf(part.xml) === view.target);
}

function find(view: HostObject<string | undefined>, id: Argument): HostObject | null {
  const part = partsOf(view).find((each) => each.id.toLowerCase() === asText(id as string).toLowerCase());
  return part ? partObject(view, part) : null;
}

function only(view: HostObject<string | undefined>): HostObject | null {
  const parts = partsOf(view);
  return parts.length === 1 ? partObject(view, parts[0]!) : null;
}

function required(object: HostObject | null): HostObject {
  if (!object) throw itemNotFound();
  return object;
}

const changed = (view: HostObject): void =>
  view.core.workbook.emit({ kind: 'object', type: 'CustomXmlPart' });

const shared = {
  items: (view: HostObject<string | undefined>) => partsOf(view).map((part) => partObject(view, part)),
} as const;

export const customXmlBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  CustomXmlPartCollection: behaviour<undefined>({
    ...shared,
    call: {
      Add: (view, xml) => {
        if (typeof xml !== 'string') throw invalidArgument();
        namespaceOf(xml);
        const part = { id: view.core.workbook.guid(), xml };
        view.core.workbook.customXml.push(part);
        changed(view);
        return partObject(view, part);
      },
      GetByNamespace: (view, uri) =>
        new HostObject(view.core, 'CustomXmlPartScopedCollection', view, asText(uri)),
      GetItem: (view, id) => required(find(view, id)),
      GetItemOrNullObject: (view, id) => find(view, id),
    },
  }),
  CustomXmlPartScopedCollection: behaviour<string>({
    ...shared,
    call: {
      GetItem: (view, id) => required(find(view, id)),
      GetItemOrNullObject: (view, id) => find(view, id),
      GetOnlyItem: (view) => required(only(view)),
      GetOnlyItemOrNullObject: (view) => only(view),
    },
  }),
  CustomXmlPart: behaviour<CustomXmlPart>({
    get: {
      Id: (view) => view.target.id,
      NamespaceUri: (view) => namespaceOf(view.target.xml),
    },
    call: {
      GetXml: (view) => view.target.xml,
      SetXml: (view, xml) => {
        if (typeof xml !== 'string') throw invalidArgument();
        namespaceOf(xml);
        view.target.xml = xml;
        changed(view);
        return null;
      },
      Delete: (view) => {
        const { customXml } = view.core.workbook;
        const index = customXml.indexOf(view.target);
        if (index < 0) throw itemNotFound();
        customXml.splice(index, 1);
        changed(view);
        return null;
      },
    },
  }),
};
