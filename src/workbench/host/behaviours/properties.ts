import type { Bag, Json } from '../../model/bag';
import { invalidArgument, itemNotFound } from '../errors';
import { behaviour, HostObject, type AnyBehaviour, type Argument, type Behaviour } from '../hostObject';
import { addItem } from '../objectModel';

function text(value: Argument): string {
  if (typeof value !== 'string' || value === '') throw invalidArgument();
  return value;
}

function settingObject(self: HostObject, key: string): HostObject {
  return new HostObject(self.core, 'Setting', self, key);
}

function findSetting(self: HostObject, key: Argument): HostObject | null {
  const wanted = text(key);
  return self.core.workbook.settings.has(wanted) ? settingObject(self, wanted) : null;
}

const emitSettings = (self: HostObject): void =>
  self.core.workbook.emit({ kind: 'object', type: 'Setting' });

/** Pairs of key and value kept in a bag: adding a key that is there replaces its value. */
function pairs(item: string, changed?: (self: HostObject) => void): Record<string, AnyBehaviour> {
  const keyOf = (bag: Bag): string => String(bag.values.get('Key') as string).toLowerCase();
  const collection: Behaviour<unknown> = {
    call: {
      Add: (self, key, value) => {
        const name = text(key);
        const known = self.bag.items.find((bag) => keyOf(bag) === name.toLowerCase());
        if (!known) return addItem(self, { Key: name, Value: value as Json, Type: typeOf(value) });
        known.values.set('Value', value as Json);
        return new HostObject(self.core, item, self, undefined, known);
      },
      DeleteAll: (self) => {
        self.bag.items = [];
        changed?.(self);
        return null;
      },
    },
  };
  return { [`${item}Collection`]: behaviour(collection) };
}

function typeOf(value: Argument): string {
  return typeof value === 'number' ? 'Number' : typeof value === 'boolean' ? 'Boolean' : 'String';
}

export const propertyBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  SettingCollection: behaviour({
    items: (self) => [...self.core.workbook.settings.keys()].map((key) => settingObject(self, key)),
    call: {
      Add: (self, key, value) => {
        self.core.workbook.settings.set(text(key), value);
        emitSettings(self);
        return settingObject(self, text(key));
      },
      GetItem: (self, key) => {
        const found = findSetting(self, key);
        if (!found) throw itemNotFound();
        return found;
      },
      GetItemOrNullObject: (self, key) => findSetting(self, key),
    },
  }),
  Setting: behaviour<string>({
    get: {
      Key: (self) => self.target,
      _Id: (self) => self.target,
      Value: (self) => (self.core.workbook.settings.get(self.target) ?? null) as Json,
    },
    set: {
      Value: (self, value) => {
        if (!self.core.workbook.settings.has(self.target)) throw itemNotFound();
        self.core.workbook.settings.set(self.target, value);
        emitSettings(self);
      },
    },
    call: {
      Delete: (self) => {
        if (!self.core.workbook.settings.delete(self.target)) throw itemNotFound();
        emitSettings(self);
        return null;
      },
    },
  }),
  ...pairs('WorksheetCustomProperty'),
  ...pairs('CustomProperty'),
  DocumentProperties: behaviour({
    defaults: {
      Title: '',
      Subject: '',
      Author: '',
      Keywords: '',
      Comments: '',
      LastAuthor: '',
      RevisionNumber: 0,
      Category: '',
      Manager: '',
      Company: '',
    },
  }),
};
