import { resolve } from "node:path";
import { history } from "../diff/history.ts";
import { openVersion, type OpenVersion } from "../desk/open-version.ts";
import { rulebooksAtHand } from "../files/rules-folder.ts";
import { readVocabulary } from "../files/read-vocabulary.ts";
import { writeFileWhole } from "../files/write-file.ts";
import type { Language } from "../model/language.ts";
import { Trouble } from "../model/trouble.ts";
import { vocabularyWith } from "../model/vocabulary.ts";
import { historyHtml } from "../report/diff/history-html.ts";
import { historyText } from "../report/diff/history-text.ts";
import { ingestNotes } from "../report/ingest-notes.ts";
import { Names } from "../report/names.ts";
import type { Io } from "./command.ts";

/** Options of a comparison of two versions, that a history of several cannot follow. */
const OF_TWO = {
  pair: "--pair",
  docx: "--docx",
  log: "--log",
  map: "--map",
  drafts: "--drafts",
} as const;

interface HistoryOptions extends Readonly<Partial<Record<keyof typeof OF_TWO, unknown>>> {
  readonly format: "text" | "json";
  readonly lang: Language;
  readonly html?: string;
}

/** Tells when each rule came, changed and went through versions in the order of their days. Exit status 1 where any did. */
export async function tellHistory(
  paths: readonly string[],
  options: HistoryOptions,
  io: Io,
): Promise<number> {
  const { format, lang, html } = options;
  refuseOthers(options);
  if (paths.length < 2)
    throw new Trouble("a history has at least two versions", {
      place: "--history",
      wayOut: "Name the versions of one act, the earliest first.",
    });
  const versions: OpenVersion[] = [];
  for (const path of paths)
    versions.push(await openVersion(path, { cwd: io.cwd, rules: rulebooksAtHand(io.cwd) }));
  for (const { notes, name } of versions) io.stderr.write(ingestNotes(notes, name, lang));
  inOneLanguage(versions);
  const told = history(inOrder(versions));
  const books = versions.flatMap((one) => one.books ?? []);
  const vocabulary = books.reduce((known, book) => vocabularyWith(known, book.vocabulary), readVocabulary());
  const names = new Names(vocabulary, lang);
  if (html !== undefined) await writeFileWhole(resolve(io.cwd, html), historyHtml(told, names));
  io.stdout.write(format === "json" ? `${JSON.stringify(told, null, 2)}\n` : historyText(told, names));
  return told.lives.some(({ events }) => events.some(({ is }) => is !== "there" && is !== "reworded"))
    ? 1
    : 0;
}

function refuseOthers(options: HistoryOptions): void {
  const [, name] =
    Object.entries(OF_TWO).find(([key]) => options[key as keyof typeof OF_TWO] !== undefined) ?? [];
  if (name === undefined) return;
  throw new Trouble(`${name} is of two versions, and a history may have more`, {
    place: name,
    wayOut: "Leave it out, or compare two versions without --history.",
  });
}

/** By their days where all are known, else as they were named. */
const inOrder = (versions: readonly OpenVersion[]): readonly OpenVersion[] =>
  versions.every(({ since }) => since !== undefined)
    ? [...versions].sort((a, b) => (a.since ?? "").localeCompare(b.since ?? ""))
    : versions;

function inOneLanguage(versions: readonly OpenVersion[]): void {
  const [first, ...others] = versions.filter(({ language }) => language !== undefined);
  const other = others.find(({ language }) => language !== first?.language);
  if (first === undefined || other === undefined) return;
  throw new Trouble(`${first.name} and ${other.name} are in two languages`, {
    file: other.name,
    wayOut: "Name versions in one language.",
  });
}
