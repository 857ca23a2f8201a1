import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readAbout } from "../../src/files/read-about.ts";
import { readMapping } from "../../src/files/read-mapping.ts";
import { readReceipt } from "../../src/files/read-receipt.ts";
import { readRequest } from "../../src/files/read-request.ts";
import { readRulebook } from "../../src/files/read-rulebook.ts";
import { readSuppressions } from "../../src/files/read-suppressions.ts";
import { Trouble } from "../../src/model/trouble.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-files-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const READERS = {
  about: readAbout,
  mapping: readMapping,
  receipt: readReceipt,
  request: readRequest,
  rulebook: readRulebook,
  suppressions: readSuppressions,
};

function troubleWith(read: (file: string) => unknown, content: string | Uint8Array | undefined): Trouble {
  const file = join(folder, content === undefined ? "nowhere.json" : "it.json");
  if (content !== undefined) writeFileSync(file, content);
  try {
    read(file);
  } catch (error) {
    if (error instanceof Trouble) {
      expect(error.at.file).toBe(file);
      return error;
    }
    throw error;
  }
  throw new Error("nothing was found wrong");
}

describe.each(Object.entries(READERS))("a file that should hold JSON of the kind %s", (name, read) => {
  it("is not there", () => {
    expect(troubleWith(read, undefined).message).toBe("is not there or cannot be read");
  });

  it("is empty, or no JSON, or not in UTF-8", () => {
    expect(troubleWith(read, "").message).toBe("is empty");
    expect(troubleWith(read, '{"id": ').message).toMatch(/^is no JSON: /);
    expect(troubleWith(read, Uint8Array.of(0x22, 0xff, 0x22)).message).toMatch(/^is no JSON: /);
    expect(troubleWith(read, "").at.wayOut).toContain("one JSON object in UTF-8");
  });

  it("does not fit its schema: the place, what was expected, and where the format is described", () => {
    const { message, at } = troubleWith(read, "[]");
    expect(message).toBe("must be object");
    expect(at.place).toMatch(/^the (?:whole )?[a-z]+$/);
    expect(at.wayOut).toContain(`schemas/${name}.schema.json`);
  });
});

it("one fault is told, and how many more there are", () => {
  const { at } = troubleWith(readMapping, '{"columns": 1, "events": 1, "colour": 1}');
  expect(at.wayOut).toMatch(/ There are \d more faults after this one\.$/);
});

it("a request larger than any can be is not read", () => {
  expect(troubleWith(readRequest, " ".repeat(1024 * 1024 + 1)).message).toBe("is larger than 1 MB");
});
