import type { Language } from "../model/language.ts";
import { resolve } from "node:path";
import { createColors } from "picocolors";
import { Names } from "../report/names.ts";
import { lawText } from "../report/rules/law-text.ts";
import { rulebookHtml } from "../report/rules/html.ts";
import { rulebookListText, rulebookText } from "../report/rules/text.ts";
import { Laws, type BookLaw } from "../library/laws.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Io } from "./command.ts";
import { vocabularyWith } from "../model/vocabulary.ts";
import { readVocabulary } from "../files/read-vocabulary.ts";
import { readRulebooks } from "../files/read-rulebook.ts";
import { Trouble } from "../model/trouble.ts";
import { writeFileWhole } from "../files/write-file.ts";
import { rulebooksAtHand } from "../files/rules-folder.ts";

export interface ShowOptions {
  readonly rules?: readonly string[];
  readonly lang: Language;
  readonly format: "text" | "json";
  readonly version?: string;
  readonly html?: string;
  readonly withLaw?: boolean;
}

const books = (options: ShowOptions, io: Io): Rulebook[] =>
  readRulebooks(options.rules?.map((path) => resolve(io.cwd, path)) ?? rulebooksAtHand(io.cwd)).map(
    ({ book }) => book,
  );

const paintFor = (io: Io): { bold: (text: string) => string; dim: (text: string) => string } =>
  createColors("isTTY" in io.stdout && io.stdout.isTTY === true && io.env["NO_COLOR"] === undefined);

/** Prints every rulebook there is, with its versions, validity and who reviewed it. */
export function listRules(options: ShowOptions, io: Io): void {
  const all = books(options, io);
  if (options.format === "text") {
    io.stdout.write(rulebookListText(all, options.lang, paintFor(io)));
    return;
  }
  for (const { id, version, service, inForce, rules, notHeld, unread } of all) {
    const reviewed = rules.filter(
      (rule) => rule.review !== undefined && rule.review.status !== "draft",
    ).length;
    const line = {
      id,
      version,
      service,
      inForce,
      rules: rules.length,
      reviewed,
      notHeld: notHeld?.length ?? 0,
      unread: unread ?? "unknown",
    };
    io.stdout.write(`${JSON.stringify(line)}\n`);
  }
}

/** Prints one rulebook for a lawyer to read, or writes it as a page. */
export async function showRules(service: string, options: ShowOptions, io: Io): Promise<void> {
  const book = pick(books(options, io), service, options.version);
  const names = new Names(vocabularyWith(readVocabulary(), book.vocabulary), options.lang);
  if (options.html !== undefined && options.withLaw === true)
    throw new Trouble("a page shows the rulebook alone", {
      place: "--with-law",
      wayOut: "Leave out --html.",
    });
  if (options.html !== undefined)
    await writeFileWhole(resolve(io.cwd, options.html), rulebookHtml(book, names, options.lang));
  else {
    const beneath = options.withLaw === true ? lawBeneath(book, options, io) : undefined;
    io.stdout.write(options.format === "json" ? inJson(book, beneath) : inWords(book, beneath));
  }

  function inWords(of: Rulebook, beneath: BookLaw | undefined): string {
    const own = rulebookText(of, names, options.lang, paintFor(io));
    return beneath === undefined ? own : own + lawText(beneath.law, beneath.provisions, names, paintFor(io));
  }
}

function inJson(book: Rulebook, beneath: BookLaw | undefined): string {
  const shown = beneath === undefined ? book : { ...book, beneath: beneath.provisions };
  return `${JSON.stringify(shown, undefined, 2)}\n`;
}

/** The general law beneath a book. Throws `Trouble` where there is none. */
function lawBeneath(book: Rulebook, { rules }: ShowOptions, io: Io): BookLaw {
  const found = new Laws(rules?.map((path) => resolve(io.cwd, path))).beneath(book);
  if (found !== undefined) return found;
  throw new Trouble(`no general law lies beneath ${book.id}`, {
    place: "--with-law",
    wayOut:
      "A rulebook has the law of its calendar's country, or of the one it names (law), where that is at hand.",
  });
}

/** The book by its id or its service's id; of several versions the one asked for, else the last. */
function pick(all: readonly Rulebook[], service: string, version: string | undefined): Rulebook {
  const named = all.filter((book) => book.id === service || book.service?.id === service);
  const found = version === undefined ? named.at(-1) : named.find((book) => book.version === version);
  if (found !== undefined) return found;
  if (named.length > 0)
    throw new Trouble(`${service} has no version ${version ?? ""}`, {
      wayOut: `It has ${named.map((book) => book.version ?? "one without a name").join(", ")}.`,
    });
  const near = all.map((book) => book.id).filter((id) => id.includes(service) || service.includes(id));
  throw new Trouble(`there is no rulebook ${JSON.stringify(service)}`, {
    wayOut:
      near.length > 0
        ? `Did you mean ${near.slice(0, 5).join(", ")}?`
        : "`tarmaq rules` lists those there are.",
  });
}
