import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { tarmaq } from "./tarmaq.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-bad-input-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A file of the scratch folder with this content. */
function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const request = {
  service: "kz-mz-2024-99/1",
  channel: "provider",
  submitted: "2025-03-17T10:00:00+05:00",
};
const map = "examples/map.json";

const cases: readonly { readonly name: string; readonly args: () => string[]; readonly names: RegExp }[] = [
  {
    name: "a text that is not there",
    args: () => ["extract", join(folder, "absent.txt")],
    names: /absent\.txt/u,
  },
  {
    name: "an empty text",
    args: () => ["extract", file("empty.txt", "")],
    names: /empty\.txt.*nothing in it/su,
  },
  {
    name: "a binary file",
    args: () => [
      "outline",
      file(
        "photo.txt",
        Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 251),
      ),
    ],
    names: /photo\.txt/u,
  },
  {
    name: "UTF-16 without a byte order mark",
    args: () => ["outline", file("utf16.txt", Buffer.from("1. Жалпы ережелер\n".repeat(40), "utf16le"))],
    names: /utf16\.txt.*UTF-16/su,
  },
  { name: "a folder in the place of a text", args: () => ["extract", folder], names: /folder|directory/u },
  {
    name: "a request that is no JSON",
    args: () => ["check", file("broken.json", '{"service": ')],
    names: /broken\.json.*JSON/su,
  },
  { name: "an empty request", args: () => ["check", file("nothing.json", "")], names: /nothing\.json/u },
  {
    name: "a request for a service nobody has",
    args: () => [
      "check",
      file("unknown-service.json", JSON.stringify({ ...request, service: "kz-nowhere-1/9" })),
    ],
    names: /kz-nowhere-1\/9/u,
  },
  {
    name: "a request without a channel",
    args: () => ["check", file("half.json", JSON.stringify({ service: request.service }))],
    names: /half\.json.*(?:channel|submitted)/su,
  },
  {
    name: "a log that is not there",
    args: () => ["audit", join(folder, "no.csv"), "--map", map],
    names: /no\.csv/u,
  },
  { name: "an empty log", args: () => ["audit", file("empty.csv", ""), "--map", map], names: /empty\.csv/u },
  {
    name: "a log without the mapped columns",
    args: () => ["audit", file("columns.csv", "a,b\n1,2\n3,4\n"), "--map", map],
    names: /columns\.csv.*column/su,
  },
  {
    name: "a mapping that is no JSON",
    args: () => ["audit", "examples/log.csv", "--map", file("map.json", "{]")],
    names: /map\.json/u,
  },
  { name: "a command that does not exist", args: () => ["extrakt", "x"], names: /extrakt/u },
  { name: "an option that does not exist", args: () => ["extract", "--colour"], names: /--colour/u },
];

describe("bad input", () => {
  it.each(cases)("$name: status 2, one message, no stack trace, nothing written", ({ args, names }) => {
    const given = args();
    const before = readdirSync(folder);
    const { status, stdout, stderr } = tarmaq(...given);
    expect(status, stderr).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(names);
    expect(stderr).not.toMatch(/^\s+at .*:\d+/mu);
    expect(stderr).not.toMatch(/fault of ours/u);
    expect(stderr.trim().split("\n").length).toBeLessThan(8);
    expect(readdirSync(folder)).toEqual(before);
  });

  it("leaves no half-written folder behind when extraction fails", () => {
    const out = join(folder, "out");
    mkdirSync(out);
    const { status } = tarmaq("extract", join(folder, "absent.txt"), "-o", out);
    expect(status).toBe(2);
    expect(readdirSync(out)).toEqual([]);
  });
});
