import { createHash, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { openLibrary } from "../../src/library/open-library.ts";
import { canonicalJson } from "../../src/model/canonical-json.ts";
import { signerWith } from "../../src/library/sign.ts";
import type { Request } from "../../src/check/request.ts";
import { Judge } from "../../src/server/api/judged.ts";
import { runIn } from "../in-process.ts";

type Json = Record<string, unknown>;

const folder = mkdtempSync(join(tmpdir(), "tarmaq-replay-"));
const sample = (name: string): string =>
  join(import.meta.dirname, "../fixtures/check/kz-mz-2024-99-1", name, "request.json");
const run = async (...words: string[]): Promise<{ status: number; out: string; err: string }> =>
  await runIn(folder, [...words, "--lang", "en"]);

let files = 0;
function fileWith(value: unknown): string {
  const file = join(folder, `${(files += 1)}.json`);
  writeFileSync(file, typeof value === "string" ? value : JSON.stringify(value));
  return file;
}

const keyFiles = (): { key: string; publicKey: string } => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return {
    key: fileWith(privateKey.export({ type: "pkcs8", format: "pem" })),
    publicKey: fileWith(publicKey.export({ type: "spki", format: "pem" })),
  };
};
const ours = keyFiles();

/** A verdict with something in it changed. */
const changed = (verdict: Json, change: (copy: Json) => void): string => {
  const copy = structuredClone(verdict);
  change(copy);
  return fileWith(copy);
};
const reasonsOf = (verdict: Json): Json[] => verdict["reasons"] as Json[];
const receiptOf = (verdict: Json): Json => verdict["receipt"] as Json;

let verdict: Json;
beforeAll(async () => {
  const { out } = await run("check", sample("admit"), "--format", "json", "--signing-key", ours.key);
  verdict = JSON.parse(out) as Json;
});

describe("a verdict replayed", () => {
  it("is the same, signed with the key that is asked for", async () => {
    const told = await run("replay", fileWith(verdict), sample("admit"), "--public-key", ours.publicKey);
    expect(told).toMatchObject({ status: 0, err: "" });
    expect(told.out).toMatch(
      /^the same verdict: admit\nsigned by the key [0-9a-f]{16}: the signature is right\n$/,
    );
  });

  it("says what differs where the request is another", async () => {
    const { out, status } = await run("replay", fileWith(verdict), sample("refuse"));
    expect(status).toBe(1);
    expect(out).toMatch(/the request was [0-9a-f]{12}…/);
    expect(out).toContain("the answer was admit and is refuse");
  });

  it.each<[string, string, (copy: Json) => void]>([
    ["its answer", "verdict", (copy) => (copy["verdict"] = "refuse")],
    ["a sentence", "reasons", (copy) => (reasonsOf(copy)[0]!["sentence"] = "Everything is wrong.")],
    ["a quote of the law", "reasons", (copy) => (reasonsOf(copy)[0]!["quote"] = "…")],
    ["a reason that is gone", "reasons", (copy) => reasonsOf(copy).pop()],
    [
      "a due time",
      "deadlines",
      (copy) => ((copy["deadlines"] as Json[])[0]!["due"] = "2030-01-01T18:30:00+05:00"),
    ],
    ["a member that was not there", "remark", (copy) => (copy["remark"] = "paid")],
  ])("is refused where it was changed and its receipt was not: %s", async (_, member, change) => {
    const { out, status } = await run("replay", changed(verdict, change), sample("admit"));
    expect(status).toBe(1);
    expect(out).toContain(
      `the verdict was changed after its receipt was made; made again, these parts are otherwise: ${member}`,
    );
  });

  it("is the same as a server tells it, decisive reasons only and in Kazakh", async () => {
    const request = JSON.parse(readFileSync(sample("refuse"), "utf8")) as Request;
    const { json } = new Judge(openLibrary({ law: "beneath" })).judge(request, {
      lang: "kk",
      reasons: "decisive",
    });
    const answer = JSON.parse(json.toString()) as Json;
    expect(await run("replay", fileWith(answer), sample("refuse"))).toMatchObject({ status: 0 });
    // Its receipt alone says how it was told.
    expect(await run("replay", fileWith(receiptOf(answer)), sample("refuse"))).toMatchObject({ status: 0 });
    const file = changed(answer, (copy) => (reasonsOf(copy)[0]!["sentence"] = "…"));
    expect(await run("replay", file, sample("refuse"))).toMatchObject({ status: 1 });
  });
});

