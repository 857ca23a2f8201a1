/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { type Answer, get } from "./browser-server.ts";
import { nextOf } from "./browser-walk.ts";

const SHOWN_MS = 4000;

/** Says something to those who do not see it, and shows it for a moment. */
export function announce(text: string): void {
  const place = document.getElementById("announce");
  if (place === null || text === "") return;
  place.textContent = "";
  place.classList.add("on");
  // Put in later, so that the same words twice are two announcements.
  setTimeout(() => (place.textContent = text), 30);
  setTimeout(() => {
    if (place.textContent === text) place.classList.remove("on");
  }, SHOWN_MS);
}

/** Says what the server says to a change. */
export function announceAnswer({ announce: said, error }: Answer): void {
  announce(said ?? error ?? "");
}

export const cards = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(".card")];
export const current = (): HTMLElement | null => document.querySelector<HTMLElement>(".card.current");
/** A rule that waits for a decision, and a place that waits for somebody to look at it: two jobs, each with its key. */
export const undecided = (card: HTMLElement): boolean =>
  !isDecided(card) && card.dataset["rule"] !== undefined && card.dataset["own"] === undefined;
const isDecided = ({ dataset: { state } }: HTMLElement): boolean =>
  state === "accepted" || state === "rejected";
export const unread = ({ dataset: { state } }: HTMLElement): boolean => state === "unread";
export const actOf = (): string => document.getElementById("main")?.dataset["act"] ?? "";

/** Makes a card the current one, and brings it and its words into view. */
export function choose(card: HTMLElement | undefined, from: "card" | "text" = "card"): void {
  if (card === undefined) return;
  current()?.classList.remove("current");
  document.querySelectorAll("mark.on").forEach((mark) => {
    mark.classList.remove("on");
  });
  card.classList.add("current");
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
  const marks = marksOf(card);
  for (const mark of marks) mark.classList.add("on");
  // A text that is not shown has nothing to scroll.
  const shown = marks.find((mark) => mark.offsetParent !== null);
  if (from === "card") shown?.scrollIntoView({ block: "center" });
}

const marksOf = (card: HTMLElement): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(`mark[data-cards~="${card.dataset["card"] ?? ""}"]`),
];

export function step(by: number, fits: (card: HTMLElement) => boolean = () => true): void {
  const all = cards();
  const now = current();
  choose(nextOf(all, now, by, fits) ?? (now === null ? all[0] : undefined));
}

/** Whether an answer is about a card of the desk, and which of those there are. */
export const isOnCard = ({ rule, place }: Answer): boolean => rule !== undefined || place !== undefined;
export const cardFor = ({ rule, place }: Answer): HTMLElement | undefined =>
  cards().find(({ dataset }) =>
    rule === undefined ? place !== undefined && dataset["place"] === place : dataset["rule"] === rule,
  );

/** The service that the page is narrowed to, as a change tells the server. */
export function shown(): { readonly shown?: number } {
  const service = new URLSearchParams(location.search).get("service") ?? "";
  return service === "" ? {} : { shown: Number(service) };
}

/** Puts the shares of the ledger as they now are in the place of those on the page. */
export function showShares({ shares }: Answer): void {
  const place = document.getElementById("shares");
  if (place !== null && shares !== undefined) place.innerHTML = shares;
}

/** Puts a card as the server now has it in the place of the one on the page. */
export function renew(card: HTMLElement, answer: Answer): HTMLElement | undefined {
  if (answer.html === undefined) {
    card.remove();
    count();
    return undefined;
  }
  const holder = document.createElement("ol");
  holder.innerHTML = answer.html;
  const fresh = holder.firstElementChild as HTMLElement;
  card.replaceWith(fresh);
  for (const mark of marksOf(fresh))
    mark.className = mark.className.replace(/s-\S+/u, `s-${answer.state ?? ""}`);
  count();
  return fresh;
}

function count(): void {
  const progress = document.getElementById("progress");
  const all = cards().filter((card) => card.dataset["rule"] !== undefined);
  const decided = all.filter(isDecided).length;
  const bar = progress?.querySelector("progress");
  if (bar) bar.value = decided;
  const number = progress?.querySelector("b");
  if (number) number.textContent = String(decided);
}

/** Of several rules on the same words, each click takes the next. */
export function chooseOf(mark: HTMLElement): void {
  const numbers = (mark.dataset["cards"] ?? "").split(" ");
  const at = numbers.indexOf(current()?.dataset["card"] ?? "");
  const next = numbers[(at + 1) % numbers.length] ?? "";
  choose(document.getElementById(`card-${next}`) ?? undefined, "text");
}

/** What names the matter of a card to the server. */
export function named({ dataset: { rule, place } }: HTMLElement): Record<string, string> {
  return rule === undefined ? { place: place ?? "" } : { rule };
}

/** A card as the server now has it. */
export function fresh(card: HTMLElement): Promise<Answer> {
  const { card: number = "", service = "" } = card.dataset;
  return get("card", { act: actOf(), service, card: number, ...named(card) });
}

/** What is asked for to take a card to look at, or to let it go. */
export function taking(card: HTMLElement): Readonly<Record<string, unknown>> {
  const reviewer = document.getElementById("form")?.dataset["reviewer"] ?? "";
  const to = card.dataset["assigned"] === reviewer ? null : reviewer;
  const { rule, place = "" } = card.dataset;
  const words = card.querySelector("blockquote")?.textContent ?? "";
  const matter = rule === undefined ? { path: place.split(" ")[0], words } : { rule };
  return { action: "assign", ...matter, to };
}
