/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { actOf, announceAnswer } from "./browser-desk.ts";
import { countFrom } from "./browser-book-form.ts";
import { openForm } from "./browser-form.ts";
import { type Answer, pageNow, post } from "./browser-server.ts";
import { nextOf, walkKeys } from "./browser-walk.ts";

const main = (): HTMLElement | null => document.querySelector<HTMLElement>("main.book");
const service = (): number => Number(main()?.dataset["service"]);
const entries = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("main.book .entry")];
const entry = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>(".entry") ?? null;

/** Whether the page that is open is that of a book. */
export const isBook = (): boolean => main() !== null;

/** What a button of the book's page does; false where it is none of its own. */
export function bookAct(what: string, button: HTMLElement | undefined): boolean {
  if (what === "ask") void ask(JSON.parse(button?.dataset["request"] ?? "{}") as object, button);
  else if (what === "book-form") void fill(button?.dataset["query"] ?? "", button);
  else if (what === "count-from" && button !== undefined) countFrom(button);
  else if (what === "build") void build();
  else return false;
  return true;
}

async function ask(request: object, from: HTMLElement | undefined): Promise<Answer> {
  const answer = await post("decide", { act: actOf(), service: service(), request });
  announceAnswer(answer);
  if (answer.ok) await renew(from);
  return answer;
}

const fill = (query: string, from: HTMLElement | undefined): Promise<void> =>
  openForm(
    "book/form",
    { act: actOf(), service: String(service()), ...Object.fromEntries(new URLSearchParams(query)) },
    (request) => ask(request, from),
  );

async function build(): Promise<void> {
  const answer = await post("book/build", { act: actOf(), service: service() });
  announceAnswer(answer);
  if (answer.ok) await renew(document.getElementById("build") ?? undefined);
}

/** Puts the page as the server now has it in the place of the one that is open; the same entry stays under the hand. */
async function renew(from: HTMLElement | undefined): Promise<void> {
  const id = from?.closest<HTMLElement>("[id]")?.id ?? "";
  try {
    const fresh = (await pageNow()).querySelector("main.book");
    if (fresh === null) return;
    main()?.replaceWith(fresh);
  } catch {
    location.reload();
    return;
  }
  const place = document.getElementById(id);
  place?.focus({ preventScroll: place.classList.contains("entry") });
}

function step(by: number, fits: (one: HTMLElement) => boolean = () => true): void {
  const next = nextOf(entries(), entry(), by, fits);
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

const press = (selector: string, within: ParentNode | null = document): void => {
  within?.querySelector<HTMLElement>(selector)?.click();
};
const undecided = (one: HTMLElement): boolean =>
  one.matches(".open, .s-proposed") || one.querySelector("button.primary[data-key=a]") !== null;

/** By place on the keyboard, so that they work in the Kazakh and Russian layouts too. */
export const BOOK_KEYS: Partial<Record<string, () => void>> = {
  ...walkKeys(step),
  KeyW: () => {
    step(1, undecided);
  },
  KeyA: () => {
    press("[data-key=a]", entry());
  },
  KeyE: () => {
    press("[data-key=e]", entry());
  },
  KeyR: () => {
    press("[data-key=r]", entry());
  },
  KeyN: () => {
    press("#new-pointer");
  },
  KeyM: () => {
    press("#new-remark");
  },
  KeyB: () => {
    press("#build");
  },
  KeyV: () => {
    press("#show");
  },
  KeyU: () => {
    press("#undo");
  },
  KeyG: () => {
    press("#desk");
  },
};
