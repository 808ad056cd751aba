/** Changing a rulebook from a date on. */
export function EditView() {
  return null;
}
