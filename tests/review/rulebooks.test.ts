import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { rulebookFiles } from "../../src/files/read-rulebook.ts";
import { tarmaq } from "../../src/cli/tarmaq.ts";

const root = resolve(import.meta.dirname, "../..");
const corpus = readdirSync(join(root, "corpus"))
  .filter((name) => name.endsWith(".txt"))
  .map((name) => join(root, "corpus", name));

test("every rulebook of the corpus is, byte for byte, what its decisions make of the candidates", async () => {
  let out = "";
  const collect = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      out += chunk.toString();
      done();
    },
  });
  const io = { stdout: collect, stderr: collect, env: {}, cwd: root, now: () => 0 };
  const status = await tarmaq(["rules", "build", ...corpus, "--check"], io);
  expect(out.split("\n").filter((line) => line !== "" && !line.startsWith("as decided"))).toEqual([]);
  expect(status).toBe(0);
});

test("beside every rulebook of the corpus stand the decisions it was made by", () => {
  const books = rulebookFiles(join(root, "rules")).filter((file) => file.includes("/kz-"));
  expect(books.length).toBeGreaterThan(0);
  expect(books.filter((file) => !existsSync(join(dirname(file), "decisions.jsonl")))).toEqual([]);
});
