import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  DiagnosticSeverity,
  LSPErrorCodes,
  type CodeAction,
  type Diagnostic,
  type DocumentSymbol,
  type Hover,
  type Location,
  type TextDocumentEdit,
  type TextEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { runIn } from "../in-process.ts";
import { answerAtOnce, Editor } from "./client.ts";

const ACT = readFileSync(new URL("../fixtures/lsp/act.txt", import.meta.url), "utf8");
const folder = mkdtempSync(join(tmpdir(), "tarmaq-lsp-"));
const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
const codes = (told: readonly Diagnostic[]): unknown[] => told.map(({ code }) => code);
const FOUND = ["lint/month-form", "lint/latin-letters", "lint/cutoff-against-closing"];

/** Where words begin in a text, as editors count. */
function rangeOf(text: string, words: string): Diagnostic["range"] {
  const document = TextDocument.create("", "", 0, text);
  const start = text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return { start: document.positionAt(start), end: document.positionAt(start + words.length) };
}

const textAt = (text: string, range: Diagnostic["range"]): string =>
  TextDocument.create("", "", 0, text).getText(range);

/** A text with the edits of an action made in it. */
function applied(text: string, { edit }: CodeAction): string {
  const edits = (edit?.documentChanges ?? []).flatMap((change) => (change as TextDocumentEdit).edits);
  return TextDocument.applyEdits(TextDocument.create("", "", 0, text), edits as TextEdit[]);
}

let editor: Editor;
let began: unknown;
beforeAll(async () => {
  editor = new Editor(folder);
  began = await editor.begin({ folder: pathToFileURL(folder).href, locale: "ru-KZ" });
});
afterAll(async () => {
  expect(await editor.leave()).toBe(0);
  rmSync(folder, { recursive: true });
});

/** The actions on the first finding of a code. */
const actionsOn = async (uri: string, told: readonly Diagnostic[], code: string): Promise<CodeAction[]> =>
  await editor.ask("textDocument/codeAction", uri, {
    range: told.find((one) => one.code === code)!.range,
    context: { diagnostics: [] },
  });

describe("an act in an editor", () => {
  const uri = uriOf("act.txt");
  let told: readonly Diagnostic[];
  beforeAll(async () => {
    await editor.open(uri, ACT);
    told = await editor.told(uri, 1);
  });

  it("is counted in UTF-16 units, and edits come in pieces", () => {
    expect(began).toMatchObject({
      capabilities: { positionEncoding: "utf-16", textDocumentSync: { openClose: true, change: 2 } },
    });
  });

  it("has the findings of the command, each at its words, in the language of the editor", async () => {
    writeFileSync(join(folder, "act.txt"), ACT);
    const { out } = await runIn(folder, ["lint", "act.txt", "--format", "json", "--lang", "ru"]);
    const { findings } = JSON.parse(out) as {
      findings: { code: string; message: string; places: { line: number; column: number }[] }[];
    };
    expect(codes(told)).toEqual(FOUND);
    expect(
      told.map(({ code, message, range: { start } }) => [code, message, start.line + 1, start.character + 1]),
    ).toEqual(findings.map(({ code, message, places: [at] }) => [code, message, at?.line, at?.column]));
    expect(told.map(({ severity }) => severity)).toEqual([
      DiagnosticSeverity.Information,
      DiagnosticSeverity.Warning,
      DiagnosticSeverity.Error,
    ]);
  });

  it("leads from a finding to its page and to the other place", () => {
    expect(told.every(({ codeDescription }) => existsSync(fileURLToPath(codeDescription!.href)))).toBe(true);
    const [other] = told[2]!.relatedInformation!;
    expect(textAt(ACT, other!.location.range)).toContain("9.00 до 18.30");
    expect(textAt(ACT, told[2]!.range)).toContain("19.00");
  });

  it("tells a finding with the words of the other place, and the rules read from a clause", async () => {
    const hover = async (words: string): Promise<string> => {
      const answer: Hover = await editor.ask("textDocument/hover", uri, {
        position: rangeOf(ACT, words).start,
      });
      return (answer.contents as { value: string }).value;
    };
    const cutoff = await hover("Прием заявлений");
    expect(cutoff).toContain("lint/cutoff-against-closing");
    expect(cutoff).toContain("> График работы услугодателя");
    expect(await hover("Срок оказания услуги")).toContain("20 рабочих дней");
  });

  it("has its tree as the outline, each entry around those in it", async () => {
    const symbols: DocumentSymbol[] = await editor.ask("textDocument/documentSymbol", uri);
    const names = (all: readonly DocumentSymbol[]): string[] =>
      all.flatMap(({ name, children }) => [name, ...names(children ?? [])]);
    expect(names(symbols).filter((name) => /^пункт \d/u.test(name))).toHaveLength(5);
    const after = (one: Location["range"]["start"], other: Location["range"]["start"]): boolean =>
      one.line > other.line || (one.line === other.line && one.character >= other.character);
    const check = ({ range, selectionRange, children = [] }: DocumentSymbol): void => {
      for (const inner of [selectionRange, ...children.map((child) => child.range)]) {
        expect(after(inner.start, range.start)).toBe(true);
        expect(after(range.end, inner.end)).toBe(true);
      }
      children.forEach(check);
    };
    symbols.forEach(check);
  });

  it("leads from a reference to what it names, and back to all that refer to it", async () => {
    const there: Location = await editor.ask("textDocument/definition", uri, {
      position: rangeOf(ACT, "пункту 3").start,
    });
    expect(there.range.start).toEqual(rangeOf(ACT, "3. Срок").start);
    const back: Location[] = await editor.ask("textDocument/references", uri, {
      position: rangeOf(ACT, "Срок оказания").start,
      context: { includeDeclaration: false },
    });
    expect(back.map(({ range }) => textAt(ACT, range))).toEqual(["пункту 3 настоящих Правил"]);
  });
});

