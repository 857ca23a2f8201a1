/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { bookRequest } from "./browser-book-form.ts";
import { clearFaults, faultyField } from "./browser-faults.ts";
import { conditionIn, readyConditions } from "./condition/browser-condition.ts";
import { type Answer, getHtml, post } from "./browser-server.ts";

/** `also`: further places that the same is to be said of. */
type Send = (request: object, service: number, also: readonly object[]) => Promise<Answer>;

const dialog = (): HTMLDialogElement =>
  document.querySelector<HTMLDialogElement>("#form") as HTMLDialogElement;

export function closeDialog(): void {
  dialog().close();
}

/** Opens a form from the server; while it is filled in the server checks it, and `send` gets what was asked for. */
export async function openForm(
  what: string,
  query: Readonly<Record<string, string>> & { readonly act: string },
  send: Send,
): Promise<void> {
  const { act } = query;
  const html = await getHtml(what, query);
  if (html === undefined) return;
  const window_ = dialog();
  window_.innerHTML = html;
  const form = window_.querySelector("form");
  if (form === null) return;
  readyConditions(form, act);
  const before = fieldsOf(form);
  let timer: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener("input", (event) => {
    const target = event.target as HTMLElement;
    if (target.dataset["do"] === "kind") {
      void openForm(what, { ...query, kind: (target as HTMLSelectElement).value }, send);
      return;
    }
    if (target.dataset["do"] === "all-alike")
      form.querySelectorAll<HTMLInputElement>("[name=alike]").forEach((box) => {
        box.checked = (target as HTMLInputElement).checked;
      });
    clearTimeout(timer);
    timer = setTimeout(() => void check(form, act, before), 250);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    void submit(form, before, send);
  });
  form.addEventListener("keydown", (event) => {
    const isReason = (event.target as HTMLElement).matches("[name=reason]");
    if (event.key !== "Enter" || !(isReason || event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit();
  });
  if (!window_.open) window_.showModal();
  firstField(form)?.focus();
}

const firstField = (form: HTMLFormElement): HTMLElement | null =>
  form.querySelector<HTMLElement>("[name=reason]") ??
  form.querySelector<HTMLElement>(".fields input, .fields select, .fields textarea, input, textarea");

async function check(form: HTMLFormElement, act: string, before: Map<string, unknown>): Promise<void> {
  const request = requestOf(form, before);
  if (request === undefined) return;
  show(form, await post("check", { act, service: Number(form.dataset["service"]), request }));
}

async function submit(form: HTMLFormElement, before: Map<string, unknown>, send: Send): Promise<void> {
  const request = requestOf(form, before);
  if (request === undefined) {
    closeDialog();
    return;
  }
  const answer = await send(request, Number(form.dataset["service"]), alikeIn(form));
  show(form, answer);
  if (answer.ok) closeDialog();
  else form.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
}

/** What the form asks for; absent where an edit changes nothing. */
function requestOf(form: HTMLFormElement, before: Map<string, unknown>): object | undefined {
  const { form: is, rule, kind, path, words } = form.dataset;
  if (is === "on-book") return bookRequest(form);
  const why = valueOf(form, "[name=why]").trim();
  const because = why === "" ? {} : { why };
  if (is === "reject") return { action: "reject", rule, ...because };
  if (is === "dismiss") {
    const reason = valueOf(form, "[name=reason]");
    return { action: "dismiss", path, words, ...(reason === "" ? {} : { reason }), ...because };
  }
  if (is === "comment")
    return { action: "comment", ...matterIn(form), text: valueOf(form, "[name=text]").trim() };
  if (is === "assign") {
    const to = valueOf(form, "[name=to]").trim();
    return { action: "assign", ...matterIn(form), to: to === "" ? null : to };
  }
  if (is === "reopen") return { action: "reopen", path, words, ...because };
  const now = fieldsOf(form);
  if (is === "add") {
    const values = Object.fromEntries([...now].filter(([, value]) => value !== undefined));
    return {
      action: "add",
      words: valueOf(form, "[name=words]"),
      values: { kind, path, ...values },
      ...because,
    };
  }
  const changed = [...now].filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before.get(name)),
  );
  if (changed.length === 0) return { action: "accept", rule, ...because };
  const fields = Object.fromEntries(
    changed.map(([name, value]) => [name, value === undefined ? null : value]),
  );
  return { action: "edit", rule, fields, ...because };
}

/** A rule, unread words, or neither: the service. */
function matterIn({ dataset: { rule, path, words } }: HTMLFormElement): object {
  if (rule !== undefined) return { rule };
  return path === undefined ? {} : { path, words };
}

/** Places with the same words that were ticked. */
const alikeIn = (form: HTMLFormElement): object[] =>
  [...form.querySelectorAll<HTMLInputElement>("[name=alike]:checked")].map(({ dataset }) => ({
    service: Number(dataset["service"]),
    path: dataset["path"],
    words: dataset["words"],
  }));

const valueOf = (form: ParentNode, selector: string): string =>
  form.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector)?.value ?? "";

function fieldsOf(form: HTMLFormElement): Map<string, unknown> {
  const fields = [...form.querySelectorAll<HTMLElement>("[data-field]")];
  return new Map(fields.map((field) => [field.dataset["field"] ?? "", readField(field)]));
}

/** A field's value as a rule has it; undefined where it was left empty. What cannot be read is sent as it was typed. */
function readField(field: HTMLElement): unknown {
  const text = valueOf(field, "input:not([type=checkbox]), select, textarea").trim();
  switch (field.dataset["type"]) {
    case "number":
      return numberOf(text);
    case "boolean":
      return text === "" ? undefined : text === "true";
    case "set":
      return chosen(field);
    case "list":
      return text === "" ? undefined : text.split(/\s+/u);
    case "duration": {
      const unit = field.querySelector("select")?.value ?? "";
      const amount = numberOf(valueOf(field, "input").trim());
      return amount === undefined && unit === "" ? undefined : { amount, unit };
    }
    case "break":
      return text === "" ? undefined : text === "-" ? null : text.split(/[-–]/u).map((time) => time.trim());
    case "condition":
      return conditionIn(field);
    default:
      return text === "" ? undefined : text;
  }
}

const numberOf = (text: string): unknown => {
  if (text === "") return undefined;
  const number = Number(text.replace(",", "."));
  return Number.isFinite(number) ? number : text;
};

function chosen(field: HTMLElement): unknown {
  const values = [...field.querySelectorAll<HTMLInputElement>("input:checked")].map((box) => box.value);
  if (values.length === 0) return undefined;
  return field.dataset["field"] === "days" ? values.map(Number) : values;
}

/** Puts an error at its field, where a screen reader tells it with the field; and once aloud. */
function show(form: HTMLFormElement, answer: Answer): void {
  clearFaults(form);
  if (answer.ok) return;
  const name = answer.field;
  const text = answer.error ?? dialog().dataset["notSaved"] ?? "";
  const field = faultyField(form, name);
  field?.querySelector("input, select, textarea")?.setAttribute("aria-invalid", "true");
  const own = field?.querySelector(".error");
  if (own) own.textContent = text;
  const summary = form.querySelector("#f-error");
  const label = field?.querySelector("label, legend")?.textContent.replace("*", "").trim();
  if (summary) summary.textContent = label === undefined ? text : `${label}: ${text}`;
  if (name === undefined || name === "why")
    form.querySelector("[name=why]")?.setAttribute("aria-invalid", "true");
}
