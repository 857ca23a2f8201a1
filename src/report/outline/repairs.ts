import type { Finding } from "../../model/finding.ts";
import type { Span } from "../../model/span.ts";
import { lineIndex } from "../../model/line-index.ts";
import type { Layout } from "./text.ts";
import WORDS from "./words.json" with { type: "json" };
import type { Language } from "../../model/language.ts";

/** A change as the list of repairs shows it. */
interface ListedEdit {
  readonly kind: string;
  readonly at: Span;
  readonly by: string;
  readonly movedFrom?: Span;
  readonly movedTo?: Span;
}

interface Mended {
  readonly content: string;
  readonly edits: readonly ListedEdit[];
  readonly findings: readonly Finding[];
}

interface Listed {
  readonly kind: string;
  readonly line: number;
  readonly column: number;
  readonly before: string;
  readonly after: string;
  /** Where moved words stand in the file. */
  readonly from?: { readonly line: number; readonly column: number };
}

/** Letters of context shown on each side of a change. */
const CONTEXT = 24;

/** What was mended, in the order of the text; words that moved are listed once, at the place they went to. */
function listed({ content, edits }: Mended): Listed[] {
  const place = lineIndex(content);
  return edits
    .filter((edit) => edit.movedTo === undefined)
    .map((edit) => {
      const [left, right] = around(content, edit.at);
      const before = `${left}${content.slice(edit.at.start, edit.at.end)}${right}`;
      const from = edit.movedFrom === undefined ? {} : { from: place(edit.movedFrom.start) };
      return {
        kind: edit.kind,
        ...place(edit.at.start),
        before,
        after: `${left}${edit.by}${right}`,
        ...from,
      };
    });
}

/** The word before a change and the word after it, so that both ends can be recognised. */
function around(content: string, { start, end }: Span): [left: string, right: string] {
  const before = content.slice(Math.max(0, start - CONTEXT), start);
  const after = content.slice(end, end + CONTEXT);
  return [/(?:(?<!\S)\S+\s?)?$/u.exec(before)?.[0] ?? "", /^(?:\s?\S+)?/u.exec(after)?.[0] ?? ""];
}

/** The list as lines `line:column  what  before → after`, then what was seen and left alone, then the sums. */
export function repairsText(mended: Mended, { strong, faint, language }: Layout): string {
  const rows = listed(mended);
  const counts = new Map<string, number>();
  for (const { kind } of rows) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const lines = rows.map(({ kind, line, column, before, after, from }) => {
    const place = from === undefined ? "" : `${from.line}:${from.column}`;
    const moved = place === "" ? "" : faint(`  (${WORDS.from[language].replace("{place}", place)})`);
    return `${strong(`${line}:${column}`)}  ${repairName(kind, language)}  ${visible(before, language)} → ${visible(after, language)}${moved}`;
  });
  for (const left of leftAlone(mended))
    lines.push(
      `${strong(`${left.line}:${left.column}`)}  ${WORDS.leftAlone[language]} (${repairName(left.kind, language)})  ${visible(left.before, language)}`,
    );
  lines.push(
    "",
    ...[...counts].map(([kind, count]) => `${String(count).padStart(6)}  ${repairName(kind, language)}`),
  );
  return `${lines.join("\n")}\n`;
}

/** `{edits: [{kind, line, column, before, after, from?}], leftAlone: [{kind, line, column, before}]}`. */
export function repairsJson(mended: Mended): string {
  return `${JSON.stringify({ edits: listed(mended), leftAlone: leftAlone(mended) }, undefined, 2)}\n`;
}

function leftAlone({ content, findings }: Mended): Omit<Listed, "after" | "from">[] {
  const place = lineIndex(content);
  return findings.flatMap(({ code, severity, where }) =>
    code.startsWith("repair/") && severity === "note" && where.in === "text"
      ? [
          {
            kind: code.slice(7),
            ...place(where.span.start),
            before: content.slice(where.span.start, where.span.end),
          },
        ]
      : [],
  );
}

/** What a repair mends, for people. */
function repairName(kind: string, language: Language): string {
  const names: Readonly<Record<string, Readonly<Record<Language, string>>>> = WORDS.repairs;
  return names[kind]?.[language] ?? kind;
}

const visible = (text: string, language: Language): string =>
  `"${text.replaceAll(/\r?\n/g, "⏎").replaceAll("\u{A0}", "⍽").replaceAll("\u{AD}", `(${WORDS.softHyphen[language]})`)}"`;
