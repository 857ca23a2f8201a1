import { createHash } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { throughOffice } from "../../src/files/through-office.ts";
import { receive } from "../../src/ingest/receive.ts";
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
