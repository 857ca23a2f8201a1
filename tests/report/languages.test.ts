import { Writable } from "node:stream";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tarmaq } from "../../src/cli/tarmaq.ts";

const root = join(import.meta.dirname, "../..");

/** What a command prints in an environment, and its exit status. */
async function run(
  env: Readonly<Record<string, string>>,
  ...argv: readonly string[]
): Promise<[number, string]> {
  let out = "";
  const into = new Writable({
    write(piece: Buffer, _encoding, done) {
      out += piece.toString();
      done();
    },
  });
  const status = await tarmaq(argv, { stdout: into, stderr: into, env, cwd: root, now: () => 0 });
  return [status, out];
}

const CALENDAR = ["calendar", "kz", "2025"];
const TITLES = {
  kk: "2025 жыл, 5 күндік апта",
  ru: "2025 год, 5-дневная неделя",
  en: "2025, 5-day week",
} as const;

describe("the language of a command", () => {
  it.each([
    [{}, "en"],
    [{ LANG: "ru_RU.UTF-8" }, "ru"],
    [{ LANG: "kk_KZ.UTF-8" }, "kk"],
    [{ LANG: "kk-KZ" }, "kk"],
    [{ LC_MESSAGES: "ru_KZ.UTF-8", LANG: "kk_KZ.UTF-8" }, "ru"],
    [{ LC_ALL: "kk_KZ.UTF-8", LC_MESSAGES: "ru_RU", LANG: "en_GB.UTF-8" }, "kk"],
    [{ LC_ALL: "", LANG: "ru_RU.UTF-8" }, "ru"],
    // A locale that is set decides, also where it names no language of ours.
    [{ LC_ALL: "C", LANG: "ru_RU.UTF-8" }, "en"],
    [{ LANG: "de_DE.UTF-8" }, "en"],
    [{ TARMAQ_LANG: "kk", LC_ALL: "ru_RU.UTF-8" }, "kk"],
    [{ TARMAQ_LANG: "ru_KZ.UTF-8" }, "ru"],
    [{ TARMAQ_LANG: "", LANG: "kk_KZ.UTF-8" }, "kk"],
  ] as const)("%o", async (env, language) => {
    const [status, out] = await run(env, ...CALENDAR);
    expect(status).toBe(0);
    expect(out).toContain(TITLES[language]);
  });

  it("is that of --lang before all else", async () => {
    for (const language of ["kk", "ru", "en"] as const)
      for (const asked of [["--lang", language], [`--lang=${language}`]]) {
        const [, out] = await run({ TARMAQ_LANG: "kk", LANG: "ru_RU.UTF-8" }, ...CALENDAR, ...asked);
        expect(out).toContain(TITLES[language]);
      }
  });

  it("is refused where TARMAQ_LANG names none of ours", async () => {
    const [status, out] = await run({ TARMAQ_LANG: "de" }, ...CALENDAR);
    expect(status).toBe(2);
    expect(out).toContain('TARMAQ_LANG: "de" is none of our languages\n  Say one of kk, ru, en.');
  });

  it("is that of errors and of help as well", async () => {
    expect(await run({ LANG: "ru_RU.UTF-8" }, "check", "nowhere.json")).toEqual([
      2,
      "tarmaq: nowhere.json: файла нет или его нельзя прочитать\n  Проверьте путь.\n",
    ]);
    expect(await run({}, "calendar", "kz", "1890", "--lang", "kk")).toEqual([
      2,
      expect.stringContaining("kz күнтізбесінде 1890 жыл жоқ"),
    ]);
    const [, help] = await run({ LANG: "ru_RU.UTF-8" }, "due", "--help");
    expect(help).toContain("Использование: tarmaq due [параметры]");
    expect(help).toContain('по умолчанию: "ru"');
    const [unknown, told] = await run({ LANG: "kk_KZ.UTF-8" }, "due", "--nothing");
    expect([unknown, told]).toEqual([2, "қате: белгісіз параметр «--nothing»\n"]);
  });

  it("changes nothing of what is for machines", async () => {
    const answers = await Promise.all(
      [{}, { LANG: "kk_KZ.UTF-8" }, { LANG: "ru_RU.UTF-8" }].map((env) =>
        run(
          env,
          ...["due", "--start", "2025-03-19T19:10", "--term", "1 working-day", "--zone", "Asia/Almaty"],
          ...["--calendar", "kz", "--format", "json"],
        ),
      ),
    );
    expect(new Set(answers.map(([, out]) => out)).size).toBe(1);
  });
});
