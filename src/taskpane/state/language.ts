import type { Language } from '../../i18n';

const KEY = 'qascore.language';

/** The language chosen on this machine before; undefined where none was, or where nothing may be kept. */
export function rememberedLanguage(): Language | undefined {
  try {
    const kept = window.localStorage.getItem(KEY);
    return kept === 'zh' || kept === 'en' ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function rememberLanguage(language: Language): void {
  try {
    window.localStorage.setItem(KEY, language);
  } catch {
    // some hosts give the pane no storage; the choice then lasts as long as the pane
  }
}
