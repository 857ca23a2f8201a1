import { createServer } from "node:net";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ReviewOptions } from "../../src/server/workbench/workbench.ts";
import { workbenchApp } from "../../src/server/workbench/workbench-app.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures");
const SHORT = readFileSync(join(FIXTURES, "heads/144367-rus.md"));
const OTHER = readFileSync(join(FIXTURES, "heads/140547-rus.md"));
const MEGABYTES = 32;

let folder: string;
let app: FastifyInstance;
let cookie: string;
let token: string;
const kept = (...path: string[]): string => join(folder, "acts", ...path);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "tarmaq-opening-"));
  await start({});
});
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

async function start(options: Partial<ReviewOptions>): Promise<void> {
  app = await workbenchApp({
    acts: { folders: [kept()], files: [] },
    kept: kept(),
    cwd: folder,
    rules: { folder: join(folder, "rules") },
    reviewers: { is: "local", name: "Aigul" },
    lang: "en",
    assets: folder,
    now: () => Date.parse("2026-11-30T10:00:00Z"),
    ...options,
  });
  const page = await app.inject({ url: "/review/", headers: { host: "localhost" } });
  cookie = String(page.headers["set-cookie"]).split(";")[0] ?? "";
  token = /name="tarmaq-token" content="([^"]*)"/u.exec(page.body)?.[1] ?? "";
}

const own = (): Record<string, string> => ({
  host: "localhost",
  origin: "http://localhost",
  "sec-fetch-site": "same-origin",
  cookie,
  "x-tarmaq-token": token,
});

async function post(
  what: string,
  body: string | Uint8Array | object,
  headers: Record<string, string> = {},
): Promise<{ status: number; answer: Record<string, unknown> }> {
  const isFile = body instanceof Uint8Array;
  const response = await app.inject({
    method: "POST",
    url: `/review/${what}`,
    headers: {
      ...own(),
      "content-type": isFile ? "application/octet-stream" : "application/json",
      ...headers,
    },
    payload: isFile ? Buffer.from(body) : JSON.stringify(body),
  });
  return { status: response.statusCode, answer: JSON.parse(response.body) as Record<string, unknown> };
}
const upload = (name: string, bytes: Uint8Array): ReturnType<typeof post> =>
  post(`open?name=${encodeURIComponent(name)}`, bytes);
const about = (stem: string): Record<string, unknown> =>
  JSON.parse(readFileSync(kept(`${stem}.about.json`), "utf8")) as Record<string, unknown>;
const page = async (path: string): Promise<string> =>
  (await app.inject({ url: `/review/${path}`, headers: { host: "localhost", cookie } })).body;

const files = (): string[] => (existsSync(kept()) ? readdirSync(kept()).sort() : []);

