import type { Language } from "../../model/language.ts";
import { wrapped } from "./wrapped.ts";
import type { Names } from "../names.ts";
import { unreadShareWords } from "../unread-share.ts";
import {
  bookInWords,
  type RuleInWords,
  reviewLine,
  serviceName,
  type ShownBook,
  validity,
} from "./rulebook-view.ts";

/** What a terminal can do to words; tests and pipes leave them as they are. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** A rulebook as a lawyer wants to read it: by kind, each rule with its citation and its words. */
export function rulebookText(book: ShownBook, names: Names, lang: Language, paint: Paint): string {
  const words = bookInWords(book, names, lang);
  const lines = [paint.bold(words.title), paint.dim(words.subtitle), ""];
  const wide = Math.max(...words.facts.map(([label]) => label.length));
  for (const [label, said] of words.facts)
    lines.push(...wrapped(said, `${label.padEnd(wide)}  `, " ".repeat(wide + 2)));
  for (const { heading, rules } of words.chapters) {
    lines.push("", paint.bold(`${heading.toLocaleUpperCase(lang)} (${rules.length})`));
    for (const rule of rules) lines.push(...ruleLines(rule, paint));
  }
  if (words.notHeld.entries.length > 0) {
    lines.push("", paint.bold(words.notHeld.heading.toLocaleUpperCase(lang)));
    for (const { what, cite, kinds } of words.notHeld.entries)
      lines.push("", ...wrapped(`«${what}»`, "  ", "  "), paint.dim(`    ${cite} · ${kinds}`));
  }
  if (words.remarks.lines.length > 0) {
    lines.push("", paint.bold(words.remarks.heading.toLocaleUpperCase(lang)));
    for (const remark of words.remarks.lines) lines.push(...wrapped(remark, "  – ", "    "));
  }
  return `${lines.join("\n")}\n`;
}

function ruleLines(rule: RuleInWords, paint: Paint): string[] {
  const mark = rule.judges ? "  " : "  × ";
  return [
    "",
    ...wrapped(rule.line === "" ? rule.cite : rule.line, mark, "    ").map((line) =>
      rule.judges ? line : paint.dim(line),
    ),
    ...rule.notes.flatMap((note) => wrapped(note, "    ", "    ")),
    paint.dim(`    ${[rule.cite, rule.lines].filter((part) => part !== "").join(" · ")}`),
    ...(rule.quote === "" ? [] : wrapped(`«${rule.quote}»`, "    ", "    ").map(paint.dim)),
  ];
}

/** One line a rulebook: id, version, service, validity, review. */
export function rulebookListText(books: readonly ShownBook[], lang: Language, paint: Paint): string {
  return books
    .map((book) =>
      [
        `${paint.bold(book.id)}  ${serviceName(book, lang)}`,
        `    ${[book.version ?? "–", validity(book.inForce, lang)].join(" · ")}`,
        paint.dim(`    ${reviewLine(book, lang)}`),
        paint.dim(`    ${unreadShareWords(book.unread, lang)}`),
        "",
      ].join("\n"),
    )
    .join("\n");
}
