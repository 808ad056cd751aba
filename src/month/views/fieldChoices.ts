import { FIELDS } from '../../intake/recognise/fields';
import { t, TEXT_KEYS, type Language, type TextKey } from '../../i18n';
import { SHEET_ROLES, type SheetRole } from '../../intake/types';
import { fieldText } from './sheets';

/** A meaning that a column can be given. */
export interface FieldChoice {
  readonly id: string;
  readonly label: string;
}

const KNOWN: ReadonlySet<string> = new Set(TEXT_KEYS);

/** Every field of the fixed vocabulary that has a word of its own, by its word; `current` is always among them. */
export function fieldChoices(current: string | undefined, language: Language): FieldChoice[] {
  const ids = Object.keys(FIELDS).filter((id) => KNOWN.has(`pane.field.${id}`));
  const all = current === undefined || ids.includes(current) ? ids : [...ids, current];
  return all.map((id) => ({ id, label: fieldText(id, language) }));
}

/** Roles that a person can give a sheet. */
export function roleChoices(language: Language): { readonly id: SheetRole; readonly label: string }[] {
  return SHEET_ROLES.filter((role) => role !== 'made').map((role) => ({
    id: role,
    label: role === 'none' ? t(language, 'pane.role.none') : t(language, `role.${role}` as TextKey),
  }));
}
