import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faults } from "../../src/files/validate.ts";
import type { History } from "../../src/model/history.ts";
import { runIn } from "../in-process.ts";

const act = readFileSync(join(import.meta.dirname, "../fixtures/amend/passes-act-rus.md"), "utf8");
const COMPLAINT = "Жалоба рассматривается в течение пяти рабочих дней со дня ее регистрации.";
const FIRST = act.replace("5. Пропуск выдается на один год.", `5. ${COMPLAINT}`);
const SHORTER = FIRST.replace("трех рабочих дней", "двух рабочих дней");
const RENUMBERED = SHORTER.replace(
  "4. Услугодатель",
  "4. Услугодатель регистрирует заявление в день его поступления.\n\n5. Услугодатель",
).replace(`5. ${COMPLAINT}`, `6. ${COMPLAINT}`);
const WITHOUT = RENUMBERED.replace(`\n6. ${COMPLAINT}\n`, "");
const UNREAD = FIRST.replace("трех рабочих дней", "3-х раб. дней");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "history-"));
  const texts = {
    "2020-05-05": FIRST,
    "2021-01-01": SHORTER,
    "2022-01-01": RENUMBERED,
    "2023-01-01": WITHOUT,
  };
  for (const [day, text] of Object.entries(texts)) writeFileSync(join(folder, `act-${day}.md`), text);
  writeFileSync(join(folder, "unread-2020-06-01.md"), UNREAD);
  writeFileSync(join(folder, "unknown.md"), SHORTER.replace("5 мая 2020 года № 9", "2020 года"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const DAYS = ["2022-01-01", "2020-05-05", "2021-01-01", "2023-01-01"];
const VERSIONS = DAYS.map((day) => `act-${day}.md`);

async function historyOf(...versions: readonly string[]): Promise<History> {
  const { out, err } = await runIn(folder, ["diff", "--history", ...versions, "--format", "json"]);
  expect(err).toBe("");
  return JSON.parse(out) as History;
}

/** The days and what happened on them, of the rule whose last words are these. */
function lifeOf({ lives, versions }: History, words: string): readonly string[] {
  const life = lives.find(({ events }) => events.at(-1)?.side.quote.includes(words) === true);
  return (life?.events ?? []).map(
    ({ version, is, side }) =>
      `${versions[version]?.since ?? ""} ${is} ${side.path?.split("/").at(-1) ?? ""}`,
  );
}

describe("the history of an act", () => {
  it("orders versions by their days and follows each rule through renumbering", async () => {
    const told = await historyOf(...VERSIONS);
    expect(told.versions.map(({ since }) => since)).toEqual([...DAYS].sort());
    expect(lifeOf(told, "рассматривает заявление")).toEqual([
      "2020-05-05 there clause-4",
      "2021-01-01 changed clause-4",
      "2022-01-01 reworded clause-5",
    ]);
    expect(lifeOf(told, "Жалоба")).toEqual([
      "2020-05-05 there clause-5",
      "2022-01-01 reworded clause-6",
      "2023-01-01 gone clause-6",
    ]);
    expect(lifeOf(told, "регистрирует")).toEqual(["2022-01-01 came clause-4"]);
  });

  it("tells a rule that a version was not read for as unread, not as gone, and takes it up where it is read again", async () => {
    const told = await historyOf("act-2020-05-05.md", "unread-2020-06-01.md", "act-2021-01-01.md");
    expect(lifeOf(told, "рассматривает заявление")).toEqual([
      "2020-05-05 there clause-4",
      "2020-06-01 unread clause-4",
      "2021-01-01 read-again clause-4",
    ]);
  });

  it("keeps the order as named where a day is unknown, and says that it is", async () => {
    const told = await historyOf("unknown.md", "act-2020-05-05.md");
    expect(told.versions.map(({ since }) => since)).toEqual(["unknown", "2020-05-05"]);
    const { out } = await runIn(folder, [
      "diff",
      "--history",
      "unknown.md",
      "act-2020-05-05.md",
      "--lang",
      "ru",
    ]);
    expect(out).toContain("день неизвестен – unknown.md");
  });

  it.each([
    ["kk", "пайда болғаны 1, өзгергені 1, жойылғаны 1, оқылмағаны 0"],
    ["ru", "появилось 1, изменилось 1, исчезло 1, не прочитано 0"],
    ["en", "came 1, changed 1, gone 1, not read 0"],
  ])("counts what happened, as text and as a page with a column a version: %s", async (language, counts) => {
    const { out, status } = await runIn(folder, [
      "diff",
      "--history",
      ...VERSIONS,
      "--lang",
      language,
      "--html",
      `${language}.html`,
    ]);
    expect(status).toBe(1);
    expect(out).toContain(counts);
    const page = readFileSync(join(folder, `${language}.html`), "utf8");
    expect(page).toContain(counts);
    expect(page.match(/<th scope="col">/gu)).toHaveLength(5);
    expect(page.match(/<tr><th scope="row">/gu)).toHaveLength(3);
  });

  it.each(["--pair 1=1", "--docx t.docx", "--log a.csv", "--drafts"])(
    "refuses what is of two versions only: %s",
    async (option) => {
      const [name = "", ...value] = option.split(" ");
      const { status, err } = await runIn(folder, [
        "diff",
        "--history",
        ...VERSIONS.slice(0, 2),
        name,
        ...value,
      ]);
      expect(status).toBe(2);
      expect(err).toContain(name);
    },
  );

  it("is told in JSON as its schema says", async () => {
    expect(faults("history", await historyOf(...VERSIONS, "unread-2020-06-01.md"))).toEqual([]);
  });

  it("wants two versions at least, and a comparison no more than two", async () => {
    expect((await runIn(folder, ["diff", "--history", "unknown.md"])).status).toBe(2);
    expect((await runIn(folder, ["diff", ...VERSIONS])).status).toBe(2);
  });
});
