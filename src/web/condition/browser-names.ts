/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { folded } from "./folded.ts";

/** Lets the facts and papers of a field be looked for by their names: by keys, by mouse, by words in any language. */
export function readyPicker(field: HTMLElement, chosen: (at: string) => void): void {
  const list = (): HTMLElement | null => field.querySelector<HTMLElement>("#condition-names");
  const choose = (input: HTMLInputElement, option: HTMLElement): void => {
    write(input, option.dataset["fact"] ?? "", option.dataset["paper"]);
    close(input, list());
    chosen(input.dataset["pick"] ?? "");
  };
  field.addEventListener("focusin", (event) => {
    const input = pickerOf(event);
    if (input?.value === "") show(input, list());
  });
  field.addEventListener("focusout", (event) => {
    const input = pickerOf(event);
    if (input !== undefined) close(input, list());
  });
  field.addEventListener("input", (event) => {
    const input = pickerOf(event);
    if (input === undefined) return;
    // What is typed and not chosen is sent as it is: the server says what was perhaps meant.
    write(input, input.value.trim(), undefined);
    show(input, list());
  });
  field.addEventListener("keydown", (event) => {
    const input = pickerOf(event);
    if (input !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey)
      key(event, input, list(), choose);
  });
  // Before the field loses its focus, with which the list goes.
  field.addEventListener("mousedown", (event) => {
    const option = (event.target as Element).closest<HTMLElement>("#condition-names [data-fact]");
    const input = field.querySelector<HTMLInputElement>("[role=combobox][aria-expanded=true]");
    if (option === null || input === null) return;
    event.preventDefault();
    choose(input, option);
  });
}

const pickerOf = (event: Event): HTMLInputElement | undefined =>
  event.target instanceof HTMLInputElement && event.target.dataset["pick"] !== undefined
    ? event.target
    : undefined;

type Choose = (input: HTMLInputElement, option: HTMLElement) => void;

function key(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement | null, choose: Choose): void {
  const isOpen = input.getAttribute("aria-expanded") === "true";
  const options = fittingIn(list);
  const now = options.findIndex(({ id }) => id === input.getAttribute("aria-activedescendant"));
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (!isOpen) show(input, list);
    else mark(input, options, stepped(now, event.key === "ArrowDown" ? 1 : -1, options.length));
  } else if (event.key === "Escape" && isOpen) {
    // The list goes, the form stays.
    event.preventDefault();
    event.stopPropagation();
    close(input, list);
  } else if (event.key === "Enter" && isOpen) {
    event.preventDefault();
    const option = options[Math.max(now, 0)];
    if (option !== undefined) choose(input, option);
  }
}

const stepped = (now: number, by: number, length: number): number =>
  now < 0 ? (by > 0 ? 0 : length - 1) : (now + by + length) % length;

function mark(input: HTMLInputElement, options: readonly HTMLElement[], at: number): void {
  for (const [index, option] of options.entries()) option.setAttribute("aria-selected", String(index === at));
  const option = options[at];
  if (option === undefined) input.removeAttribute("aria-activedescendant");
  else {
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }
}

const fittingIn = (list: HTMLElement | null): HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>("[data-fact]:not([hidden])") ?? []),
];

/** Shows the names that have every word typed, under the field. */
function show(input: HTMLInputElement, list: HTMLElement | null): void {
  if (list === null) return;
  const words = folded(input.value)
    .split(/\s+/u)
    .filter((word) => word !== "");
  for (const option of list.querySelectorAll<HTMLElement>("[data-fact]"))
    option.hidden = !words.every((word) => (option.dataset["search"] ?? "").includes(word));
  const nothing = list.querySelector<HTMLElement>(".nothing");
  const options = fittingIn(list);
  if (nothing !== null) nothing.hidden = options.length > 0;
  input.parentElement?.append(list);
  list.hidden = false;
  input.setAttribute("aria-expanded", "true");
  mark(input, options, words.length > 0 ? 0 : -1);
}

/** Puts the list away, to where it is not lost when the fields are made anew. */
function close(input: HTMLInputElement, list: HTMLElement | null): void {
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
  if (list === null) return;
  list.hidden = true;
  input.closest(".builder")?.after(list);
}

/** Puts down which fact the line compares; a paper is looked for among those handed in. */
function write(input: HTMLInputElement, fact: string, paper: string | undefined): void {
  const path = input.dataset["pick"] ?? "";
  const line = input.closest(".line");
  const of = (name: string): HTMLInputElement | null =>
    line?.querySelector<HTMLInputElement>(`[name="${CSS.escape(`${path}/${name}`)}"]`) ?? null;
  const field = of("fact");
  if (field !== null) field.value = fact;
  if (paper === undefined) return;
  const operator = of("operator");
  if (operator !== null && !/contain/iu.test(operator.value))
    operator.replaceWith(hidden(`${path}/operator`, "contains"));
  for (const other of ["boolean", "number", "text", "texts", "numbers"]) of(other)?.remove();
  line?.append(hidden(`${path}/text`, paper));
}

function hidden(name: string, value: string): HTMLInputElement {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = name;
  field.value = value;
  return field;
}
