/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { mayOpen, pageNow, post, send } from "./browser-server.ts";
import type { Opened } from "./opened.ts";

const MEGABYTE = 1024 * 1024;

const section = (): HTMLElement | null => document.querySelector<HTMLElement>("#opening");
const word = (name: string): string => section()?.dataset[name] ?? "";

/** Lets the shelf take files that are dropped or chosen, and places that are named. */
export function takeActs(): void {
  const opening = section();
  if (opening === null) return;
  const files = opening.querySelector<HTMLInputElement>("#files");
  files?.addEventListener("change", () => {
    const chosen = [...(files.files ?? [])];
    files.value = "";
    void openFiles(chosen);
  });
  opening.querySelector<HTMLFormElement>("#by-path")?.addEventListener("submit", (event) => {
    event.preventDefault();
    void openPath(event.target as HTMLFormElement);
  });
  takeDropped(opening);
}

/** Files may be dropped anywhere on the page: a browser would leave it for a file that misses the place. */
function takeDropped(opening: HTMLElement): void {
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") === true;
  document.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    opening.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) opening.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    opening.classList.remove("over");
    if (!hasFiles(event)) return;
    event.preventDefault();
    void openFiles([...(event.dataTransfer?.files ?? [])]);
  });
}

async function openFiles(files: readonly File[]): Promise<void> {
  const all: Opened[] = [];
  for (const file of files) {
    read(file.name);
    const opened = await openFile(file);
    all.push(opened);
    if (files.length > 1 || !opened.ok) tell(opened);
  }
  await done(all);
}

async function openFile(file: File): Promise<Opened> {
  if (file.size > Number(word("largest")) * MEGABYTE)
    return { ok: false, file: file.name, error: word("tooLarge") };
  try {
    const refused = await mayOpen();
    if (refused !== undefined) return { ok: false, file: file.name, error: refused };
    return (await send("open", { name: file.name }, file)) as Opened;
  } catch {
    return { ok: false, file: file.name, error: word("noAnswer") };
  }
}

async function openPath(form: HTMLFormElement): Promise<void> {
  const field = form.querySelector<HTMLInputElement>("#path");
  if (field === null) return;
  read(field.value);
  const answer = await post("open-path", { path: field.value });
  const all = answer.opened ?? [
    { ok: false as const, file: field.value, error: answer.error ?? word("noAnswer") },
  ];
  if (all.length !== 1 || !all.every(({ ok }) => ok)) all.forEach(tell);
  await done(all);
}

function read(name: string): void {
  const reading = document.querySelector("#reading");
  if (reading !== null) reading.textContent = word("reading").replace("{0}", name);
}

/** One act is led to the form that asks for the rest; of several the shelf shows what became of each. */
async function done(all: readonly Opened[]): Promise<void> {
  const reading = document.querySelector("#reading");
  const [only] = all;
  if (all.length === 1 && only?.ok === true) {
    location.href = aboutHref(only.act);
    return;
  }
  if (reading !== null) reading.textContent = "";
  if (all.some(({ ok }) => ok)) await renewShelf();
}

const aboutHref = (act: string): string => `${word("about")}/${encodeURIComponent(act)}?opened`;

function tell(opened: Opened): void {
  const line = document.createElement("li");
  const name = document.createElement("b");
  name.textContent = opened.file;
  line.className = opened.ok ? "done" : "refused";
  line.append(name, ` — ${opened.ok ? word("opened") : word("notOpened")}: `);
  if (opened.ok) {
    const desk = document.createElement("a");
    desk.href = `${word("desk")}/${encodeURIComponent(opened.act)}`;
    desk.textContent = opened.title === "unknown" ? opened.act : opened.title;
    const more = document.createElement("a");
    more.href = aboutHref(opened.act);
    more.textContent = word("tellMore");
    line.append(desk, ". ");
    if (opened.missing.length > 0)
      line.append(`${word("notSaid").replace("{0}", opened.missing.join(", "))}. `);
    line.append(more);
  } else line.append(opened.error);
  document.querySelector("#opened")?.append(line);
}

async function renewShelf(): Promise<void> {
  const page = await pageNow().catch(() => undefined);
  const acts = page?.querySelector("#acts") ?? null;
  if (acts !== null) document.querySelector("#acts")?.replaceWith(acts);
}
