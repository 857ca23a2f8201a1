/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { clearFaults, faultyField } from "./browser-faults.ts";
import { post, type Answer } from "./browser-server.ts";

/** Lets the form about an act be sent; an error is told at its field, and once aloud. */
export function takeAbout(): void {
  const form = document.querySelector<HTMLFormElement>("form#about");
  if (form === null) return;
  saySaved();
  if (form.dataset["new"] !== undefined)
    form.querySelector<HTMLElement>(".asked :is(input, textarea)")?.focus();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void save(form);
  });
}

async function save(form: HTMLFormElement): Promise<void> {
  const told = Object.fromEntries(
    [...form.querySelectorAll<HTMLInputElement>("[name]")].map(({ name, value }) => [name, value]),
  );
  const answer = await post("about", { act: form.dataset["act"] ?? "", told });
  show(form, answer);
  if (!answer.ok) return;
  // The page anew: what is not known any more is not asked for.
  sessionStorage.setItem(SAID, answer.announce ?? "");
  location.href = new URL(encodeURIComponent(answer.act ?? ""), location.href).href;
}

const SAID = "tarmaq-about";

function show(form: HTMLFormElement, { ok, field, error }: Answer): void {
  clearFaults(form);
  if (ok) return;
  const place = faultyField(form, field);
  const input = place?.querySelector<HTMLElement>("input, textarea, select");
  const label = place?.querySelector("label")?.textContent;
  const own = place?.querySelector(".error");
  if (own) own.textContent = error ?? "";
  const summary = form.querySelector("#about-error");
  if (summary) summary.textContent = label ? `${label}: ${error ?? ""}` : (error ?? "");
  input?.setAttribute("aria-invalid", "true");
  input?.focus();
}

/** Says what the page before has kept. */
function saySaved(): void {
  const said = sessionStorage.getItem(SAID);
  sessionStorage.removeItem(SAID);
  const place = document.querySelector("#about-said");
  if (said !== null && place !== null) place.textContent = said;
}
