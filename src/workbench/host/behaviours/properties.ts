import type { Bag, Json } from '../../model/bag';
import { invalidArgument, itemNotFound } from '../errors';
import { behaviour, HostObject, type AnyBehaviour, type Argument, type Behaviour } from '../hostObject';
import { addItem } from '../objectModel';
import { asText, isoMoment } from '../arguments';

function text(value: Argument): string {
  if (typeof value !== 'string' || value === '') throw invalidArgument();
  return value;
}

function settingObject(view: HostObject, key: string): HostObject {
  return new HostObject(view.core, 'Setting', view, key);
}

function findSetting(view: HostObject, key: Argument): HostObject | null {
  const wanted = text(key);
  return view.core.workbook.settings.has(wanted) ? settingObject(view, wanted) : null;
}

const emitSettings = (view: HostObject): void => view.core.workbook.emit({ kind: 'object', type: 'Setting' });

/** Pairs of key and value kept in a bag: adding a key that is there replaces its value. */
function pairs(item: string, changed?: (view: HostObject) => void): Record<string, AnyBehaviour> {
  const keyOf = (bag: Bag): string => asText(bag.values.get('Key')).toLowerCase();
  const collection: Behaviour<unknown> = {
    call: {
      Add: (view, key, value) => {
        const name = text(key);
        const known = view.bag.items.find((bag) => keyOf(bag) === name.toLowerCase());
        if (!known) return addItem(view, { Key: name, Value: value as Json, Type: typeOf(value) });
        known.values.set('Value', value as Json);
        return new HostObject(view.core, item, view, undefined, known);
      },
      DeleteAll: (view) => {
        view.bag.items = [];
        changed?.(view);
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
    items: (view) => [...view.core.workbook.settings.keys()].map((key) => settingObject(view, key)),
    call: {
      Add: (view, key, value) => {
        view.core.workbook.settings.set(text(key), value);
        emitSettings(view);
        return settingObject(view, text(key));
      },
      GetItem: (view, key) => {
        const found = findSetting(view, key);
        if (!found) throw itemNotFound();
        return found;
      },
      GetItemOrNullObject: (view, key) => findSetting(view, key),
    },
  }),
  Setting: behaviour<string>({
    get: {
      Key: (view) => view.target,
      _Id: (view) => view.target,
      Value: (view) => (view.core.workbook.settings.get(view.target) ?? null) as Json,
    },
    set: {
      Value: (view, value) => {
        if (!view.core.workbook.settings.has(view.target)) throw itemNotFound();
        view.core.workbook.settings.set(view.target, value);
        emitSettings(view);
      },
    },
    call: {
      Delete: (view) => {
        if (!view.core.workbook.settings.delete(view.target)) throw itemNotFound();
        emitSettings(view);
        return null;
      },
    },
  }),
  ...pairs('WorksheetCustomProperty'),
  ...pairs('CustomProperty'),
  DocumentProperties: behaviour({
    // A workbook that was not saved before is as old as its session.
    get: { CreationDate: (view) => view.bag.values.get('CreationDate') ?? isoMoment(view.core.now()) },
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
