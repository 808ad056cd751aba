/** Empties a tab of ours: cells, formats, rules, filter, panes and page breaks. */
export function clearSheet(sheet: Excel.Worksheet): void {
  const all = sheet.getRange();
  sheet.autoFilter.remove();
  sheet.freezePanes.unfreeze();
  all.unmerge();
  all.clear('All');
  all.conditionalFormats.clearAll();
  all.dataValidation.clear();
  all.rowHidden = false;
  all.columnHidden = false;
  sheet.horizontalPageBreaks.removePageBreaks();
}

/** Deletes a hidden sheet of ours: Excel deletes none that is very hidden. */
export function removeSheet(sheet: Excel.Worksheet): void {
  sheet.visibility = 'Hidden';
  sheet.delete();
}
