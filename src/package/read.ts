import { resolve } from "node:path";
import { holdTwin, type TwinnedReading } from "../desk/hold-twin.ts";
import { outlineAct, readAct } from "../desk/read-act.ts";
import { aboutOf } from "../files/read-about.ts";
import { textOf, type TextFile } from "../files/read-text.ts";
import type { Finding } from "../model/finding.ts";
import type { Language } from "../model/language.ts";
import { unreadByRisk, type LedgerEntry } from "../model/ledger.ts";
import type { Candidate } from "../model/rule.ts";
import type { Edit } from "../repair/edit.ts";
import type { Provision } from "../structure/provision.ts";
import { attemptLater, type Result } from "./result.ts";
import { handedIn, HERE, type TextSource } from "./text-source.ts";

export type { Citation } from "../model/citation.ts";
export type { Finding } from "../model/finding.ts";
export type { Language } from "../model/language.ts";
export type { LedgerEntry } from "../model/ledger.ts";
export type { Passage, Run } from "../model/passage.ts";
export type { Candidate, Channel, Kind, Rule } from "../model/rule.ts";
export type { Source, TwinSource } from "../model/source.ts";
export type { Span } from "../model/span.ts";
export type { TwinReading, TwinRemark } from "../model/twin.ts";
export type { Edit } from "../repair/edit.ts";
export type { Provision, ProvisionType } from "../structure/provision.ts";
export type { Fault, Result } from "./result.ts";
export type { TextSource } from "./text-source.ts";

/** An act as far as its tree. All places are spans of `content`, in UTF-16 units. */
export interface Outline {
  /** The file's name. */
  readonly file: string;
  /** Of the file's bytes. */
  readonly sha256: string;
  /** The language it is written in, told by its letters. */
  readonly language: Language;
  /** The text as it stands in the file, before any repair. */
  readonly content: string;
  /** The act, its regulations, clauses, items and tables, each with its path, citation and words. */
  readonly tree: Provision;
  /** What was mended of the damage that layout and conversion do: each repair with its place, and what stands there instead. */
  readonly repairs: readonly Edit[];
  /** What was seen on the way and could not be done; none of it is an error, for then nothing is read. */
  readonly findings: readonly Finding[];
}

/** An act as read: the rules that were found in it, and what could not be read. */
export interface Reading extends Outline {
  /** Proposed by a machine and reviewed by nobody; `confidence` says how sure it is of each. */
  readonly rules: readonly Candidate[];
  /** What became of every word: rules, plain for a reason, or unread; in the order of the text. */
  readonly ledger: readonly LedgerEntry[];
  /** Words of the ledger of which nothing is known, those that most likely hold a rule first: for a person to look at. */
  readonly unread: readonly LedgerEntry[];
  /** What the text in the other language came to, where one was handed in; each rule's `twin` says how it reads there. */
  readonly twin?: Twin;
}

/** The text of an act in its other language, once the first has been held against it. */
export interface Twin {
  readonly file: string;
  readonly language: Language;
  /** False where the two are hardly of one day: then the confidence of no rule is changed. */
  readonly isOneVersion: boolean;
  /** Words of the first text that gave no rule, with the rules that the other has there. */
  readonly beside: readonly { readonly entry: LedgerEntry; readonly rules: readonly Candidate[] }[];
  /** Rules of it in provisions that the first text does not have. */
  readonly alone: readonly Candidate[];
}

/** How the act is named in the ids of its rules. */
export interface ReadOptions {
  /** Id of the act, `kz-mz-2024-99`; without it as `<stem>.about.json` beside the file says, if there is one. */
  readonly act?: string;
  /** The same act, of the same day, in its other language: rules are surer where it says the same, else less sure. */
  readonly twin?: TextSource;
}

/**
 * Reads the text of an act (plain text, Markdown, HTML, DOCX or PDF, told by the bytes) into rules. A file that is no text, and a text in a language
 * whose rules are not read, are faults: no rules found in it would say nothing of it.
 */
export const read = (source: TextSource, options: ReadOptions = {}): Promise<Result<Reading>> =>
  attemptLater("the text", async () => {
    const { text, path } = await opened(source);
    const act = options.act ?? (typeof source === "string" ? aboutOf(resolve(source))?.id : undefined);
    const about = { file: text.name, ...(act === undefined ? {} : { act }) };
    const alone = await readAct(text.bytes, about, path);
    const held = options.twin === undefined ? undefined : await holdTwin(alone, handedIn(options.twin), HERE);
    const reading = held ?? alone;
    const { candidates, ledger } = reading;
    const found = { rules: candidates, ledger, unread: unreadByRisk(ledger) };
    return { ...outlineOf(reading), ...found, ...(held === undefined ? {} : { twin: twinOf(held) }) };
  });

const twinOf = ({ twin: { text, parity, beside, alone } }: TwinnedReading): Twin => ({
  file: text.file,
  language: text.language,
  isOneVersion: parity.isOneVersion,
  beside: [...beside].map(([entry, rules]) => ({ entry, rules })),
  alone,
});

/** Reads the text of an act as far as its tree; more languages are read so far than have their rules read. */
export const outline = (source: TextSource): Promise<Result<Outline>> =>
  attemptLater("the text", async () => {
    const { text, path } = await opened(source);
    return outlineOf(await outlineAct(text.bytes, { file: text.name }, path));
  });

async function opened(source: TextSource): Promise<{ text: TextFile; path: string }> {
  const text = await textOf(handedIn(source), HERE);
  return { text, path: typeof source === "string" ? source : text.name };
}

function outlineOf({
  file,
  sha256,
  language,
  content,
  tree,
  edits,
  findings,
}: Awaited<ReturnType<typeof outlineAct>>): Outline {
  if (language === undefined) throw new TypeError(`${file} was read in no language and without an error`);
  return { file, sha256, language: language.code, content, tree, repairs: edits, findings };
}
