import { HEAD_WORDS } from "../language/head-words.ts";
import { readHead } from "../head/read-head.ts";
import { UNKNOWN, type About } from "../model/about.ts";
import type { ActHead } from "../model/act-head.ts";
import type { ActUnderReview } from "./act.ts";
import type { ActReading } from "./read-act.ts";

/** What an act's text says of the act; nothing where the heads of its language are not read. */
export function headOf({ content, tree, language }: ActReading): ActHead {
  const words = HEAD_WORDS[language.code];
  return words === undefined ? {} : readHead({ content, tree, words, grammar: language.grammar });
}

/** What names a text beside its words. */
type Named = Pick<About, "id" | "file" | "origin" | "language" | "sha256">;

/** What can be told of a text that was just opened: what its head says, and of the rest that it is unknown. */
export const aboutOfHead = (head: ActHead, { id, file, origin, language, sha256 }: Named): About => ({
  id,
  file,
  title: head.title?.value ?? UNKNOWN,
  number: head.number?.value ?? UNKNOWN,
  date: head.date?.value ?? UNKNOWN,
  edition: head.edition?.value ?? UNKNOWN,
  body: head.body?.value ?? UNKNOWN,
  registered: head.registered?.value ?? UNKNOWN,
  status:
    head.repealed === undefined
      ? { state: UNKNOWN, why: "The text bears no note of repeal." }
      : { state: "repealed", by: head.repealed.value },
  language,
  origin,
  sha256,
});

/** What is known of an act; where nobody has kept anything beside its text, what that says. */
export const knownOf = (act: ActUnderReview): About =>
  act.about ??
  aboutOfHead(act.head, {
    id: act.id,
    file: act.text.file,
    origin: "Opened from its own place.",
    language: act.language,
    sha256: act.sha256,
  });
