import { formatBlock, isWholeColumns, isWholeRows, parseBlock } from '../../model/address';
import type { Bag, Json } from '../../model/bag';
import { invalidArgument, itemNotFound } from '../errors';
import { behaviour, type AnyBehaviour, type Argument, type HostObject } from '../hostObject';
import { addItem } from '../objectModel';
import { isAreas, isRange, makeAreas, rangeArgument } from '../ranges';
import { sheetOf } from './sheetParts';
import { asText } from '../arguments';

const POINTS: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

/** What is printed and repeated stands in the layout's bag as addresses without a sheet. */
type Kept = 'PrintArea' | 'PrintTitleRows' | 'PrintTitleColumns';

function keep(kind: Kept, check: (view: HostObject, address: string) => boolean) {
  return (view: HostObject, given: Argument): null => {
    const sheet = sheetOf(view);
    const blocks = isAreas(given)
      ? given.target.blocks
      : asText(isRange(given) ? '' : (given as string))
          .split(',')
          .map((each) => rangeArgument(view.core, sheet, isRange(given) ? given : each).block);
    const text = blocks.map(formatBlock).join(',');
    if (!check(view, text)) throw invalidArgument();
    view.bag.values.set(kind, text);
    changed(view);
    return null;
  };
}

function changed(view: HostObject): void {
  view.core.workbook.emit({ kind: 'object', type: view.type, sheet: sheetOf(view) });
}

function kept(bag: Bag, kind: Kept): string | undefined {
  const text = bag.values.get(kind);
  return typeof text === 'string' ? text : undefined;
}

function rangeKept(kind: Kept) {
  return (view: HostObject): HostObject | null => {
    const text = kept(view.bag, kind);
    const blocks = (text?.split(',') ?? []).flatMap((each) => parseBlock(each) ?? []);
    if (blocks.length === 0) return null;
    const sheet = sheetOf(view);
    return kind === 'PrintArea' ? makeAreas(view.core, sheet, blocks) : view.core.range(sheet, blocks[0]!);
  };
}

function orFail(find: (view: HostObject) => HostObject | null) {
  return (view: HostObject): HostObject => {
    const found = find(view);
    if (!found) throw itemNotFound();
    return found;
  };
}

function addBreak(view: HostObject, given: Argument): HostObject {
  const { block } = rangeArgument(view.core, sheetOf(view), given);
  const horizontal = view.bag === sheetOf(view).bag.children.get('HorizontalPageBreaks');
  const index = horizontal ? block.top : block.left;
  if (index === 0) throw invalidArgument();
  const values: Record<string, Json> = { RowIndex: block.top, ColumnIndex: block.left, _Id: asText(index) };
  return addItem(view, values);
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
      SetPrintMargins: (view, unit, options) => {
        const factor = POINTS[asText(unit)];
        if (factor === undefined) throw invalidArgument();
        for (const [side, size] of Object.entries(options as Record<string, number>)) {
          if (typeof size !== 'number') continue;
          view.bag.values.set(`${side.charAt(0).toUpperCase()}${side.slice(1)}Margin`, size * factor);
        }
        changed(view);
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
      RemovePageBreaks: (view) => {
        view.bag.items = [];
        changed(view);
        return null;
      },
    },
  }),
  PageBreak: behaviour({
    call: {
      GetCellAfterBreak: (view) => {
        const row = Number(view.bag.values.get('RowIndex'));
        const column = Number(view.bag.values.get('ColumnIndex'));
        return view.core.range(sheetOf(view), { top: row, left: column, bottom: row, right: column });
      },
    },
  }),
};
