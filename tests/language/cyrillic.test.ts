import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const source = join(import.meta.dirname, "../../src");

/** Wordings of what people are told, in the languages of the reports; nothing is read by them. */
const WORDINGS: readonly string[] = [
  "audit/plan/own-deadline.json",
  "report/amend/words.kk.json",
  "report/amend/words.ru.json",
  "report/amount-words.json",
  "report/audit/annex-words.json",
  "report/audit/case-words.json",
  "report/audit/comparison-words.json",
  "report/audit/sample-words.json",
  "report/audit/seal-words.json",
  "report/audit/signs-words.json",
  "report/audit/words.json",
  "report/book/words.json",
  "report/check/law-words.ts",
  "report/check/letter-words.ts",
  "report/check/sentence.ts",
  "report/check/sentences.ts",
  "report/check/waiting.ts",
  "report/check/words.ts",
  "report/citation-owners.json",
  "report/citation-words.json",
  "report/diff/history-words.json",
  "report/diff/words.kk.json",
  "report/diff/words.ru.json",
  "report/due/words.json",
  "report/editor/words.json",
  "report/event-words.json",
  "report/events.ts",
  "report/extract/candidates-words.json",
  "report/extract/corpus-table-words.json",
  "report/extract/row-doubt-words.json",
  "report/form/questions.json",
  "report/form/words.ts",
  "report/ingest-note-words.json",
  "report/ledger/words.json",
  "report/check/appeal-law.json",
  "report/kit/words.json",
  "report/law-names.json",
  "report/legal-words.json",
  "report/parity/words.kk.json",
  "report/parity/words.ru.json",
  "report/lint/own-words.json",
  "report/lint/words.kk.json",
  "report/lint/words.ru.json",
  "report/messages/help-words.json",
  "report/messages/words.json",
  "report/names.ts",
  "report/outline/words.json",
  "report/rule-words.json",
  "report/rules/law-words.json",
  "report/rules/rulebook-words.json",
  "report/twin/words.json",
  "report/source-place-words.json",
  "report/unread-share-words.json",
  "web/apply/apply-words.json",
  "web/book-ui-words.json",
  "web/card-words.json",
  "report/rules/condition-phrases.json",
  "web/condition/condition-form-words.json",
  "web/fault-words.json",
  "web/condition/vocabulary-words.json",
  "web/language-names.json",
  "web/layout.tsx",
  "web/opening-words.json",
  "web/ui-words.json",
];

/** A Cyrillic letter, as it is, escaped, or named by its script. */
const CYRILLIC = /[\u0400-\u052F]|\\u\{?0*[45][0-9a-f]{2}\b|\{(?:Script=|sc=|Script_Extensions=|scx=)Cyr/iu;

/** Cyrillic letters in what a file of code says: its strings, patterns and templates, but for its examples. */
function inCode(code: string, name: string): string[] {
  const file = ts.createSourceFile(name, code, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText(file) === "examples") return;
    const says =
      ts.isLiteralExpression(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isTemplateHead(node);
    if ((says || ts.isJsxText(node)) && CYRILLIC.test(node.getText(file)))
      found.push(`${name}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`);
    if (ts.isIdentifier(node) && CYRILLIC.test(node.text)) found.push(`${name}: ${node.text}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function inFile(name: string): string[] {
  const text = readFileSync(join(source, name), "utf8");
  if (/\.tsx?$/u.test(name)) return inCode(text, name);
  return CYRILLIC.test(text) ? [name] : [];
}

const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(source, join(entry.parentPath, entry.name)));

describe("letters of a language", () => {
  it("stand in language/, in examples and in wordings of reports, and nowhere else", () => {
    const free = (name: string): boolean => name.startsWith("language/") || WORDINGS.includes(name);
    expect(files.filter((name) => !free(name)).flatMap(inFile)).toEqual([]);
  });

  it("are in every file that may have them", () => {
    expect(WORDINGS.filter((name) => inFile(name).length === 0)).toEqual([]);
  });

  it("are seen in strings, templates, patterns, names and markup, escaped too", () => {
    for (const code of [
      'const a = "қ";',
      "const a = `x${1}қ`;",
      "const a = `қ${1}`;",
      "const a = `қ`;",
      "const a = /[а-я]/u;",
      "const a = /[\\u0400-\\u052F]/u;",
      "const a = /[\\u{430}]/u;",
      "const a = /\\p{Script=Cyrillic}/u;",
      'const a = "\\u04d9";',
      "const a = <b>қ</b>;",
      "const қ = 1;",
      'const a = { "қ": 1 };',
    ])
      expect(inCode(code, "x.tsx"), code).toHaveLength(1);
  });

  it("are free in comments and examples", () => {
    expect(inCode('/** `қызмет` */ const a = 1; // қ\nconst b = { examples: ["қ"] };', "x.ts")).toEqual([]);
  });
});
