import { stableId } from '../digest';
import { sameJson, STATE_NAMESPACE, stateJson, stateXml } from '../stateDocument';

/** The state document of a workbook: first asked for, then read after the next sync. */
export interface AskedState {
  readonly part: Excel.CustomXmlPart;
}

export function askState(context: Excel.RequestContext): AskedState {
  const part = context.workbook.customXmlParts.getByNamespace(STATE_NAMESPACE).getOnlyItemOrNullObject();
  part.load('id');
  return { part };
}

/** Asks for the text of a document that is there; undefined when there is none. */
export function askStateText({ part }: AskedState): OfficeExtension.ClientResult<string> | undefined {
  return part.isNullObject ? undefined : part.getXml();
}

/** The document, undefined where there is none; a damaged one is text, which no reader takes for settings. */
export function readStateText(xml: string | undefined): unknown {
  const json = xml === undefined ? undefined : stateJson(xml);
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return json;
  }
}

/** Puts writing the document into the batch; an equal one is left untouched. */
export function putState(
  context: Excel.RequestContext,
  { part }: AskedState,
  before: string | undefined,
  state: unknown,
): void {
  const json = before === undefined ? undefined : stateJson(before);
  if (json !== undefined && sameJson(json, state)) return;
  if (part.isNullObject) context.workbook.customXmlParts.add(stateXml(state));
  else if (state === undefined) part.delete();
  else part.setXml(stateXml(state));
}

/** A check of what a document says, whichever program wrote its XML. */
export function stateCheck(xml: string): string {
  return stableId(stateJson(xml) ?? '');
}