describe("a signature", () => {
  it.each<[string, string, (copy: Json) => void]>([
    [
      "the receipt was changed",
      "changed after it was signed",
      (copy) => (receiptOf(copy)["answer"] = "refuse"),
    ],
    ["it was taken away", "the receipt is not signed", (copy) => delete receiptOf(copy)["signature"]],
  ])("is refused where %s", async (_, words, change) => {
    const told = await run(
      "replay",
      changed(verdict, change),
      sample("admit"),
      "--public-key",
      ours.publicKey,
    );
    expect(told.status).toBe(1);
    expect(told.out).toContain(words);
  });

  it("is refused where it is another's, though the whole was forged with care", async () => {
    const { privateKey } = generateKeyPairSync("ed25519");
    const forged = { ...verdict, receipt: signerWith(privateKey).sign(receiptOf(verdict) as never) };
    const told = await run("replay", fileWith(forged), sample("admit"), "--public-key", ours.publicKey);
    expect(told.status).toBe(1);
    expect(told.out).toContain("which is another than the one given");
  });

  it("is told of where no key is given to check it with", async () => {
    const { out, status } = await run("replay", fileWith(verdict), sample("admit"));
    expect([status, out]).toEqual([
      0,
      expect.stringContaining("--public-key FILE has the signature checked"),
    ]);
  });

  it.each(["no key", generateKeyPairSync("x25519").privateKey.export({ type: "pkcs8", format: "pem" })])(
    "is not made with what is no Ed25519 key",
    async (key) => {
      const told = await run("check", sample("admit"), "--format", "json", "--signing-key", fileWith(key));
      expect(told).toMatchObject({ status: 2, out: "" });
      expect(told.err).toContain("is no Ed25519 key in PEM");
    },
  );
});

describe("a receipt whose hash is of the hashes of the answer's parts, as they were once", () => {
  const sha256 = (value: unknown): string => createHash("sha256").update(canonicalJson(value)).digest("hex");
  const older = (change: (copy: Json) => void = () => undefined): string =>
    changed(verdict, (copy) => {
      const { receipt, ...answer } = copy as { receipt: Json };
      const parts = Object.entries(answer).map(([name, value]): [string, unknown] => [
        name,
        name === "reasons"
          ? (value as unknown[]).map(sha256)
          : typeof value === "object"
            ? sha256(value)
            : value,
      ]);
      receipt["told"] = { lang: "en", reasons: "all", sha256: sha256(Object.fromEntries(parts)) };
      delete receipt["signature"];
      change(copy);
    });

  it("is replayed as it was made, and refused where the answer was changed", async () => {
    expect(await run("replay", older(), sample("admit"))).toMatchObject({ status: 0, err: "" });
    const file = older((copy) => (reasonsOf(copy)[0]!["sentence"] = "…"));
    const altered = await run("replay", file, sample("admit"));
    expect(altered.status).toBe(1);
    expect(altered.out).toContain("the verdict was changed after its receipt was made");
  });
});

describe("a receipt of before receipts covered the whole answer", () => {
  const older = (change: (copy: Json) => void = () => undefined): string =>
    changed(verdict, (copy) => {
      delete receiptOf(copy)["told"];
      delete receiptOf(copy)["signature"];
      change(copy);
    });

  it("says what it covers, and what is beside it is held against the verdict made again", async () => {
    const same = await run("replay", older(), sample("admit"));
    expect(same.status).toBe(0);
    expect(same.out).toContain("is of before receipts covered the whole answer: it covers the request");
    const altered = await run(
      "replay",
      older((copy) => (copy["verdict"] = "refuse")),
      sample("admit"),
    );
    expect(altered.status).toBe(1);
    expect(altered.out).toContain("these parts are otherwise: verdict");
  });
});
