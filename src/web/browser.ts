/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import {
  actOf,
  announce,
  cardFor,
  cards,
  choose,
  chooseOf,
  current,
  isOnCard,
  marksOf,
  renew,
  step,
  undecided,
  unread,
} from "./browser-desk.ts";
import { closeDialog, openForm } from "./browser-form.ts";
import { type Answer, get, post } from "./browser-server.ts";
import { selectedStretch } from "./browser-selection.ts";

const THEME = "tarmaq-theme";
const theme = localStorage.getItem(THEME);
if (theme !== null) document.documentElement.dataset["theme"] = theme;

/** Sends a decision on the current card; the next of its sort that waits for one follows. */
async function decide(card: HTMLElement, request: object): Promise<Answer> {
  const answer = await post("decide", {
    act: actOf(),
    service: Number(card.dataset["service"]),
    card: Number(card.dataset["card"]),
    request,
  });
  announce(answer.announce ?? answer.error ?? "");
  if (answer.ok && isOnCard(answer)) choose(renew(card, answer));
  if (answer.ok) step(1, card.dataset["place"] === undefined ? undecided : unread);
  return answer;
}

async function undo(): Promise<void> {
  const answer = await post("undo", { act: actOf() });
  announce(answer.announce ?? answer.error ?? "");
  const card = cardFor(answer);
  if (card === undefined) return;
  const { card: number = "", service = "" } = card.dataset;
  choose(renew(card, await get("card", { act: actOf(), service, card: number, ...named(card) })));
}

/** What names the matter of a card to the server. */
function named({ dataset: { rule, place } }: HTMLElement): Record<string, string> {
  return rule === undefined ? { place: place ?? "" } : { rule };
}

async function edit(card: HTMLElement, is: "edit" | "reject" | "dismiss"): Promise<void> {
  await openForm("form", { act: actOf(), is, ...named(card) }, actOf(), (request) => decide(card, request));
}

async function make(start: number, end: number): Promise<void> {
  await openForm(
    "form/new",
    { act: actOf(), start: String(start), end: String(end) },
    actOf(),
    async (request, service) => {
      const answer = await post("decide", { act: actOf(), service, request });
      announce(answer.announce ?? answer.error ?? "");
      if (answer.ok) {
        sessionStorage.setItem("tarmaq-card", answer.rule ?? "");
        location.reload();
      }
      return answer;
    },
  );
}

function makeFromSelection(): void {
  const stretch = selectedStretch();
  if (stretch === undefined) announce(document.getElementById("form")?.dataset["selectFirst"] ?? "");
  else void make(stretch.start, stretch.end);
}

function makeFromCard(card: HTMLElement): void {
  const marks = marksOf(card);
  const range = document.createRange();
  const first = marks[0];
  const last = marks.at(-1);
  if (first === undefined || last === undefined) return;
  range.setStartBefore(first);
  range.setEndAfter(last);
  const stretch = selectedStretch(range);
  if (stretch !== undefined) void make(stretch.start, stretch.end);
}

function toggleTheme(): void {
  const dark = document.documentElement.dataset["theme"]
    ? document.documentElement.dataset["theme"] === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  const next = dark ? "light" : "dark";
  document.documentElement.dataset["theme"] = next;
  localStorage.setItem(THEME, next);
}

const keysDialog = (): HTMLDialogElement | null => document.querySelector<HTMLDialogElement>("#keys");

/** What a button or a key does; the card is the one it belongs to, or the current one. */
function act(what: string, card: HTMLElement | null, button?: HTMLElement): void {
  const rule = card?.dataset["rule"];
  if (what === "theme") toggleTheme();
  else if (what === "keys") keysDialog()?.showModal();
  else if (what === "undo") void undo();
  else if (what === "new") makeFromSelection();
  else if (what === "cancel") closeDialog();
  else if (card === null) step(1, undecided);
  else if (what === "text") choose(card);
  else if (what === "make") makeFromCard(card);
  else if (what === "dismiss") void edit(card, what);
  else if (rule === undefined) return;
  else if (what === "accept") void decide(card, { action: "accept", rule });
  else if (what === "edit" || what === "reject") void edit(card, what);
  else if (what === "settle") {
    const decision = button?.dataset["decision"] ?? "";
    const why = button?.textContent.trim() ?? "";
    void decide(card, { action: "settle", rule, decision, why });
  }
}

/** By place on the keyboard, so that they work in the Kazakh and Russian layouts too. */
const KEYS: Partial<Record<string, () => void>> = {
  KeyJ: () => {
    step(1);
  },
  ArrowDown: () => {
    step(1);
  },
  KeyK: () => {
    step(-1);
  },
  ArrowUp: () => {
    step(-1);
  },
  KeyW: () => {
    step(1, undecided);
  },
  KeyO: () => {
    step(1, unread);
  },
  KeyA: () => {
    act("accept", current());
  },
  KeyE: () => {
    act("edit", current());
  },
  KeyR: () => {
    const card = current();
    act(card?.dataset["place"] === undefined ? "reject" : "dismiss", card);
  },
  KeyU: () => {
    act("undo", null);
  },
  KeyN: () => {
    makeFromSelection();
  },
  KeyT: () => {
    act("text", current());
  },
  KeyG: () => {
    location.href = document.querySelector<HTMLAnchorElement>("a.brand")?.href ?? ".";
  },
};

addEventListener("DOMContentLoaded", () => {
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    const button = target.closest<HTMLElement>("button[data-do]");
    const card = target.closest<HTMLElement>(".card");
    if (button !== null) {
      if (card !== null) choose(card, button.dataset["do"] === "text" ? "card" : "text");
      act(button.dataset["do"] ?? "", card, button);
    } else if (card !== null && getSelection()?.isCollapsed !== false) choose(card);
    else {
      const mark = target.closest<HTMLElement>("mark[data-cards]");
      if (mark !== null && getSelection()?.isCollapsed !== false) chooseOf(mark);
    }
  });
  document.addEventListener("keydown", (event) => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]") !== null)
      return;
    if (target.closest("input, select, textarea") !== null) return;
    if (document.querySelector("main.desk") === null) return;
    if (target.closest("section.text") !== null && event.code.startsWith("Arrow")) return;
    const key =
      event.key === "?"
        ? (): void => {
            keysDialog()?.showModal();
          }
        : KEYS[event.code];
    if (key === undefined || (event.shiftKey && event.key !== "?")) return;
    event.preventDefault();
    key();
  });
  const made = sessionStorage.getItem("tarmaq-card");
  sessionStorage.removeItem("tarmaq-card");
  if (made !== null) choose(cards().find((card) => card.dataset["rule"] === made));
});
