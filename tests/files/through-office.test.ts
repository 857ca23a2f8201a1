import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { throughOffice } from "../../src/files/through-office.ts";
import { read, receive } from "../../src/reading.ts";
import { valuesOf } from "../formats/rules-alike.ts";
import { documentBytes } from "../ingest/documents.ts";

/** A command that stands for LibreOffice: it takes the same words, and its DOCX is one that LibreOffice has made. */
const OFFICE = (docx: string): string => `#!/usr/bin/env node
const { copyFileSync, mkdirSync } = require("node:fs");
const out = process.argv[process.argv.indexOf("--outdir") + 1];
mkdirSync(out, { recursive: true });
copyFileSync(${JSON.stringify(docx)}, out + "/act.docx");
`;
const made = join(import.meta.dirname, "../fixtures/documents/draft.docx");
let folder: string;
const program = (name: string, script: string): string => {
  const file = join(folder, name);
  writeFileSync(file, script);
  chmodSync(file, 0o755);
  return file;
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tarmaq-office-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it("what another program has made of a file is read as the file's own text, and said to be so", async () => {
  const bytes = documentBytes("draft.odt");
  const office = program("office", OFFICE(made));
  const { value, findings } = await receive(bytes, { file: "draft.odt" }, (...of) =>
    throughOffice(...of, office),
  );
  expect(value.content).toContain(
    "3. Қызмет көрсету мерзімі өтініш берілген күннен бастап 5 (бес) жұмыс күні.",
  );
  expect(value.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  expect(findings[0]).toMatchObject({ code: "ingest/converted", severity: "note", details: { kind: "odt" } });
});

it("without the program, or where it fails, the file is refused for that", async () => {
  const bytes = documentBytes("draft.rtf");
  const absent = await receive(bytes, { file: "f" }, (...of) => throughOffice(...of, join(folder, "absent")));
  expect(absent.findings.map(({ code }) => code)).toEqual(["ingest/needs-office"]);
  for (const script of ["#!/bin/sh\nexit 1\n", "#!/bin/sh\nexit 0\n"]) {
    const failing = program("failing", script);
    const failed = await receive(bytes, { file: "f" }, (...of) => throughOffice(...of, failing));
    expect(failed.findings.map(({ code }) => code)).toEqual(["ingest/office-failed"]);
    expect(failed.value.content).toBe("");
  }
});

it("where LibreOffice has lost a table of a DOC, that is told", async () => {
  const office = program("office", OFFICE(made));
  const codes = async (words: string): Promise<string[]> => {
    const doc = Buffer.concat([documentBytes("draft.doc"), Buffer.from(words, "utf16le")]);
    const { findings } = await receive(doc, { file: "draft.doc" }, (...of) => throughOffice(...of, office));
    return findings.map(({ code }) => code);
  };
  // As one sentence: clause 3 of what the program made. Parted in the DOC, it was two cells.
  expect(await codes("\rҚызмет көрсету мерз\u0007імі өтініш берілген\r")).toContain("ingest/table-lost");
  expect(await codes("\rҚызмет көрсету\u0007мерзімі өтініш\r")).not.toContain("ingest/table-lost");
});

describe("LibreOffice itself", () => {
  if (spawnSync("soffice", ["--version"]).status !== 0) {
    console.warn("NOT RUN: soffice is not installed; ODT, RTF and DOC are read by what stands for it alone.");
    it.skip("an act as ODT, RTF and DOC: NOT RUN, soffice is not installed");
    return;
  }
  it.each([
    ["odt", "writer8"],
    ["rtf", "Rich Text Format"],
    ["doc", "MS Word 97"],
  ])(
    "an act saved as %s gives the rules of its Markdown, and says that it was opened so",
    async (kind, filter) => {
      const act = join(import.meta.dirname, "../fixtures/formats/act");
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
      const from = ["--infilter=HTML (StarWriter)", "--convert-to", `${kind}:${filter}`];
      execFileSync("soffice", [profile, "--headless", ...from, "--outdir", folder, `${act}.html`], {
        stdio: "ignore",
      });
      const text = read(readFileSync(`${act}.md`), { file: "act.md" });
      const file = `act.${kind}`;
      const opened = read(await receive(readFileSync(join(folder, file)), { file }, throughOffice), { file });
      expect(valuesOf(text.candidates).length).toBeGreaterThan(20);
      expect(valuesOf(opened.candidates)).toEqual(valuesOf(text.candidates));
      expect(opened.findings).toContainEqual(
        expect.objectContaining({ code: "ingest/converted", severity: "note", details: { kind } }),
      );
      expect(opened.findings.map(({ code }) => code)).not.toContain("ingest/table-lost");
    },
  );
});
