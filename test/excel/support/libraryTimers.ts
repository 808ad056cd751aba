const pending = new Set<NodeJS.Timeout>();
let ended = false;

/**
 * Keeps timers that are made from now on from holding up the end of a suite. The client library leaves some behind:
 * after the results of custom functions are sent it waits for up to two seconds to send the next ones. While tests
 * run, timers are what they always are.
 */
export function watchTimers(): void {
  // jsdom clears the timers of its window by itself.
  if (typeof window !== 'undefined') return;
  const make = globalThis.setTimeout;
  const watched = (
    work: (...args: unknown[]) => void,
    delay?: number,
    ...args: unknown[]
  ): NodeJS.Timeout => {
    const timer = make(() => {
      pending.delete(timer);
      work(...args);
    }, delay);
    if (ended) timer.unref();
    else pending.add(timer);
    return timer;
  };
  globalThis.setTimeout = watched as unknown as typeof globalThis.setTimeout;
}

if (typeof afterAll === 'function') {
  afterAll(() => {
    ended = true;
    for (const timer of pending) timer.unref();
    pending.clear();
  });
}
