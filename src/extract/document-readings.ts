import { DOUBTFUL, LIKELY } from "./extractor.ts";
import type { Statement } from "./statement.ts";
import type { DocumentReadings, DocumentWords } from "./syntax.ts";
import { syntaxOf } from "./syntaxes.ts";

/** One reading a document of a statement; `to` 0 stands for the whole statement as one. */
export const readings: DocumentReadings = (statement, from, to, confidence, condition, grammar) => {
  const parts: readonly DocumentWords[] =
    to === 0
      ? [{ from: 0, to: statement.words.length, instead: false }]
      : syntaxOf(grammar).documentsIn(statement, from, to, grammar);
  const groups = groupsOf(parts);
  return parts.map((one, index) => {
    const when = one.condition ?? condition;
    const [channel, ...others] = statement.channels;
    const group = groups[index];
    return {
      fields: {
        kind: "document",
        ...(channel === undefined ? {} : { channel }),
        ...(channel === undefined || others.length === 0 ? {} : { channels: statement.channels }),
        ...(when === undefined ? {} : { condition: when }),
        ...(group === undefined ? {} : { alternativeGroup: groupName(statement, group) }),
      },
      ...(one.ambiguous === true ? { doubt: "and-or" as const } : {}),
      words: spanOf(statement, one),
      // Where one document ends and the next begins is a reading of its own.
      confidence: Math.min(
        confidence,
        one.ambiguous === true ? DOUBTFUL : parts.length > 1 && group === undefined ? LIKELY : confidence,
      ),
    };
  });
};

/** For each document, the number of the group of which one is enough, from 1. */
function groupsOf(parts: readonly DocumentWords[]): (number | undefined)[] {
  let last = 0;
  return parts.map((one, index) => {
    const goesOn = parts[index + 1]?.instead === true;
    if (goesOn && !one.instead) last += 1;
    return one.instead || goesOn ? Math.max(last, 1) : undefined;
  });
}

/** The groups of a statement are told by its place, further ones by their number too. */
const groupName = ({ provision }: Statement, group: number): string =>
  group === 1 ? provision.path : `${provision.path}#${group}`;

function spanOf(statement: Statement, words: DocumentWords): { start: number; end: number } {
  const first = statement.words[words.from];
  const last = statement.words[words.to - 1];
  const isLast = words.to === statement.words.length;
  const start = words.from === 0 ? statement.start : (first?.start ?? statement.start);
  return { start, end: isLast ? statement.end : (last?.end ?? statement.end) };
}
