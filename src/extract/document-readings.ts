import type { Grammar } from "../language/grammar.ts";
import { documentsIn, type DocumentWords } from "./document-parts.ts";
import { LIKELY, type Reading } from "./extractor.ts";
import type { Statement } from "./statement.ts";

/** One reading a document of a statement; `to` 0 stands for the whole statement as one. */
export function readings(
  statement: Statement,
  from: number,
  to: number,
  confidence: number,
  condition: string | undefined,
  grammar: Grammar,
): Reading<"document">[] {
  const parts: DocumentWords[] =
    to === 0
      ? [{ from: 0, to: statement.words.length, instead: false }]
      : documentsIn(statement, from, to, grammar);
  return parts.map((one, index) => {
    const when = one.condition ?? condition;
    const [channel, ...others] = statement.channels;
    const choice = one.instead || parts[index + 1]?.instead === true;
    return {
      fields: {
        kind: "document",
        ...(channel === undefined ? {} : { channel }),
        ...(channel === undefined || others.length === 0 ? {} : { channels: statement.channels }),
        ...(when === undefined ? {} : { condition: when }),
        ...(choice ? { alternativeGroup: statement.provision.path } : {}),
      },
      words: spanOf(statement, one),
      // Where one document ends and the next begins is a reading of its own.
      confidence: parts.length > 1 && !choice ? Math.min(confidence, LIKELY) : confidence,
    };
  });
}

function spanOf(statement: Statement, words: DocumentWords): { start: number; end: number } {
  const first = statement.words[words.from];
  const last = statement.words[words.to - 1];
  const isLast = words.to === statement.words.length;
  const start = words.from === 0 ? statement.start : (first?.start ?? statement.start);
  return { start, end: isLast ? statement.end : (last?.end ?? statement.end) };
}
