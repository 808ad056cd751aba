import type { KeyboardEvent, PointerEvent } from 'react';

/** Widths a pane may have in Excel, in pixels. */
export const PANE_WIDTH = { least: 300, usual: 350, most: 600 };
const STEP = 10;

/** The edge of the pane: dragged with the pointer, moved with the arrow keys, reset by a double click. */
export function Splitter({
  label,
  width,
  onResize,
}: {
  readonly label: string;
  readonly width: number;
  readonly onResize: (width: number) => void;
}) {
  const resize = (to: number): void =>
    onResize(Math.round(Math.min(PANE_WIDTH.most, Math.max(PANE_WIDTH.least, to))));
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    const edge = event.currentTarget;
    const { clientX, pointerId } = event;
    edge.setPointerCapture(pointerId);
    edge.parentElement?.classList.add('dragging');
    const move = (moved: globalThis.PointerEvent): void => resize(width + clientX - moved.clientX);
    edge.addEventListener('pointermove', move);
    edge.addEventListener(
      'lostpointercapture',
      () => {
        edge.removeEventListener('pointermove', move);
        edge.parentElement?.classList.remove('dragging');
      },
      { once: true },
    );
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowLeft') resize(width + STEP);
    else if (event.key === 'ArrowRight') resize(width - STEP);
    else if (event.key === 'Home') resize(PANE_WIDTH.usual);
    else return;
    event.preventDefault();
  };
  return (
    <div
      className="splitter"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={PANE_WIDTH.least}
      aria-valuemax={PANE_WIDTH.most}
      title={label}
      onPointerDown={drag}
      onKeyDown={keys}
      onDoubleClick={() => resize(PANE_WIDTH.usual)}
    />
  );
}
