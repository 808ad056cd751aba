/** A rulebook from the text of a regulation. */
export function ImportView() {
  return null;
}
