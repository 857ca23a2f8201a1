/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** What a form of the book's page asks for. */
export function bookRequest(form: HTMLFormElement): object {
  const { is, of: field = "", settles = "", instead, what = "{}" } = form.dataset;
  const why = form.querySelector<HTMLInputElement>("[name=why]")?.value.trim() ?? "";
  const because = why === "" ? {} : { why };
  const value = valueOf(form);
  const before = instead === undefined ? {} : { instead: JSON.parse(instead) as unknown };
  switch (is) {
    case "withdraw":
      return { action: "withdraw", ...(JSON.parse(what) as object), ...because };
    case "not-held":
      return { action: "not-held", notHeld: value, ...before, ...because };
    case "remark":
      return { action: "remark", remark: Reflect.get(value, "remark") as unknown, ...before, ...because };
    default: {
      const answers = settles === "" ? {} : { settles: settles.split(" ") };
      return { action: "book", book: { [field]: fieldValue(field, value) }, ...answers, ...because };
    }
  }
}

/** A field of one part is that part. */
function fieldValue(field: string, value: object): unknown {
  if (field === "law") {
    const { law, ...named } = value as { law?: unknown };
    return law === "none" ? "none" : named;
  }
  const parts = Object.entries(value);
  return Object.hasOwn(value, field) ? Reflect.get(value, field) : parts.length === 0 ? null : value;
}

/** The parts of a value as they are typed; what was left empty is left out. */
function valueOf(form: HTMLFormElement): object {
  const value: Record<string, unknown> = {};
  for (const part of form.querySelectorAll<HTMLElement>("[data-part-type]")) {
    const read = readPart(part);
    if (read === undefined) continue;
    const [name = "", inner] = (part.dataset["field"] ?? "").split(".");
    if (inner === undefined) value[name] = read;
    else value[name] = { ...(value[name] as object | undefined), [inner]: read };
  }
  return value;
}

function readPart(part: HTMLElement): unknown {
  const text =
    part
      .querySelector<HTMLInputElement | HTMLTextAreaElement>("input:not([type=checkbox]), select, textarea")
      ?.value.trim() ?? "";
  const chosen = [...part.querySelectorAll<HTMLInputElement>("input:checked")].map((box) => box.value);
  switch (part.dataset["partType"]) {
    case "bound":
      return boundOf(part);
    case "set":
      return chosen;
    case "numbers":
      return chosen.length === 0 ? undefined : chosen.map(Number);
    case "list":
      return text === "" ? undefined : text.split(/\s+/u);
    case "number":
      return text === "" ? undefined : Number(text);
    default:
      return text === "" ? undefined : text;
  }
}

function boundOf(part: HTMLElement): unknown {
  const read = (name: string): string =>
    part.querySelector<HTMLInputElement | HTMLSelectElement>(`[data-bound=${name}]`)?.value.trim() ?? "";
  const [is, day, why, surely] = ["is", "day", "why", "surely"].map(read);
  if (is === "none") return null;
  if (is === "unknown") return is;
  if (is === "day") return day;
  return { assumed: day, why, ...(surely === "" ? {} : { surely }) };
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Puts in the first day in force: so many days after that of the publication have passed. */
export function countFrom(button: HTMLElement): void {
  const form = button.closest("form");
  const published = form?.querySelector<HTMLInputElement>("#f-published")?.value ?? "";
  const from = form?.querySelector<HTMLElement>("[data-field=from]");
  if (published === "" || from === null || from === undefined) return;
  const first = new Date(Date.parse(published) + (Number(button.dataset["days"]) + 1) * DAY_MS);
  const [is, day] = ["is", "day"].map((name) =>
    from.querySelector<HTMLInputElement | HTMLSelectElement>(`[data-bound=${name}]`),
  );
  if (is !== undefined && is !== null) is.value = "day";
  if (day !== undefined && day !== null) day.value = first.toISOString().slice(0, "YYYY-MM-DD".length);
  is?.dispatchEvent(new Event("input", { bubbles: true }));
}
