/// <reference lib="dom" />

/** The next of a row of elements that fits, from the one at work; from an end of the row where none is. */
export function nextOf(
  all: readonly HTMLElement[],
  now: HTMLElement | null,
  by: number,
  fits: (one: HTMLElement) => boolean,
): HTMLElement | undefined {
  const at = now === null ? (by > 0 ? -1 : all.length) : all.indexOf(now);
  return by > 0 ? all.slice(at + 1).find(fits) : all.slice(0, Math.max(at, 0)).findLast(fits);
}

/** The keys that walk through a row: by place on the keyboard, so that they work in the Kazakh and Russian layouts too. */
export function walkKeys(step: (by: number) => void): Readonly<Record<string, () => void>> {
  const on = (): void => {
    step(1);
  };
  const back = (): void => {
    step(-1);
  };
  return { KeyJ: on, ArrowDown: on, KeyK: back, ArrowUp: back };
}
