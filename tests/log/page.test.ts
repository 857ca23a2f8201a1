import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readMapping } from "../../src/files/read-mapping.ts";
import { readRulebook } from "../../src/files/read-rulebook.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-page-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const PAGE = readFileSync(join(import.meta.dirname, "../../docs/logs.md"), "utf8");
const files = [...PAGE.matchAll(/^```json\n([\s\S]*?)^```/gmu)].map(([, text = ""], index) => {
  const file = join(folder, `${index}.json`);
  writeFileSync(file, text);
  return file;
});

describe("the page on logs", () => {
  it("shows a mapping that is read, with every field that it explains", () => {
    const mapping = readMapping(files[0] ?? "");
    expect(Object.keys(mapping).sort()).toEqual([
      "channels",
      "columns",
      "defaults",
      "documents",
      "events",
      "grounds",
      "providers",
      "rounds",
      "services",
      "time",
      "zones",
    ]);
  });

  it("shows a rulebook by hand that is read, with the words of its rules", () => {
    const { rules } = readRulebook(
      files.find((file) => readFileSync(file, "utf8").includes('"rules"')) ?? "",
    );
    expect(rules.map(({ quote }) => quote)).toEqual([
      "entro novanta giorni dall'accertamento",
      "nel termine di giorni sessanta",
    ]);
  });
});
