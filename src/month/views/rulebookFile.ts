import { sentence, t, type Language } from '../../i18n';
import { loadRulebook } from '../../rulebook/load';
import type { Rulebook } from '../../rulebook/rulebook';

/** A rulebook as the text of its file. */
export const rulebookText = (rulebook: Rulebook): string => `${JSON.stringify(rulebook, null, 2)}\n`;

/** `GM-2026.1.json`; signs that no file name has are left out. */
export const rulebookFileName = ({ id, version }: Rulebook, ending: 'json' | 'txt'): string =>
  `${id}-${version.replace(/[^\w.-]+/g, '_')}.${ending}`;

export type RulebookReading =
  | { readonly ok: true; readonly rulebook: Rulebook }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Reads the text of a rulebook file; every fault is a sentence with its place. */
export function readRulebookText(text: string, language: Language): RulebookReading {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const detail = error instanceof Error ? error.message : '';
    return { ok: false, faults: [sentence({ code: 'EDIT_JSON', params: { detail } }, language)] };
  }
  const loaded = loadRulebook(json);
  if (loaded.ok) return loaded;
  const faults = loaded.problems.map((fault) => `${fault.path}: ${sentence(fault, language)}`);
  const SHOWN = 20;
  return {
    ok: false,
    faults:
      faults.length <= SHOWN
        ? faults
        : [...faults.slice(0, SHOWN), t(language, 'edit.json.more', { count: faults.length - SHOWN })],
  };
}
