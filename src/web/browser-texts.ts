/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

const KEPT = "tarmaq-texts";
/** The text that is read, both side by side, the other alone. */
const SHOWN = ["own", "both", "other"] as const;

const desk = (): HTMLElement | null => document.querySelector<HTMLElement>("main.desk");
const panes = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>("section.text")];

/** Shows the next of: one text, both, the other; kept for the next page. */
export function turnTexts(): void {
  const main = desk();
  if (main === null || panes().length < 2) return;
  const at = SHOWN.findIndex((one) => one === main.dataset["texts"]);
  show(main, SHOWN[(at + 1) % SHOWN.length] ?? "own");
}

function show(main: HTMLElement, texts: string): void {
  main.dataset["texts"] = texts;
  localStorage.setItem(KEPT, texts);
  const [own, other] = panes();
  if (own !== undefined && other !== undefined) follow(own, other, pairsOf(other));
}

type Pairs = readonly (readonly [number, number])[];
const pairsOf = (other: HTMLElement): Pairs => JSON.parse(other.dataset["pairs"] ?? "[]") as Pairs;

/** Makes both texts scroll together: whichever is moved, the other stands at the provision that says the same. */
export function takeTexts(): void {
  const [own, other] = panes();
  const main = desk();
  if (own === undefined || other === undefined || main === null) return;
  show(main, localStorage.getItem(KEPT) ?? "own");
  const pairs = pairsOf(other);
  const turned: Pairs = pairs
    .map(([here, there]): [number, number] => [there, here])
    .sort((a, b) => a[0] - b[0]);
  const put = new Map<HTMLElement, number>();
  const lead = (from: HTMLElement, to: HTMLElement, by: Pairs): void => {
    const bring = (): void => {
      follow(from, to, by);
      put.set(to, to.scrollTop);
    };
    from.addEventListener("scroll", () => {
      // What moves because the other did does not move it back.
      if (Math.abs(from.scrollTop - (put.get(from) ?? Number.NaN)) <= 1) return;
      put.delete(from);
      bring();
      // Lines that were out of view get their height only now.
      requestAnimationFrame(bring);
    });
  };
  lead(own, other, pairs);
  lead(other, own, turned);
}

/** Brings a text to where the other stands. */
function follow(from: HTMLElement, to: HTMLElement, pairs: Pairs): void {
  if (from.clientHeight === 0 || to.clientHeight === 0) return;
  const top = from.getBoundingClientRect().top;
  const lineOf = (pane: HTMLElement, line: number): HTMLElement | null =>
    pane.querySelector<HTMLElement>(`.line[data-line="${line}"]`);
  const below = (line: number): number =>
    (lineOf(from, line)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY) - top;
  let first = 0;
  let last = pairs.length - 1;
  // The last provision that begins at or above the top of the pane.
  while (first < last) {
    const middle = Math.ceil((first + last) / 2);
    if (below(pairs[middle]?.[0] ?? 0) <= 1) first = middle;
    else last = middle - 1;
  }
  const pair = pairs[first];
  const line = pair && lineOf(to, pair[1]);
  if (pair === undefined || !line) return;
  to.scrollTop += line.getBoundingClientRect().top - to.getBoundingClientRect().top - below(pair[0]);
}
