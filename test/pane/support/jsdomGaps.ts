import { TextDecoder as NodeTextDecoder, TextEncoder as NodeTextEncoder } from 'node:util';

/** What jsdom lacks and the pane's components ask for; import it first. */
class NoResizeObserver implements ResizeObserver {
  observe(): void {
    // sizes never change here
  }
  unobserve(): void {
    // nothing is observed
  }
  disconnect(): void {
    // nothing is observed
  }
}

globalThis.ResizeObserver ??= NoResizeObserver;

const nothingMatches = (media: string): MediaQueryList => ({
  matches: false,
  media,
  onchange: null,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
  dispatchEvent: () => false,
});

Object.assign(window, { matchMedia: nothingMatches });
Object.assign(globalThis, { TextDecoder: NodeTextDecoder, TextEncoder: NodeTextEncoder });

window.scrollTo = () => undefined;
