import { resolve } from "node:path";
import { rulebookIn } from "../files/read-rulebook.ts";
import { isRulebook, textOf, type TextFile } from "../files/read-text.ts";
import type { Grammar } from "../language/grammar.ts";
import { draftOf, type Draft } from "../lint/draft.ts";
import { lookAlikes } from "../lint/look-alikes.ts";
import type { Finding } from "../model/finding.ts";
import { locator, type Located } from "../model/locator.ts";
import { unreadShareOfText, type UnreadShare } from "../model/unread-share.ts";
import { languageOfBook, readAct } from "./read-act.ts";

/** What lints look at, and the grammar that they ask. */
export interface OpenDraft {
  readonly draft: Draft;
  readonly grammar: Grammar;
  readonly of: "candidates" | "rules";
  /** How much of the text is unread; what a rulebook says of its regulation. */
  readonly unread: UnreadShare | "unknown";
  /** What is to be known of the file beside its text. */
  readonly notes: readonly Finding[];
  /** Where an offset is in the text; undefined where it is a rulebook. */
  readonly locate: ((offset: number) => Located) | undefined;
}

/** A text or rulebook, by its path or as it was handed in, for lints to look at. Throws `Trouble` where it cannot be read. */
export async function openDraft(source: string | TextFile, cwd: string): Promise<OpenDraft> {
  const text = await textOf(source, cwd);
  const { name, bytes } = text;
  if (isRulebook(text)) {
    const { book } = rulebookIn(bytes, typeof source === "string" ? resolve(cwd, source) : name);
    const { grammar } = languageOfBook(book);
    return {
      draft: draftOf(name, undefined, book.rules),
      grammar,
      of: "rules",
      unread: book.unread ?? "unknown",
      notes: [],
      locate: undefined,
    };
  }
  const reading = await readAct(bytes, { file: name }, typeof source === "string" ? source : name);
  const draft = draftOf(name, reading.tree, reading.candidates, lookAlikes(reading));
  return {
    draft,
    grammar: reading.language.grammar,
    of: "candidates",
    unread: unreadShareOfText(reading.ledger),
    notes: reading.findings,
    locate: locator(reading.content, reading.places),
  };
}
