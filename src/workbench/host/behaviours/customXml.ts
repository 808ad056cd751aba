import type { CustomXmlPart } from '../../model/workbook';
import { invalidArgument, itemNotFound } from '../errors';
import { behaviour, HostObject, type AnyBehaviour, type Argument } from '../hostObject';

const ROOT = /^\s*(?:<\?[^]*?\?>\s*|<!--[^]*?-->\s*)*<([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/;

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

function partObject(self: HostObject, part: CustomXmlPart): PartObject {
  return new HostObject(self.core, 'CustomXmlPart', self, part);
}

function partsOf(self: HostObject<string | undefined>): CustomXmlPart[] {
  const { customXml } = self.core.workbook;
  return self.target === undefined ? customXml : customXml.filter((part) => namespaceOf(part.xml) === self.target);
}

function find(self: HostObject<string | undefined>, id: Argument): HostObject | null {
  const part = partsOf(self).find((each) => each.id.toLowerCase() === String(id as string).toLowerCase());
  return part ? partObject(self, part) : null;
}

function only(self: HostObject<string | undefined>): HostObject | null {
  const parts = partsOf(self);
  return parts.length === 1 ? partObject(self, parts[0]!) : null;
}

function required(object: HostObject | null): HostObject {
  if (!object) throw itemNotFound();
  return object;
}

const changed = (self: HostObject): void => self.core.workbook.emit({ kind: 'object', type: 'CustomXmlPart' });

const shared = {
  items: (self: HostObject<string | undefined>) => partsOf(self).map((part) => partObject(self, part)),
} as const;

export const customXmlBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  CustomXmlPartCollection: behaviour<undefined>({
    ...shared,
    call: {
      Add: (self, xml) => {
        if (typeof xml !== 'string') throw invalidArgument();
        namespaceOf(xml);
        const part = { id: self.core.workbook.guid(), xml };
        self.core.workbook.customXml.push(part);
        changed(self);
        return partObject(self, part);
      },
      GetByNamespace: (self, uri) =>
        new HostObject(self.core, 'CustomXmlPartScopedCollection', self, String(uri as string)),
      GetItem: (self, id) => required(find(self, id)),
      GetItemOrNullObject: (self, id) => find(self, id),
    },
  }),
  CustomXmlPartScopedCollection: behaviour<string>({
    ...shared,
    call: {
      GetItem: (self, id) => required(find(self, id)),
      GetItemOrNullObject: (self, id) => find(self, id),
      GetOnlyItem: (self) => required(only(self)),
      GetOnlyItemOrNullObject: (self) => only(self),
    },
  }),
  CustomXmlPart: behaviour<CustomXmlPart>({
    get: {
      Id: (self) => self.target.id,
      NamespaceUri: (self) => namespaceOf(self.target.xml),
    },
    call: {
      GetXml: (self) => self.target.xml,
      SetXml: (self, xml) => {
        if (typeof xml !== 'string') throw invalidArgument();
        namespaceOf(xml);
        self.target.xml = xml;
        changed(self);
        return null;
      },
      Delete: (self) => {
        const { customXml } = self.core.workbook;
        const index = customXml.indexOf(self.target);
        if (index < 0) throw itemNotFound();
        customXml.splice(index, 1);
        changed(self);
        return null;
      },
    },
  }),
};
