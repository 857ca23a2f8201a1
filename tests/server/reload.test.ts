import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "../../src/files/root.ts";
import { ask, served, type Served } from "./served.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-reload-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const rules = join(folder, "rules");
const tokens = join(folder, "tokens");
const book = join(rules, "book.json");
const FIRST = "aaaaaaaaaaaaaaaaaaaa";
const SECOND = "bbbbbbbbbbbbbbbbbbbb";

/** The rulebook of the first service with another version's name. */
function write(version: string): void {
  const text = readFileSync(join(root, "rules/kz-mz-2024-99/1/2024-11-27.json"), "utf8");
  writeFileSync(book, text.replace(/"version": "[^"]+"/, `"version": "${version}"`));
}

const versions = async ({ port }: Served, token: string): Promise<unknown> => {
  const { status, text } = await ask(port, "/rules", { headers: { authorization: `Bearer ${token}` } });
  return status === 200 ? (JSON.parse(text) as { version: string }[]).map(({ version }) => version) : status;
};

describe.each([1, 2])("a server of %i told to read its files anew", (workers) => {
  it("takes rules and tokens together, or keeps the rules where one of them cannot be read, and says which", async () => {
    rmSync(rules, { recursive: true, force: true });
    mkdirSync(rules);
    write("2024-11-27");
    writeFileSync(tokens, `one scope=check ${FIRST}\n`);
    const one = await served(
      "--rules",
      rules,
      "--token-file",
      tokens,
      "--workers",
      String(workers),
      "--drain-pause",
      "0",
    );
    expect(await versions(one, FIRST)).toEqual(["2024-11-27"]);
    writeFileSync(tokens, "one\n");
    write("2025-01-01");
    one.server.kill("SIGHUP");
    expect(await one.logged("file", tokens)).toBeDefined();
    expect(await versions(one, FIRST)).toEqual(["2024-11-27"]);
    writeFileSync(tokens, `one scope=check ${SECOND}\n`);
    writeFileSync(book, "{");
    one.server.kill("SIGHUP");
    expect(await one.logged("file", book)).toMatchObject({ reload: "refused" });
    write("2025-01-01");
    one.server.kill("SIGHUP");
    expect(await one.logged("reload", "done")).toEqual({ reload: "done", rulebooks: 1 });
    const all = await Promise.all(Array.from({ length: 8 }, () => versions(one, SECOND)));
    expect(all).toEqual(Array(8).fill(["2025-01-01"]));
    expect(await versions(one, FIRST)).toBe(401);
    one.server.kill("SIGTERM");
    expect(await once(one.server, "exit")).toEqual([0, null]);
  });
});
