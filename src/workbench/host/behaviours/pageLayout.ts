import { formatBlock, isWholeColumns, isWholeRows, parseBlock } from '../../model/address';
import type { Bag, Json } from '../../model/bag';
import { invalidArgument, itemNotFound } from '../errors';
import { behaviour, type AnyBehaviour, type Argument, HostObject } from '../hostObject';
import { addItem } from '../objectModel';
import { isAreas, isRange, makeAreas, rangeArgument } from '../ranges';
import { sheetOf } from './sheetParts';

const POINTS: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

/** What is printed and repeated stands in the layout's bag as addresses without a sheet. */
type Kept = 'PrintArea' | 'PrintTitleRows' | 'PrintTitleColumns';

function keep(kind: Kept, check: (self: HostObject, address: string) => boolean) {
  return (self: HostObject, given: Argument): null => {
    const sheet = sheetOf(self);
    const blocks = isAreas(given)
      ? given.target.blocks
      : String(isRange(given) ? '' : (given as string))
          .split(',')
          .map((each) => rangeArgument(self.core, sheet, isRange(given) ? given : each).block);
    const text = blocks.map(formatBlock).join(',');
    if (!check(self, text)) throw invalidArgument();
    self.bag.values.set(kind, text);
    changed(self);
    return null;
  };
}

function changed(self: HostObject): void {
  self.core.workbook.emit({ kind: 'object', type: self.type, sheet: sheetOf(self) });
}

function kept(bag: Bag, kind: Kept): string | undefined {
  const text = bag.values.get(kind);
  return typeof text === 'string' ? text : undefined;
}

function rangeKept(kind: Kept) {
  return (self: HostObject): HostObject | null => {
    const text = kept(self.bag, kind);
    const blocks = (text?.split(',') ?? []).flatMap((each) => parseBlock(each) ?? []);
    if (blocks.length === 0) return null;
    const sheet = sheetOf(self);
    return kind === 'PrintArea' ? makeAreas(self.core, sheet, blocks) : self.core.range(sheet, blocks[0]!);
  };
}

function orFail(find: (self: HostObject) => HostObject | null) {
  return (self: HostObject): HostObject => {
    const found = find(self);
    if (!found) throw itemNotFound();
    return found;
  };
}

function addBreak(self: HostObject, given: Argument): HostObject {
  const { block } = rangeArgument(self.core, sheetOf(self), given);
  const horizontal = self.bag === sheetOf(self).bag.children.get('HorizontalPageBreaks');
  const index = horizontal ? block.top : block.left;
  if (index === 0) throw invalidArgument();
  const values: Record<string, Json> = { RowIndex: block.top, ColumnIndex: block.left, _Id: String(index) };
  return addItem(self, values);
}

const wholeRows = (_self: HostObject, text: string): boolean => {
  const block = parseBlock(text);
  return block !== undefined && isWholeRows(block);
};
const wholeColumns = (_self: HostObject, text: string): boolean => {
  const block = parseBlock(text);
  return block !== undefined && isWholeColumns(block);
};

const EMPTY_TEXTS = {
  LeftHeader: '',
  CenterHeader: '',
  RightHeader: '',
  LeftFooter: '',
  CenterFooter: '',
  RightFooter: '',
};

export const pageLayoutBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  PageLayout: behaviour({
    changed,
    defaults: {
      Orientation: 'Portrait',
      PaperSize: 'A4',
      BlackAndWhite: false,
      PrintErrors: 'AsDisplayed',
      Zoom: { scale: 100 },
      CenterHorizontally: false,
      CenterVertically: false,
      PrintHeadings: false,
      PrintGridlines: false,
      LeftMargin: 50.4,
      RightMargin: 50.4,
      TopMargin: 54,
      BottomMargin: 54,
      HeaderMargin: 21.6,
      FooterMargin: 21.6,
      PrintComments: 'NoComments',
      DraftMode: false,
      FirstPageNumber: '',
      PrintOrder: 'DownThenOver',
    },
    call: {
      SetPrintArea: keep('PrintArea', () => true),
      SetPrintTitleRows: keep('PrintTitleRows', wholeRows),
      SetPrintTitleColumns: keep('PrintTitleColumns', wholeColumns),
      GetPrintArea: orFail(rangeKept('PrintArea')),
      GetPrintAreaOrNullObject: rangeKept('PrintArea'),
      GetPrintTitleRows: orFail(rangeKept('PrintTitleRows')),
      GetPrintTitleRowsOrNullObject: rangeKept('PrintTitleRows'),
      GetPrintTitleColumns: orFail(rangeKept('PrintTitleColumns')),
      GetPrintTitleColumnsOrNullObject: rangeKept('PrintTitleColumns'),
      SetPrintMargins: (self, unit, options) => {
        const factor = POINTS[String(unit as string)];
        if (factor === undefined) throw invalidArgument();
        for (const [side, size] of Object.entries(options as Record<string, number>)) {
          if (typeof size !== 'number') continue;
          self.bag.values.set(`${side.charAt(0).toUpperCase()}${side.slice(1)}Margin`, size * factor);
        }
        changed(self);
        return null;
      },
    },
  }),
  HeaderFooterGroup: behaviour({
    changed,
    defaults: { State: 'Default', UseSheetMargins: true, UseSheetScale: true },
  }),
  HeaderFooter: behaviour({ changed, defaults: EMPTY_TEXTS }),
  PageBreakCollection: behaviour({
    call: {
      Add: addBreak,
      RemovePageBreaks: (self) => {
        self.bag.items = [];
        changed(self);
        return null;
      },
    },
  }),
  PageBreak: behaviour({
    call: {
      GetCellAfterBreak: (self) => {
        const row = Number(self.bag.values.get('RowIndex'));
        const column = Number(self.bag.values.get('ColumnIndex'));
        return self.core.range(sheetOf(self), { top: row, left: column, bottom: row, right: column });
      },
    },
  }),
};
