import { escapeText } from './xmlEscape';

/** Namespace of the one document in which a workbook carries its settings. */
export const STATE_NAMESPACE = 'urn:qascore:state:1';

/** XML of a state document, as both adapters store it. */
export function stateXml(state: unknown): string {
  // JSON can hold these two in strings only, where an escape means the same; XML cannot hold them at all
  const json = JSON.stringify(state).replace(/[\ufffe\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<state xmlns="${STATE_NAMESPACE}">${escapeText(json)}</state>`
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#13;': '\r',
  '&amp;': '&',
};

/**
 * The JSON text in the XML of a state document as `stateXml` writes it; undefined when the XML is none. Programs that
 * save the workbook may change the declaration, the prefix and the quotes, not the text.
 */
export function stateJson(xml: string): string | undefined {
  const text = /<(?:\w+:)?state(?:\s[^>]*)?>([^<]*)<\/(?:\w+:)?state\s*>/.exec(xml)?.[1];
  return text?.replace(/&(?:lt|gt|quot|apos|amp|#13);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** Whether the JSON text says the same as a document. */
export function sameJson(json: string, state: unknown): boolean {
  try {
    return JSON.stringify(JSON.parse(json)) === JSON.stringify(state);
  } catch {
    return false;
  }
}
