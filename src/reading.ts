import { extract } from "./extract/extract.ts";
import { ingest } from "./ingest/ingest.ts";
import { kazakh } from "./language/kk/kazakh.ts";
import structureKk from "./language/kk/structure.json" with { type: "json" };
import structureRu from "./language/ru/structure.json" with { type: "json" };
import type { Finding } from "./model/finding.ts";
import type { Candidate } from "./model/rule.ts";
import type { Edit } from "./repair/edit.ts";
import { repair } from "./repair/repair.ts";
import type { RepairedText } from "./repair/repaired-text.ts";
import type { Provision } from "./structure/provision.ts";
import type { StructureWords } from "./structure/structure-words.ts";
import { structure } from "./structure/structure.ts";

/** The words of every language whose acts can be put into a tree. */
const STRUCTURE_WORDS = [structureKk as StructureWords, structureRu as StructureWords];

/** A text as read: its tree, its candidate rules, and all that was seen on the way. */
export interface Reading {
  readonly file: string;
  readonly sha256: string;
  /** The ingested text: what every span counts in, in UTF-16 units. */
  readonly content: string;
  readonly text: RepairedText;
  readonly edits: readonly Edit[];
  readonly tree: Provision;
  readonly candidates: readonly Candidate[];
  /** Places that look like a rule and gave none; code `extract/unread`. */
  readonly unread: readonly Finding[];
  /** What the stages could not do; an `error` means that the file could not be read at all. */
  readonly findings: readonly Finding[];
}

/** What goes with the bytes: the file's name, and the act's id where it is known. */
export interface About {
  readonly file: string;
  readonly act?: string;
}

/** Reads a text as far as its tree: ingest → repair → structure. */
export function outline(bytes: Uint8Array, about: About): Omit<Reading, "candidates" | "unread"> {
  const source = ingest(bytes, { file: about.file });
  const text = repair(source.value);
  const tree = structure(text.value, STRUCTURE_WORDS);
  return {
    file: about.file,
    sha256: source.value.sha256,
    content: source.value.content,
    text: text.value,
    edits: text.value.edits,
    tree: tree.value,
    findings: [...source.findings, ...text.findings, ...tree.findings],
  };
}

/** Reads a text into candidate rules: ingest → repair → structure → extract. */
export function read(bytes: Uint8Array, about: About): Reading {
  const outlined = outline(bytes, about);
  const origin = {
    document: outlined.file,
    sha256: outlined.sha256,
    content: outlined.content,
    ...(about.act === undefined ? {} : { act: about.act }),
  };
  const extracted = extract(outlined.tree, origin, kazakh);
  return {
    ...outlined,
    candidates: extracted.value,
    unread: extracted.findings.filter((finding) => finding.code === "extract/unread"),
    findings: [
      ...outlined.findings,
      ...extracted.findings.filter((finding) => finding.code !== "extract/unread"),
    ],
  };
}