describe("a file that is sent", () => {
  it("is kept with what its head says, and stands on the shelf without a restart", async () => {
    const { status, answer } = await upload("144367-rus.md", SHORT);
    expect(status).toBe(200);
    expect(answer).toMatchObject({ ok: true, act: "144367-rus", missing: ["registration", "force"] });
    expect(readFileSync(kept("144367-rus.md"))).toEqual(SHORT);
    expect(about("144367-rus")).toMatchObject({ number: "107", date: "2020-06-19", registered: "unknown" });
    expect(await page("")).toContain("desk/144367-rus");
    expect(await page("desk/144367-rus")).toContain("Глава 1. Общие положения");
    expect(files()).toEqual(["144367-rus.about.json", "144367-rus.md"]);
  });

  it("is one of two languages: the other is found beside it", async () => {
    await upload("94652-kaz.md", readFileSync(join(FIXTURES, "acts/94652-kaz.md")));
    expect(await page("desk/94652-kaz")).not.toContain('class="twin"');
    await upload("94652-rus.md", readFileSync(join(FIXTURES, "acts/94652-rus.md")));
    expect(await page("desk/94652-kaz")).toContain('class="twin"');
  });

  const REFUSED: readonly (readonly [why: string, name: string, bytes: Uint8Array, says: string])[] = [
    ["empty", "act.txt", new Uint8Array(), "is empty"],
    ["of an unknown name", "act.exe", SHORT, "is called like no text"],
    ["without a name", "", SHORT, "is called like no text"],
    [
      "of an unknown format",
      "act.pdf",
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      "",
    ],
    [
      "no act",
      "letter.txt",
      Buffer.from("Уважаемые коллеги, напоминаю вам о завтрашней встрече в десять часов утра."),
      "is no act",
    ],
    [
      "in a language that is not read",
      "act.md",
      Buffer.from("# Order\n\n1. The agency issues a certificate within ten days.\n\n2. It is free.\n"),
      "",
    ],
    ["a rulebook", "book.txt", Buffer.from('{"format":"tarmaq"}'), "this is a rulebook"],
  ];
  it.each(REFUSED)("is refused where it is %s, and nothing is kept", async (_, name, bytes, says) => {
    const { status, answer } = await upload(name, bytes);
    expect(status).toBe(422);
    expect(answer["ok"]).toBe(false);
    expect(String(answer["error"])).toContain(says);
    expect(String(answer["error"]).length).toBeGreaterThan(10);
    expect(files()).toEqual([]);
  });

  it("is refused under a name that is taken, whatever its capitals and ending, and with content that is open", async () => {
    await upload("act.md", SHORT);
    expect((await upload("ACT.txt", OTHER)).answer).toMatchObject({
      ok: false,
      error: expect.stringContaining("another act is kept under this name") as unknown,
    });
    expect((await upload("copy.md", SHORT)).answer).toMatchObject({
      ok: false,
      error: expect.stringContaining("its content is that of act") as unknown,
    });
    expect(files()).toEqual(["act.about.json", "act.md"]);
  });

  it.each([
    "../../evil.md",
    "/etc/evil.md",
    "..\\..\\evil.md",
    "acts/../../evil.md",
    ".evil.md",
    "a\u0000evil.md",
  ])("goes nowhere but into the folder: %j", async (name) => {
    expect((await upload(name, SHORT)).status).toBe(200);
    expect(files().length).toBe(2);
    for (const file of files()) expect(file).toMatch(/^(?:a-)?evil\.(?:md|about\.json)$/u);
    expect(readdirSync(folder).sort()).toEqual(["acts"]);
  });

  it("is refused where it is too large, before all of it has come", async () => {
    const { status, answer } = await upload("large.txt", new Uint8Array(MEGABYTES * 1024 * 1024 + 1));
    expect(status).toBe(413);
    expect(answer).toEqual({ ok: false, error: "The file is larger than 32 MB. Hand in one act a file." });
    expect(files()).toEqual([]);
  });

  it("of the same name sent twice at once is kept once", async () => {
    const both = await Promise.all([upload("act.md", SHORT), upload("act.md", OTHER)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect(files()).toEqual(["act.about.json", "act.md"]);
  });

  it.each([
    ["without the token of the session", { "x-tarmaq-token": "" }],
    ["from another site", { origin: "http://elsewhere.example", "sec-fetch-site": "cross-site" }],
    ["to a foreign name that leads here", { host: "rebound.example", origin: "http://rebound.example" }],
  ])("is refused %s", async (_, headers) => {
    expect((await post("open?name=act.md", SHORT, headers)).status).toBe(403);
    expect((await post("open-path", { path: FIXTURES }, headers)).status).toBe(403);
    expect((await post("may-open", {}, headers)).status).toBe(403);
    expect((await post("about", { act: "a", told: {} }, headers)).status).toBe(403);
    expect(files()).toEqual([]);
  });
});

describe("a place on this machine", () => {
  it("is a file, or a folder whose texts are opened and whose other files are left", async () => {
    mkdirSync(join(folder, "mine"));
    writeFileSync(join(folder, "mine", "one-rus.md"), SHORT);
    writeFileSync(join(folder, "mine", "two.txt"), OTHER);
    writeFileSync(join(folder, "mine", "notes.json"), "{}");
    writeFileSync(join(folder, "mine", "empty.md"), "");
    const one = await post("open-path", { path: "mine/one-rus.md" });
    expect(one.answer).toMatchObject({ ok: true, opened: [{ ok: true, act: "one-rus" }] });
    const { answer } = await post("open-path", { path: join(folder, "mine") });
    expect(answer).toMatchObject({
      ok: true,
      opened: [
        { ok: false, file: "empty.md" },
        { ok: false, file: "one-rus.md" },
        { ok: true, act: "two" },
      ],
    });
  });

  it("is refused where nothing is there, no text is in it, or it is no file", async () => {
    mkdirSync(join(folder, "none"));
    // Made by Node alone: a machine may have no mkfifo.
    const socket = createServer();
    await new Promise<void>((listening) => socket.listen(join(folder, "pipe.txt"), listening));
    symlinkSync("/dev/zero", join(folder, "zero.txt"));
    const answers = [];
    for (const path of ["nowhere.md", "none", "pipe.txt", "zero.txt"])
      answers.push(await post("open-path", { path }));
    socket.close();
    expect(answers.map(({ answer }) => JSON.stringify(answer))).toEqual([
      expect.stringContaining("there is no such file"),
      expect.stringContaining("this folder holds no text"),
      expect.stringContaining("this is no file"),
      expect.stringContaining("this is no file"),
    ]);
  });

  it("cannot be named where reviewers come over the network, who may send files", async () => {
    await app.close();
    await start({ reviewers: { is: "named", tokens: { lines: "Serik scope=review 0123456789abcdef" } } });
    const signed = await app.inject({
      method: "POST",
      url: "/review/sign-in",
      headers: { ...own(), "content-type": "application/x-www-form-urlencoded" },
      payload: "token=0123456789abcdef",
    });
    expect((await post("open?name=act.md", SHORT)).status).toBe(403);
    cookie = String(signed.headers["set-cookie"]).split(";")[0] ?? "";
    token = /name="tarmaq-token" content="([^"]*)"/u.exec(await page(""))?.[1] ?? "";
    const byPath = await post("open-path", { path: join(FIXTURES, "heads/144367-rus.md") });
    expect(byPath.status).toBe(403);
    expect(String(byPath.answer["error"])).toContain("cannot be named here");
    expect(await page("")).not.toContain('id="by-path"');
    expect((await upload("act.md", SHORT)).status).toBe(200);
  });
});

describe("the folder of acts", () => {
  it("shows what was put there by hand, and says what of it cannot be read", async () => {
    mkdirSync(kept());
    writeFileSync(kept("by-hand.md"), SHORT);
    writeFileSync(kept("broken.txt"), "");
    const shelf = await page("");
    expect(shelf).toContain("desk/by-hand");
    expect(shelf).toContain("<b>broken.txt</b>");
    expect(await page("about/by-hand")).toContain("Министр юстиции Республики Казахстан");
  });

  it("is swept of what a killed process has left there, and of nothing else", async () => {
    mkdirSync(kept());
    const left = kept(".0123456789abcdef.0123456789ab.tmp");
    const fresh = kept(".0123456789abcdef.ba9876543210.tmp");
    for (const file of [left, fresh, kept(".keep"), kept("act.md")]) writeFileSync(file, SHORT);
    const long = Date.parse("2026-11-30T09:00:00Z") / 1000;
    utimesSync(left, long, long);
    utimesSync(fresh, long + 3590, long + 3590);
    await app.close();
    await start({});
    expect([left, fresh, kept(".keep"), kept("act.md")].map((file) => existsSync(file))).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });
});
