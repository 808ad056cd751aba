/** What other rules would change. */
export function WhatIfView() {
  return null;
}
