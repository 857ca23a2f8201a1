import { existsSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { ServiceRules, Version } from "../diff/version.ts";
import type { Candidate } from "../model/rule.ts";
import { languageOfBook, readAct } from "../desk/read-act.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Provision } from "../structure/provision.ts";
import type { Io } from "./command.ts";
import { corpusTexts } from "../files/corpus-texts.ts";
import { readRulebooks } from "../files/read-rulebook.ts";
import { readText } from "../files/read-text.ts";
import { Trouble } from "../model/trouble.ts";
import { rulebooksAtHand } from "../files/rules-folder.ts";

/**
 * One side of a comparison, by what names it: a text, a rulebook, a folder of rulebooks, `<rulebook id>@<version>`, or
 * the id of an act of the corpus.
 */
export async function openVersion(name: string, io: Io): Promise<OpenVersion> {
  const path = resolve(io.cwd, name);
  if (existsSync(path))
    return statSync(path).isDirectory() || isJson(path)
      ? versionOfBooks(name, booksAt(path))
      : await versionOfText(name, io);
  const [id = "", label] = name.split("@");
  const books = readRulebooks(rulebooksAtHand(io.cwd))
    .map(({ book }) => book)
    .filter((book) => book.id === id && (label === undefined || book.version === label));
  if (books.length === 1) return versionOfBooks(name, books);
  if (books.length > 1)
    throw new Trouble(`there are ${books.length} versions of ${id}`, {
      wayOut: `Name one: ${books.map(({ version }) => `${id}@${version ?? ""}`).join(", ")}.`,
    });
  const text = corpusTexts().find((one) => one.id === name);
  if (text !== undefined) return await versionOfText(text.path, io);
  throw new Trouble(`there is no file, rulebook or act ${name}`, {
    wayOut:
      "Name a text, a rulebook, a folder of rulebooks, an id as `tarmaq rules list` shows it, or an act of the corpus.",
  });
}

const booksAt = (path: string): readonly Rulebook[] => readRulebooks([path]).map(({ book }) => book);

const isJson = (path: string): boolean => /^\s*\{/u.test(readFileSync(path, "utf8").slice(0, 64));

const versionOfBooks = (name: string, books: readonly Rulebook[]): OpenVersion => ({
  name,
  of: "rules",
  services: books.map((book) => serviceOfBook(book, books.length)),
  books,
});

/** A rulebook as a service of a version: its number where there are several of an act, else its id. */
export const serviceOfBook = (book: Rulebook, among: number): ServiceRules => ({
  key: among > 1 && book.service?.number !== undefined ? `${book.service.number}` : book.id,
  name: book.service?.name[languageOfBook(book).code] ?? Object.values(book.service?.name ?? {})[0] ?? "",
  rules: book.rules,
  ...(book.notHeld === undefined
    ? {}
    : { notHeld: [...new Set(book.notHeld.flatMap(({ kinds }) => kinds))] }),
});

/** A version, with the rulebooks it was made from. */
export interface OpenVersion extends Version {
  readonly books?: readonly Rulebook[];
}

async function versionOfText(path: string, io: Io): Promise<OpenVersion> {
  const { name, bytes } = await readText(path, io);
  const reading = readAct(bytes, { file: name }, path);
  return { name, of: "candidates", services: servicesOf(reading.tree, reading.candidates) };
}

/** The services of an act with their rules: those of its regulations, and, as service 0, of its own clauses. */
export function servicesOf(tree: Provision, candidates: readonly Candidate[]): readonly ServiceRules[] {
  const rules = (service: number): readonly Candidate[] =>
    candidates.filter((rule) => rule.service === service);
  const regulations = (tree.children ?? []).filter(
    ({ type, service }) => type === "regulation" && service !== undefined,
  );
  const own = rules(0);
  return [
    ...(own.length === 0 ? [] : [{ key: "0", name: plain(tree.title?.text ?? ""), rules: own }]),
    ...regulations.map((node) => ({
      key: `${node.service ?? 0}`,
      name: plain(node.title?.text ?? ""),
      root: node.path,
      text: wordsBelow(node),
      rules: rules(node.service ?? 0),
    })),
  ];
}

const plain = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** All words of a regulation but its forms and notes. */
function wordsBelow(node: Provision): string {
  if (node.type === "form" || node.type === "note") return "";
  return [node.title?.text, node.passage?.text, ...(node.children ?? []).map(wordsBelow)]
    .filter((text) => text !== undefined && text !== "")
    .join("\n");
}
