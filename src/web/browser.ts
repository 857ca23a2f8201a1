/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import {
  actOf,
  announce,
  announceAnswer,
  cardFor,
  cards,
  choose,
  chooseOf,
  current,
  fresh,
  isOnCard,
  named,
  renew,
  shown,
  showShares,
  step,
  taking,
  undecided,
  unread,
} from "./browser-desk.ts";
import { BOOK_KEYS, bookAct, isBook } from "./browser-book.ts";
import { takeTexts, turnTexts } from "./browser-texts.ts";
import { takeAbout } from "./browser-about.ts";
import { takeActs } from "./browser-open.ts";
import { closeDialog, openForm } from "./browser-form.ts";
import { ofService } from "./browser-service.ts";
import { type Answer, post } from "./browser-server.ts";
import { readyNameForm } from "./condition/browser-vocabulary.ts";
import { selectedStretch } from "./browser-selection.ts";
import { toggleTheme } from "./browser-theme.ts";
import { walkKeys } from "./browser-walk.ts";

type Asked = Readonly<Record<string, unknown>>;

/** What decides nothing leaves the card where it is. */
const TALK: ReadonlySet<unknown> = new Set(["comment", "assign"]);

/** Sends a decision on the current card; the next of its sort that waits for one follows. */
async function decide(card: HTMLElement, request: Asked, also?: readonly object[]): Promise<Answer> {
  const answer = await post("decide", {
    act: actOf(),
    service: Number(card.dataset["service"]),
    card: Number(card.dataset["card"]),
    request,
    ...shown(),
    ...(also !== undefined && also.length > 0 && { also }),
  });
  announceAnswer(answer);
  showShares(answer);
  if (answer.ok && isOnCard(answer)) choose(renew(card, answer));
  for (const place of answer.also ?? []) {
    const alike = cardFor({ ok: true, place });
    if (alike !== undefined) renew(alike, await fresh(alike));
  }
  if (answer.ok && !TALK.has(request["action"]))
    step(1, card.dataset["place"] === undefined ? undecided : unread);
  return answer;
}

async function undo(): Promise<void> {
  const answer = await post("undo", { act: actOf(), ...shown() });
  announceAnswer(answer);
  showShares(answer);
  const card = cardFor(answer);
  if (card !== undefined) choose(renew(card, await fresh(card)));
}

type FormOfCard = "edit" | "reject" | "dismiss" | "reopen" | "comment" | "assign";

async function edit(card: HTMLElement, is: FormOfCard): Promise<void> {
  await openForm("form", { act: actOf(), is, ...named(card) }, (request, _service, also) =>
    decide(card, request as Asked, also),
  );
}

/** Opens the form for a new rule, over the words that are asked for. */
async function make(words: Record<string, string>): Promise<void> {
  await openForm("form/new", { act: actOf(), ...words }, async (request, service) => {
    const answer = await post("decide", { act: actOf(), service, request });
    announceAnswer(answer);
    if (answer.ok) {
      sessionStorage.setItem("tarmaq-card", answer.rule ?? "");
      location.reload();
    }
    return answer;
  });
}

/** Of the selected words, else of the unread place that is the current card. */
function makeFromSelection(): void {
  const stretch = selectedStretch();
  const card = current();
  if (stretch !== undefined) void make({ start: String(stretch.start), end: String(stretch.end) });
  else if (card?.dataset["place"] !== undefined) void make({ place: card.dataset["place"] });
  else announce(document.getElementById("form")?.dataset["selectFirst"] ?? "");
}

const keysDialog = (): HTMLDialogElement | null => document.querySelector<HTMLDialogElement>("#keys");

/** What a button or a key does; the card is the one it belongs to, or the current one. */
function act(what: string, card: HTMLElement | null, button?: HTMLElement): void {
  const rule = card?.dataset["rule"];
  if (what === "theme") toggleTheme();
  else if (what === "keys") keysDialog()?.showModal();
  else if (what === "texts") turnTexts();
  else if (what === "undo") void undo();
  else if (what === "new") makeFromSelection();
  else if (what === "cancel") closeDialog();
  else if (what === "four-eyes" || what.endsWith("-service")) ofService(what, button);
  else if (bookAct(what, button)) return;
  else if (card === null) step(1, undecided);
  else if (what === "text") choose(card);
  else if (what === "make") void make(named(card));
  else if (what === "dismiss" || what === "reopen" || what === "comment" || what === "assign")
    void edit(card, what);
  else if (what === "mine") void decide(card, taking(card));
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
  ...walkKeys(step),
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
    const { place, state } = card?.dataset ?? {};
    act(place === undefined ? "reject" : state === "dismissed" ? "reopen" : "dismiss", card);
  },
  KeyU: () => {
    act("undo", null);
  },
  KeyN: () => {
    makeFromSelection();
  },
  KeyC: () => {
    act("comment", current());
  },
  KeyS: () => {
    act("assign", current());
  },
  KeyM: () => {
    act("mine", current());
  },
  KeyD: () => {
    const compared = current()?.querySelector("details");
    if (compared) compared.open = !compared.open;
  },
  KeyL: () => {
    turnTexts();
  },
  KeyT: () => {
    act("text", current());
  },
  KeyB: () => {
    const book = document.querySelector<HTMLAnchorElement>("a[data-book]");
    const service = current()?.dataset["service"] ?? book?.dataset["book"] ?? "";
    if (book !== null && service !== "")
      location.href = book.href.slice(0, book.href.lastIndexOf("/") + 1) + service;
  },
  KeyG: () => {
    location.href = document.querySelector<HTMLAnchorElement>("a.brand")?.href ?? ".";
  },
};

/** A link may lead to a rule, `#rule=…`, or to a line of the text, `#line=…`. */
function chooseByAddress(): void {
  const asked = new URLSearchParams(location.hash.slice(1));
  const [rule, line] = [asked.get("rule"), asked.get("line")];
  if (rule !== null) choose(cards().find((card) => card.dataset["rule"] === rule));
  if (line !== null)
    document.querySelector(`.line[data-line="${CSS.escape(line)}"]`)?.scrollIntoView({ block: "center" });
}

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
    if (document.querySelector("main.desk") === null && !isBook()) return;
    if (target.closest("section.text") !== null && event.code.startsWith("Arrow")) return;
    const key =
      event.key === "?"
        ? (): void => {
            keysDialog()?.showModal();
          }
        : (isBook() ? BOOK_KEYS : KEYS)[event.code];
    if (key === undefined || (event.shiftKey && event.key !== "?")) return;
    event.preventDefault();
    key();
  });
  chooseByAddress();
  takeTexts();
  takeActs();
  takeAbout();
  announce(sessionStorage.getItem("tarmaq-said") ?? "");
  sessionStorage.removeItem("tarmaq-said");
  const naming = document.querySelector<HTMLFormElement>("main form[data-form=name]");
  if (naming !== null)
    readyNameForm(naming, () => {
      location.reload();
    });
  const made = sessionStorage.getItem("tarmaq-card");
  sessionStorage.removeItem("tarmaq-card");
  if (made !== null) choose(cards().find((card) => card.dataset["rule"] === made));
});