describe("an edit", () => {
  it("changes what is found; of several in a row the last is told", async () => {
    const uri = uriOf("edited.txt");
    await editor.open(uri, ACT);
    await editor.told(uri, 1);
    await Promise.all([
      editor.change(uri, 2, rangeOf(ACT, "19.00"), "20.00"),
      editor.change(uri, 3, rangeOf(ACT, "19.00"), "21.00"),
      editor.change(uri, 4, rangeOf(ACT, "19.00"), "18.00"),
    ]);
    expect(codes(await editor.told(uri, 4))).toEqual(FOUND.slice(0, 2));
    const versions = editor.published.filter((one) => one.uri === uri).map(({ version }) => version ?? 0);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
  });

  it.each([
    ["lint/latin-letters", "зaявления", "заявления"],
    ["lint/month-form", "18 май", "18 мая"],
  ])("that mends %s takes the finding away and changes nothing else", async (code, before, after) => {
    const uri = uriOf(`${code.slice(5)}.txt`);
    await editor.open(uri, ACT);
    const [mend] = await actionsOn(uri, await editor.told(uri, 1), code);
    const mended = applied(ACT, mend!);
    expect(mended).toBe(ACT.replace(before, after));
    await editor.change(uri, 2, rangeOf(ACT, ACT), mended);
    expect(codes(await editor.told(uri, 2))).toEqual(FOUND.filter((one) => one !== code));
  });

  it("of the list of what is known sets a finding aside, and is kept with the list", async () => {
    const uri = uriOf("known.txt");
    await editor.open(uri, ACT);
    const told = await editor.told(uri, 1);
    const list = join(folder, "tarmaq-suppressions.json");
    const known = async (code: string): Promise<string> => {
      const text = existsSync(list) ? readFileSync(list, "utf8") : "";
      const aside = (await actionsOn(uri, told, code)).find(({ title }) => title.startsWith("Оставить"))!;
      const changes = aside.edit!.documentChanges!;
      expect(changes.map((change) => ("kind" in change ? change.kind : change.textDocument.uri))).toEqual([
        ...(text === "" ? ["create"] : []),
        pathToFileURL(list).href,
      ]);
      const [edits] = changes.filter((change) => !("kind" in change));
      return applied(text, { title: "", edit: { documentChanges: [edits!] } });
    };
    writeFileSync(list, await known("lint/cutoff-against-closing"));
    writeFileSync(list, await known("lint/month-form"));
    await editor.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: pathToFileURL(list).href, type: 2 }],
    });
    do await editor.next();
    while (editor.published.at(-1)!.uri !== uri);
    expect(codes(editor.published.at(-1)!.diagnostics)).toEqual(["lint/latin-letters"]);
    const { status, out } = await runIn(folder, ["lint", "act.txt", "--suppress", list, "--format", "json"]);
    expect([status, (JSON.parse(out) as { setAside: unknown[] }).setAside.length]).toEqual([1, 2]);
    writeFileSync(list, "{");
    await editor.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: pathToFileURL(list).href, type: 2 }],
    });
    do await editor.next();
    while (editor.published.at(-1)!.uri !== uri);
    const [wrong, ...found] = editor.published.at(-1)!.diagnostics;
    expect(wrong!.message).toContain("tarmaq-suppressions.json: ");
    expect(codes(found)).toEqual(FOUND);
    rmSync(list);
  });
});

describe("a page", () => {
  const paragraphs = ACT.split(/\n\n/u).map((part) => `<p>${part.replaceAll('"', "&quot;")}</p>`);
  const page = `<!doctype html>\r\n<html><head><meta charset="utf-8"><title>Act</title></head><body>\r\n${paragraphs.join("\r\n")}\r\n</body></html>`;

  it("has its findings at their words between the tags, and is mended there", async () => {
    const uri = uriOf("act.html");
    await editor.open(uri, page, "html");
    const told = await editor.told(uri, 1);
    expect(codes(told)).toEqual(FOUND);
    expect(textAt(page, told[1]!.range)).toBe("зaявления");
    expect(textAt(page, told[2]!.range)).toMatch(/^Прием .*19\.00/u);
    const [mend] = await actionsOn(uri, told, "lint/latin-letters");
    expect(applied(page, mend!)).toBe(page.replace("зaявления", "заявления"));
  });
});

