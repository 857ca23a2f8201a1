/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { announce } from "../browser-desk.ts";
import { clearFaults } from "../browser-faults.ts";
import { type Answer, getHtml, post } from "../browser-server.ts";

type Field = HTMLInputElement | HTMLSelectElement;

/** Lets a form name a fact or a paper: it shows the fields that fit, proposes an id, and is kept by the server. */
export function readyNameForm(form: HTMLFormElement, saved: () => void): void {
  showFitting(form);
  form.addEventListener("input", (event) => {
    // The form of a rule around its window is not meant.
    event.stopPropagation();
    showFitting(form);
  });
  form.addEventListener("change", (event) => {
    const field = event.target as Field;
    if (["kk", "ru", "en", "is", "finding"].includes(field.name)) void propose(form);
    if (field.name === "id") field.dataset["own"] = String(field.value.trim() !== "");
  });
  form.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-do=add-value]");
    if (button !== null) addValue(form);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void submit(form, saved);
  });
}

/** Opens the form in a window over the one that is open. */
export async function openNameForm(act: string, service: number, saved: () => void): Promise<void> {
  const html = await getHtml("vocabulary/form", { act, service: String(service) });
  if (html === undefined) return;
  const window_ = document.createElement("dialog");
  window_.innerHTML = html;
  window_.setAttribute("aria-label", window_.querySelector("h2")?.textContent ?? "");
  const form = window_.querySelector("form");
  if (form === null) return;
  window_.addEventListener("close", () => {
    window_.remove();
  });
  window_.addEventListener("click", (event) => {
    if ((event.target as Element).closest("[data-do=cancel-name]") !== null) window_.close();
  });
  readyNameForm(form, () => {
    window_.close();
    saved();
  });
  document.querySelector("main")?.append(window_);
  window_.showModal();
  form.querySelector<HTMLElement>("select")?.focus();
}

const valueOf = (form: HTMLFormElement, name: string): string =>
  form.querySelector<Field>(`[name="${name}"]`)?.value ?? "";

/** A paper has no type, a choice has values, a number has bounds. */
function showFitting(form: HTMLFormElement): void {
  const isFact = valueOf(form, "is") === "fact";
  const type = valueOf(form, "type");
  const fits: Readonly<Record<string, boolean>> = {
    fact: isFact,
    paper: !isFact,
    boolean: isFact && type === "boolean",
    choice: isFact && type === "choice",
    number: isFact && (type === "integer" || type === "number"),
  };
  for (const part of form.querySelectorAll<HTMLElement>("[data-only]"))
    part.hidden = fits[part.dataset["only"] ?? ""] !== true;
}

/** What was filled in; an id that nobody has typed is left to the server, which may know the names better by now. */
function fieldsOf(form: HTMLFormElement): [string, string][] {
  return [...form.querySelectorAll<Field>("[name]")].flatMap((field): [string, string][] => {
    if (field instanceof HTMLInputElement && field.type === "checkbox" && !field.checked) return [];
    return [[field.name, field.name === "id" && field.dataset["own"] !== "true" ? "" : field.value]];
  });
}

const askedOf = (form: HTMLFormElement): object => ({
  act: form.dataset["act"],
  service: Number(form.dataset["service"]),
  fields: fieldsOf(form),
});

/** An id that nobody has typed follows the names. */
async function propose(form: HTMLFormElement): Promise<void> {
  const field = form.querySelector<HTMLInputElement>("[name=id]");
  if (field === null || field.dataset["own"] === "true") return;
  const answer = (await post("vocabulary", { ...askedOf(form), only: "id" })) as Answer & { id?: string };
  if (answer.ok) field.value = answer.id ?? "";
}

function addValue(form: HTMLFormElement): void {
  const rows = [...form.querySelectorAll<HTMLElement>(".value-row")];
  const last = rows.at(-1);
  if (last === undefined) return;
  const fresh = last.cloneNode(true) as HTMLElement;
  for (const field of fresh.querySelectorAll("input")) {
    field.value = "";
    const label = field.getAttribute("aria-label") ?? "";
    field.setAttribute("aria-label", label.replace(String(rows.length), String(rows.length + 1)));
  }
  last.after(fresh);
  fresh.querySelector("input")?.focus();
}

async function submit(form: HTMLFormElement, saved: () => void): Promise<void> {
  const answer = await post("vocabulary", askedOf(form));
  announce(answer.announce ?? "");
  clearFaults(form);
  if (answer.ok) {
    saved();
    return;
  }
  const error = form.querySelector("#n-error");
  if (error !== null) error.textContent = answer.error ?? "";
  const field = form.querySelector<HTMLElement>(
    answer.field === "values" ? ".value-row input" : `[name="${CSS.escape(answer.field ?? "")}"]`,
  );
  field?.setAttribute("aria-invalid", "true");
  field?.focus();
}
