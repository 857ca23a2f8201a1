import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import HELP from "../../src/report/messages/help-words.json" with { type: "json" };
import { message } from "../../src/report/messages/message.ts";
import WORDS from "../../src/report/messages/words.json" with { type: "json" };

const source = join(import.meta.dirname, "../../src");

/** What a string says as it is written, with `{0}`, `{1}` … for its values; nothing where it says nothing itself. */
function templates(node: ts.Expression): string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...templates(node.whenTrue), ...templates(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return templates(node.expression);
  if (!ts.isTemplateExpression(node)) return [];
  const text =
    node.head.text + node.templateSpans.map(({ literal }, index) => `{${index}}${literal.text}`).join("");
  return /\p{L}/u.test(text.replaceAll(/\{\d\}/g, "")) ? [text] : [];
}

/** Every message and way out of a `Trouble`, and of what commander says of an argument. */
function thrown(file: string): string[] {
  const tree = ts.createSourceFile(
    file,
    readFileSync(join(source, file), "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && /^(?:Trouble|InvalidArgumentError)$/.test(node.expression.getText(tree)))
      for (const argument of node.arguments ?? []) {
        if (!ts.isObjectLiteralExpression(argument)) found.push(...templates(argument));
        else
          for (const property of argument.properties)
            if (ts.isPropertyAssignment(property) && property.name.getText(tree) === "wayOut")
              found.push(...templates(property.initializer));
      }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** A message as the program tells it: values that are no messages themselves. */
const told = (template: string): string => template.replaceAll(/\{\d\}/g, "№ 7");

/** What a worded message says itself, sentence by sentence, without its values. */
const sentences = (template: string): string[] =>
  template
    .split(/\{\d\}|(?<=[.;:)]) |\n/u)
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part));

const isSaid = (template: string): boolean =>
  (["kk", "ru"] as const).every((language) => message(told(template), language) !== told(template));

describe("messages of the program", () => {
  const files = (readdirSync(source, { recursive: true }) as string[]).filter((file) => /\.tsx?$/.test(file));
  const all = new Set(files.flatMap(thrown));

  it("are told in three languages, every one that is thrown", () => {
    expect(all.size).toBeGreaterThan(150);
    expect([...all].filter((template) => !isSaid(template))).toEqual([]);
  });

  it("are said by the program, every one that is worded", () => {
    const commander = join(import.meta.dirname, "../../node_modules/commander/lib");
    const said = [
      ...files.map((file) => join(source, file)),
      ...readdirSync(commander).map((file) => join(commander, file)),
    ]
      .map((file) => readFileSync(file, "utf8").replaceAll("\\", ""))
      .join("\n");
    // commander puts its errors together from halves.
    const worded = Object.keys({ ...WORDS, ...HELP }).filter((template) => !template.startsWith("error: "));
    const isWhole = (template: string): boolean => sentences(template).every((part) => said.includes(part));
    expect(worded.filter((template) => !isWhole(template))).toEqual([]);
  });

  it("keep all their values, once each, in every language", () => {
    const values = (text: string): string[] => (text.match(/\{\d\}/g) ?? []).sort();
    for (const [english, { kk, ru }] of Object.entries({ ...WORDS, ...HELP }))
      for (const text of [kk, ru]) expect([english, values(text)]).toEqual([english, values(english)]);
  });

  it("have messages inside messages told as well, and leave values as they are", () => {
    expect(message('must have "zone"', "ru")).toBe('должно быть "zone"');
    expect(message('there is no time zone "Asia/Atlantis"', "kk")).toBe('"Asia/Atlantis" уақыт белдеуі жоқ');
    expect(message("no letter can be written: the verdict is undetermined", "ru")).toBe(
      "письмо составить нельзя: решение не определено",
    );
    expect(message("a message that nobody knows", "ru")).toBe("a message that nobody knows");
    expect(message("is no JSON: Unexpected token", "en")).toBe("is no JSON: Unexpected token");
  });
});

describe("help", () => {
  const io = { stdout: process.stdout, stderr: process.stderr, env: {}, cwd: ".", now: () => 0 };
  const descriptions = (command: Command): string[] => [
    command.description(),
    ...command.options.map(({ description }) => description),
    ...command.registeredArguments.map(({ description }) => description),
    ...command.commands.flatMap(descriptions),
  ];

  it.each(COMMANDS)("of $name is told in three languages", async ({ name, summary, load }) => {
    const command = new Command(name).description(summary);
    (await load()).configure(command, io, () => undefined);
    expect(descriptions(command).filter((text) => text !== "" && !isSaid(text))).toEqual([]);
  });
});