describe("what is no act", () => {
  it.each([
    ["letters.txt", "qwerty ".repeat(300)],
    ["zeros.txt", "\0\0\u{1}PK\u{3}\u{4}\0"],
    ["half.txt", "\ud800 один \udc00"],
    ["page.html", "<html><body><p"],
    ["brackets.md", "[".repeat(20_000)],
  ])("is told to be none or has nothing found in it, and the server goes on: %s", async (name, text) => {
    const uri = uriOf(name);
    await editor.open(uri, text);
    const told = await editor.told(uri, 1);
    expect(told.filter(({ code }) => code !== undefined)).toEqual([]);
    const position = { line: 0, character: 0 };
    const answers = ["hover", "documentSymbol", "definition", "references"].map((asked) =>
      editor.ask(`textDocument/${asked}`, uri, { position, context: { includeDeclaration: true } }),
    );
    expect(await Promise.all(answers)).toHaveLength(4);
  });

  it("is told how to be looked at where an editor cannot: a Word document, a PDF", async () => {
    await editor.open(uriOf("act.docx"), "PK\u{3}\u{4}");
    const [only] = await editor.told(uriOf("act.docx"), 1);
    expect(only!.message).toContain("tarmaq lint act.docx");
  });

  it("has nothing told of it where nothing stands in it yet", async () => {
    await editor.open(uriOf("new.txt"), "\n");
    expect(await editor.told(uriOf("new.txt"), 1)).toEqual([]);
  });
});

describe("the server", () => {
  it("refuses a request that is taken back before it is answered, and one that it does not know", async () => {
    const uri = uriOf("taken-back.txt");
    const textDocument = { uri, languageId: "plaintext", version: 1, text: ACT };
    const answer = await answerAtOnce(
      folder,
      [
        { id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } },
        { method: "textDocument/didOpen", params: { textDocument } },
        { id: 2, method: "textDocument/documentSymbol", params: { textDocument: { uri } } },
        { method: "$/cancelRequest", params: { id: 2 } },
      ],
      2,
    );
    expect(answer).toMatchObject({ error: { code: LSPErrorCodes.RequestCancelled } });
    await expect(editor.connection.sendRequest("tarmaq/nonsense")).rejects.toThrow();
  });

  it("ends with 0 where the editor takes leave, with 1 where it does not or is gone", async () => {
    const rude = new Editor(folder);
    await rude.begin({});
    const gone = new Editor(folder);
    await gone.begin({});
    expect([await rude.leave({ politely: false }), await gone.vanish()]).toEqual([1, 1]);
  });

  it("finds by lints of one's own what they look for, and explains them; a faulty one takes nothing from ours", async () => {
    const rules = fileURLToPath(new URL("../../examples/lints", import.meta.url));
    const own = new Editor(folder, ["--rules", rules]);
    await own.begin({ locale: "en" });
    const uri = uriOf("own.txt");
    await own.open(uri, ACT);
    const told = await own.told(uri, 1);
    const found = told.find(({ code }) => code === "lint/term-too-long")!;
    expect(found.codeDescription?.href).toBe(pathToFileURL(join(rules, "term-too-long.json")).href);
    const answer: Hover = await own.ask("textDocument/hover", uri, { position: found.range.start });
    expect((answer.contents as { value: string }).value).toContain("Our office promises");
    await own.connection.sendNotification("workspace/didChangeConfiguration", {
      settings: { tarmaq: { rules: folder } },
    });
    do await own.next();
    while (own.published.at(-1)!.diagnostics.some(({ code }) => code === "lint/term-too-long"));
    const [wrong, ...ours] = own.published.at(-1)!.diagnostics;
    expect([wrong!.code, codes(ours)]).toEqual([undefined, FOUND]);
    expect(await own.leave()).toBe(0);
  });

  it("speaks as it is set, and offers an editor that makes no files none", async () => {
    const plain = new Editor(folder, ["--lang", "ru"]);
    await plain.begin({ locale: "ru", set: { lang: "en" }, editsFiles: false });
    const uri = uriOf("plain.txt");
    await plain.open(uri, ACT);
    const told = await plain.told(uri, 1);
    expect(told[1]!.message).toContain("Latin letters");
    const actions: CodeAction[] = await plain.ask("textDocument/codeAction", uri, {
      range: told[1]!.range,
      context: { diagnostics: [] },
    });
    expect(actions.map(({ edit }) => Object.keys(edit!.changes!))).toEqual([[uri]]);
    expect(await plain.leave()).toBe(0);
  });
});
