import { resolve } from "node:path";
import { rulebookIn } from "../files/read-rulebook.ts";
import { isRulebook, textOf, type TextFile } from "../files/read-text.ts";
import { draftOf } from "../lint/draft.ts";
import type { DraftPart } from "../lint/lint-parts.ts";
import type { Finding } from "../model/finding.ts";
import type { Language } from "../model/language.ts";
import { locator, type Located } from "../model/locator.ts";
import { parity } from "../parity/parity.ts";
import { unreadShareOfText, type UnreadShare } from "../model/unread-share.ts";
import { draftsOf } from "./drafts-of.ts";
import { sideOf } from "./open-parity.ts";
import { languageOfBook, readAct, type ActReading } from "./read-act.ts";
import { twinOf, type TwinAsked } from "./twin-of.ts";

/** What lints look at. */
export interface OpenDraft {
  readonly document: string;
  /** Each with the grammar that lints ask of it; one, unless a text holds several languages. */
  readonly drafts: readonly DraftPart[];
  readonly of: "candidates" | "rules";
  /** How much of the text is unread; what a rulebook says of its regulation. */
  readonly unread: UnreadShare | "unknown";
  /** What is to be known of the file beside its text. */
  readonly notes: readonly Finding[];
  /** Where an offset is in the text; undefined where it is a rulebook. */
  readonly locate: ((offset: number) => Located) | undefined;
  /** The same act in its other language, where one was named or lies beside it. */
  readonly twin?: DraftTwin;
}

/** The text in the other language that a draft was held against. */
export interface DraftTwin {
  readonly file: string;
  readonly own: Language;
  readonly language: Language;
  readonly locate: (offset: number) => Located;
}

/**
 * A text or rulebook, by its path or as it was handed in, for lints to look at, with the act's text in its other language.
 * Throws `Trouble` where it cannot be read, or the other text that was named is none.
 */
export async function openDraft(
  source: string | TextFile,
  cwd: string,
  asked: TwinAsked = "none",
): Promise<OpenDraft> {
  const text = await textOf(source, cwd);
  const { name, bytes } = text;
  if (isRulebook(text)) {
    const { book } = rulebookIn(bytes, typeof source === "string" ? resolve(cwd, source) : name);
    const { grammar } = languageOfBook(book);
    return {
      document: name,
      drafts: [{ draft: draftOf(name, undefined, book.rules), grammar }],
      of: "rules",
      unread: book.unread ?? "unknown",
      notes: [],
      locate: undefined,
    };
  }
  const reading = await readAct(bytes, { file: name }, typeof source === "string" ? source : name);
  const twin = await twinOf(reading, source, asked, cwd);
  const drafts = draftsOf(reading);
  return {
    document: name,
    ...(twin === undefined ? { drafts } : heldAgainst(twin, reading, drafts)),
    of: "candidates",
    unread: unreadShareOfText(reading.ledger),
    notes: reading.findings,
    locate: locator(reading.content, reading.places),
  };
}

/** The drafts of a text, the first of them, in its own language, with what the other text says otherwise; and that text. */
const heldAgainst = (
  twin: ActReading,
  reading: ActReading,
  drafts: readonly DraftPart[],
): Required<Pick<OpenDraft, "drafts" | "twin">> => ({
  drafts: drafts.map((part, index) =>
    index === 0 ? { ...part, draft: { ...part.draft, twin: parity(sideOf(reading), sideOf(twin)) } } : part,
  ),
  twin: {
    file: twin.file,
    own: reading.language.code,
    language: twin.language.code,
    locate: locator(twin.content, twin.places),
  },
});
