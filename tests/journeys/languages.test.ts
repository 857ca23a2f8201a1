import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { tarmaq } from "./tarmaq.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-languages-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const kazakh = file(
  "kazakh.txt",
  "      1. Мемлекеттік қызмет тегін, үш жұмыс күні ішінде көрсетіледі.\n".repeat(5),
);
const texts = {
  "an act in English": file(
    "english.txt",
    "      1. The service is free and is rendered within 3 working days.\n".repeat(5),
  ),
  "a text without a letter": file("digits.txt", "1. 2. 3.\n"),
};

const russian = file(
  "russian.txt",
  "      1. Государственная услуга оказывается бесплатно, в течение 3 рабочих дней.\n".repeat(5),
);

/** Every command that answers by the rules of a text. */
const commands: Readonly<Record<string, (text: string) => readonly string[]>> = {
  extract: (text) => ["extract", text],
  "extract --unread": (text) => ["extract", text, "--unread"],
  "extract, one of two": (text) => ["extract", kazakh, text],
  lint: (text) => ["lint", text],
  "diff, the older": (text) => ["diff", text, kazakh],
  "diff, the newer": (text) => ["diff", kazakh, text],
  "diff, both": (text) => ["diff", text, text],
  "review --list": (text) => ["review", text, "--service", "1", "--list", "--rules", join(folder, "rules")],
  "review, the workbench": (text) => ["review", text, "--port", "0", "--rules", join(folder, "rules")],
  "rules build": (text) => ["rules", "build", text, "--rules", join(folder, "rules")],
  "rules build --check": (text) => ["rules", "build", text, "--check", "--rules", join(folder, "rules")],
};

/** Status 2, one message that names the file and the reason, nothing printed and nothing written. */
function expectRefusal(args: readonly string[], text: string, reason: RegExp): void {
  const before = readdirSync(folder);
  const { status, stdout, stderr } = tarmaq(...args);
  expect(status, stderr).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain(text);
  expect(stderr).toMatch(reason);
  expect(readdirSync(folder)).toEqual(before);
}

describe.each(Object.entries(texts))("%s is refused", (_name, text) => {
  it.each(Object.entries(commands))("by %s", (_, args) => {
    expectRefusal(args(text), text, /in none of the languages/u);
  });
});

describe("the outline", () => {
  it("shows the parts of an act", () => {
    const { status, stdout } = tarmaq("outline", russian);
    expect(status).toBe(0);
    expect(stdout).toContain("clause 1");
    expect(stdout).toContain("Государственная услуга");
  });

  it.each(["an act in English", "a text without a letter"] as const)("refuses %s", (name) => {
    expectRefusal(["outline", texts[name]], texts[name], /in none of the languages/u);
  });
});

it("an act in Kazakh is read by the same commands", () => {
  for (const args of [
    ["extract", kazakh],
    ["diff", kazakh, kazakh],
    ["outline", kazakh],
  ])
    expect(tarmaq(...args).status, args.join(" ")).toBe(0);
  expect(tarmaq("lint", kazakh).status).toBeLessThan(2);
});
