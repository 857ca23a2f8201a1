/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Condition } from "../../model/condition.ts";
import { type Answer, post } from "../browser-server.ts";
import { conditionOf } from "./draft.ts";
import { draftFrom, type Entry } from "./draft-fields.ts";
import { openNameForm } from "./browser-vocabulary.ts";
import { readyPicker } from "./browser-names.ts";

const WAIT_MS = 250;

/** The condition that the fields spell out; absent where they say nothing. */
export const conditionIn = (field: HTMLElement): Condition | undefined =>
  conditionOf(draftFrom(entriesOf(field)));

function entriesOf(field: HTMLElement): Entry[] {
  type Named = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
  return [...field.querySelectorAll<Named>(".builder [name]")].flatMap((one): Entry[] =>
    one instanceof HTMLInputElement && one.type === "checkbox" && !one.checked ? [] : [[one.name, one.value]],
  );
}

/** What the server makes of a change. */
interface Built {
  readonly html: string;
  readonly sentence: string;
  /** Where to go on. */
  readonly at: string;
  readonly names: string;
}

/** Lets the conditions of a form be put together: each change is made by the server, which has the names and the words. */
export function readyConditions(form: HTMLFormElement, act: string): void {
  const service = Number(form.dataset["service"]);
  for (const field of form.querySelectorAll<HTMLElement>("[data-type=condition]")) {
    const desk = new ConditionDesk(field, { act, service });
    field.addEventListener("click", (event) => {
      const button = (event.target as Element).closest<HTMLElement>("button[data-change]");
      if (button !== null) void desk.change(button.dataset["change"] ?? "", button.dataset["at"] ?? "");
      if ((event.target as Element).closest("[data-do=new-name]") !== null)
        void openNameForm(act, service, () => void desk.change("names", ""));
    });
    field.addEventListener("input", (event) => {
      const target = event.target as HTMLElement;
      const { change, at } = target.dataset;
      if (change !== undefined) void desk.change(change, at ?? "");
      else desk.tellSoon();
    });
    field.addEventListener("keydown", (event) => {
      const way = event.altKey ? { ArrowUp: "up", ArrowDown: "down" }[event.key] : undefined;
      const at = (event.target as Element).closest<HTMLElement>("[data-at]")?.dataset["at"];
      if (way === undefined || at === undefined) return;
      event.preventDefault();
      void desk.change(way, at);
    });
    readyPicker(field, (at) => void desk.change("fact", at));
  }
}

class ConditionDesk {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly field: HTMLElement,
    private readonly matter: { readonly act: string; readonly service: number },
  ) {}

  /** One change after another: each is made on what the one before it has left. */
  change(what: string, at: string): Promise<void> {
    clearTimeout(this.#timer);
    this.#turn = this.#turn.then(() => this.#change(what, at));
    return this.#turn;
  }

  /** Says the sentence anew once nobody types for a moment. */
  tellSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.change("none", ""), WAIT_MS);
  }

  /** What the server makes of the fields as they stand: asked again where somebody has typed on meanwhile, so that nothing typed is lost. */
  async #asked(change: string, at: string): Promise<Answer> {
    for (;;) {
      const entries = entriesOf(this.field);
      // New names change nothing but how the same fields are shown.
      const asked = { ...this.matter, entries, change: change === "names" ? "none" : change, at };
      const answer = await post("condition", asked);
      if (!answer.ok || JSON.stringify(entriesOf(this.field)) === JSON.stringify(entries)) return answer;
    }
  }

  async #change(change: string, at: string): Promise<void> {
    const answer = await this.#asked(change, at);
    if (!answer.ok) {
      const error = this.field.querySelector(".error");
      if (error !== null) error.textContent = answer.error ?? "";
      return;
    }
    const built = answer as unknown as Built;
    const sentence = this.field.querySelector(".sentence");
    if (sentence !== null && sentence.textContent !== built.sentence) sentence.textContent = built.sentence;
    if (change === "none") return;
    const names = this.field.querySelector("#condition-names");
    if (change === "names" && names !== null) names.outerHTML = built.names;
    const builder = this.field.querySelector(".builder");
    if (builder !== null) builder.innerHTML = built.html;
    this.#goTo(change, built.at);
    // The rest of the form hears of it as of anything typed, and asks whether it is right.
    this.field.closest("form")?.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** After choosing a fact, on to how it is compared; otherwise to where the change was made. */
  #goTo(change: string, at: string): void {
    const part = this.field.querySelector<HTMLElement>(`.builder [data-at="${CSS.escape(at)}"]`);
    const next =
      change === "fact" || change === "operator"
        ? part?.querySelector<HTMLElement>("select[data-change=operator]")
        : change === "up" || change === "down"
          ? part?.querySelector<HTMLElement>(`button[data-change=${change}][data-at="${CSS.escape(at)}"]`)
          : part?.querySelector<HTMLElement>("[role=combobox], button");
    (next ?? this.field.querySelector<HTMLElement>(".builder button"))?.focus();
  }
}
