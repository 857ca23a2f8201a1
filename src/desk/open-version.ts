import { resolve } from "node:path";
import type { ServiceRules, Version } from "../diff/version.ts";
import { aboutOf } from "../files/read-about.ts";
import { corpusTexts } from "../files/corpus-texts.ts";
import { readRulebooks, rulebookIn } from "../files/read-rulebook.ts";
import { isRulebook, textOf, type TextFile } from "../files/read-text.ts";
import { whatIsAt } from "../files/what-is-at.ts";
import type { Finding } from "../model/finding.ts";
import { told } from "../model/about.ts";
import type { ActHead } from "../model/act-head.ts";
import { CHANGE_WORDS } from "../language/change-words.ts";
import type { Language } from "../model/language.ts";
import type { Candidate } from "../model/rule.ts";
import { Trouble } from "../model/trouble.ts";
import { unreadShareOfAll, unreadShareOfText } from "../model/unread-share.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Provision } from "../structure/provision.ts";
import { headOf } from "./about-of.ts";
import { versionText } from "./parts-of.ts";
import { languageOfBook, readAct } from "./read-act.ts";

/** Where names of versions are looked up. */
export interface VersionsFrom {
  /** Where paths start. */
  readonly cwd: string;
  /** Rulebooks at hand, and folders of them; absent: those that Tarmaq brings. */
  readonly rules?: readonly string[] | undefined;
  /** Of a text with tracked changes: with all accepted (the default), or as it was before any. */
  readonly changes?: "accepted" | "original";
}

/** A version, with the rulebooks it was made from. */
export interface OpenVersion extends Version {
  readonly books?: readonly Rulebook[];
  /** The language it is in; of rulebooks, that of the first. */
  readonly language?: Language;
  /** The day from which it holds, `YYYY-MM-DD`, as what lies beside it, its words or its file's name tell it. */
  readonly since?: string;
  /** What is to be known of its file beside the text. */
  readonly notes: readonly Finding[];
}

/**
 * One side of a comparison: a text or rulebook that was handed in, or what names it: a text, a rulebook, a folder of
 * rulebooks, `<rulebook id>@<version>`, or the id of an act of the corpus. Throws `Trouble` where there is none.
 */
export async function openVersion(source: string | TextFile, from: VersionsFrom): Promise<OpenVersion> {
  if (typeof source !== "string") return await versionIn(source, source.name, source.name, from);
  const path = resolve(from.cwd, source);
  switch (whatIsAt(path)) {
    case "file":
      return await versionIn(await textOf(source, from.cwd), source, path, from);
    case "folder":
      return versionOfBooks(
        source,
        readRulebooks([path]).map(({ book }) => book),
      );
    case "nothing":
      return await versionNamed(source, from);
  }
}

/**
 * Both texts of a draft with tracked changes: as it was before them, and with all of them accepted. Throws `Trouble` where it
 * has none.
 */
export async function openDraftTwice(
  source: string,
  from: VersionsFrom,
): Promise<readonly [before: OpenVersion, after: OpenVersion]> {
  const after = await openVersion(source, from);
  if (!after.notes.some(({ code }) => code === "ingest/tracked-changes"))
    throw new Trouble("there are no tracked changes in it, and nothing else is named to compare it with", {
      file: source,
      wayOut:
        "Name the new version as well; alone a DOCX with tracked changes is compared with itself before them.",
    });
  return [await openVersion(source, { ...from, changes: "original" }), after];
}

/** Title of the act that a version is of, where it is known. */
export function titleOf({ text, books }: OpenVersion): string | undefined {
  const title = text?.parts.find(({ service, role }) => service === "0" && role === "title")?.side.quote;
  const [act] = [...new Set((books ?? []).map((book) => book.act?.title))];
  return title ?? (act === "unknown" ? undefined : act);
}

async function versionNamed(name: string, from: VersionsFrom): Promise<OpenVersion> {
  const { cwd, rules } = from;
  const [id = "", label] = name.split("@");
  const books = readRulebooks(rules)
    .map(({ book }) => book)
    .filter((book) => book.id === id && (label === undefined || book.version === label));
  if (books.length === 1) return versionOfBooks(name, books);
  if (books.length > 1)
    throw new Trouble(`there are ${books.length} versions of ${id}`, {
      wayOut: `Name one: ${books.map(({ version }) => `${id}@${version ?? ""}`).join(", ")}.`,
    });
  const text = corpusTexts().find((one) => one.id === name);
  if (text !== undefined) return await versionIn(await textOf(text.path, cwd), text.path, text.path, from);
  throw new Trouble(`there is no file, rulebook or act ${name}`, {
    wayOut:
      "Name a text, a rulebook, a folder of rulebooks, an id as `tarmaq rules list` shows it, or an act of the corpus.",
  });
}

/** The version that a text or rulebook is: called by the name that was asked for, and in trouble by its path. */
async function versionIn(
  text: TextFile,
  name: string,
  path: string,
  { changes = "accepted" }: VersionsFrom,
): Promise<OpenVersion> {
  if (isRulebook(text)) return versionOfBooks(name, [rulebookIn(text.bytes, path).book]);
  const reading = await readAct(text.bytes, { file: text.name, changes }, name);
  return {
    name: changes === "original" ? `${text.name} (original)` : text.name,
    of: "candidates",
    unread: unreadShareOfText(reading.ledger),
    services: servicesOf(reading.tree, reading.candidates),
    text: versionText(reading),
    notes: reading.findings,
    language: reading.language.code,
    ...sinceOf(told(aboutOf(path)?.edition) ?? dayOfText(headOf(reading), text.name)),
  };
}

/** The first day in force of a rulebook; one that is only assumed is not told. */
const dayOfBook = (book: Rulebook | undefined): string | undefined =>
  typeof book?.inForce?.from === "string" ? told(book.inForce.from) : undefined;

/** The day of the latest amendment that a text tells, else that in its file's name, else the day of its adoption. */
function dayOfText({ edition, date }: ActHead, name: string): string | undefined {
  const amended = edition?.value === date?.value ? undefined : edition?.value;
  return amended ?? dayInName(name) ?? date?.value;
}

const sinceOf = (day: string | undefined): { readonly since?: string } =>
  day === undefined ? {} : { since: day };

/** A day in the name of a file: `act-2021-09-30.md`. */
const dayInName = (name: string): string | undefined =>
  /(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/u.exec(name)?.[0];

function versionOfBooks(name: string, books: readonly Rulebook[]): OpenVersion {
  const [first] = books;
  const language = first === undefined ? undefined : languageOfBook(first).code;
  const words = language === undefined ? undefined : CHANGE_WORDS[language];
  const unread = unreadShareOfAll(books.map((book) => book.unread));
  return {
    name,
    of: "rules",
    ...(unread && { unread }),
    services: books.map((book) => serviceOfBook(book, books.length)),
    ...(words === undefined ? {} : { words }),
    books,
    ...(language === undefined ? {} : { language }),
    notes: [],
    ...sinceOf(dayOfBook(first) ?? dayInName(first?.version ?? "")),
  };
}

/** A rulebook as a service of a version: its number where there are several of an act, else its id. */
export const serviceOfBook = (book: Rulebook, among: number): ServiceRules => ({
  key: among > 1 && book.service?.number !== undefined ? `${book.service.number}` : book.id,
  name: book.service?.name[languageOfBook(book).code] ?? Object.values(book.service?.name ?? {})[0] ?? "",
  rules: book.rules,
  ...(book.notHeld === undefined
    ? {}
    : { notHeld: [...new Set(book.notHeld.flatMap(({ kinds }) => kinds))] }),
});

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
