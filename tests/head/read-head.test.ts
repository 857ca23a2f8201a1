import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { headOf } from "../../src/desk/about-of.ts";
import { readAct } from "../../src/desk/read-act.ts";
import type { ActHead } from "../../src/model/act-head.ts";

const root = join(import.meta.dirname, "../..");

const headIn = async (bytes: Uint8Array, file: string): Promise<ActHead> =>
  headOf(await readAct(bytes, { file }, file));
const headOfFile = (path: string): Promise<ActHead> =>
  headIn(readFileSync(join(root, path)), path.split("/").at(-1) ?? "");
const headOfText = (text: string): Promise<ActHead> => headIn(new TextEncoder().encode(text), "act.txt");

/** What a head says, without the words it says it in. */
const valuesIn = (head: ActHead): object =>
  Object.fromEntries(
    Object.entries(head).map(([field, said]) => [field, (said as { value: unknown }).value]),
  );

const MJ_RU = "Министр юстиции Республики Казахстан";
const MJ_KK = "Қазақстан Республикасы Әділет министрі";
const MVD_RU = "Министр внутренних дел Республики Казахстан";
const MVD_KK = "Қазақстан Республикасы Ішкі істер министрі";

/** Read in the texts by a person: number, adoption, body, edition, and where the text has them register and repeal. */
const READ: readonly (readonly [file: string, says: object])[] = [
  [
    "tests/fixtures/heads/114848-kaz.md",
    { number: "857", date: "2017-07-03", body: MJ_KK, edition: "2017-07-03" },
  ],
  [
    "tests/fixtures/heads/114848-rus.md",
    { number: "857", date: "2017-07-03", body: MJ_RU, edition: "2017-07-03" },
  ],
  // Its stamp has blanks for day and number: only who signed is told, and the latest of its amendments.
  ["tests/fixtures/heads/140547-rus.md", { body: MJ_RU, edition: "2026-07-09" }],
  [
    "tests/fixtures/heads/140664-2021-rus.md",
    {
      number: "224",
      date: "2020-03-18",
      body: MVD_RU,
      edition: "2021-11-16",
      registered: { number: "20173", date: "2020-03-27" },
    },
  ],
  [
    "tests/fixtures/heads/140854-kaz.md",
    { number: "258", date: "2020-03-27", body: MVD_KK, edition: "2020-03-27" },
  ],
  [
    "tests/fixtures/heads/140870-part-kaz.md",
    { number: "259", date: "2020-03-27", body: MVD_KK, edition: "2020-03-27" },
  ],
  [
    "tests/fixtures/heads/144367-rus.md",
    { number: "107", date: "2020-06-19", body: MJ_RU, edition: "2020-06-19" },
  ],
  [
    "tests/fixtures/acts/140664-2025-kaz.md",
    { number: "224", date: "2020-03-18", body: MVD_KK, edition: "2025-05-05" },
  ],
  [
    "tests/fixtures/acts/140664-2025-rus.md",
    { number: "224", date: "2020-03-18", body: MVD_RU, edition: "2025-05-05" },
  ],
  [
    "tests/fixtures/acts/141481-kaz.md",
    {
      number: "362",
      date: "2020-04-07",
      body: "Қазақстан Республикасы Премьер-Министрінің Бірінші орынбасары- Қаржы министрі",
      edition: "2020-04-07",
    },
  ],
  [
    "tests/fixtures/acts/142231-2025-kaz.md",
    { number: "5", date: "2020-04-21", body: MJ_KK, edition: "2025-09-26" },
  ],
  [
    "tests/fixtures/acts/143369-rus.md",
    {
      number: "61",
      date: "2020-05-28",
      body: "Исполняющий обязанности министра юстиции Республики Казахстан",
      edition: "2021-09-24",
    },
  ],
  [
    "tests/fixtures/acts/94652-kaz.md",
    { number: "442", date: "2015-05-08", body: MVD_KK, edition: "2017-05-30" },
  ],
  [
    "tests/fixtures/acts/94652-rus.md",
    { number: "442", date: "2015-05-08", body: MVD_RU, edition: "2017-05-30" },
  ],
  [
    "corpus/000_a653e2419e84acd7.txt",
    {
      number: "200",
      date: "2015-08-04",
      body: "Батыс Қазақстан облысы әкімдігі",
      edition: "2019-08-13",
      registered: { number: "4031", date: "2015-09-16" },
      repealed: { act: "Батыс Қазақстан облысы әкімдігінің № 75 қаулысы", date: "2020-04-20", number: "75" },
    },
  ],
  // No title: an approval sheet, then four regulations.
  [
    "corpus/001_d712d3f1c4521fe5.txt",
    { number: "3/561", date: "2013-07-01", body: "Алматы қаласы әкімдігі", edition: "2013-07-01" },
  ],
  [
    "corpus/002_b0c7419236df1d07.txt",
    {
      number: "99",
      date: "2024-11-27",
      body: "Қазақстан Республикасы Денсаулық сақтау министрі",
      edition: "2024-11-27",
      registered: { number: "35418", date: "2024-11-28" },
    },
  ],
  [
    "corpus/003_dbe8bee5fdfd350b.txt",
    {
      number: "ҚР ДСМ-49/2020",
      date: "2020-05-18",
      body: "Қазақстан Республикасы Денсаулық сақтау министрі",
      edition: "2022-11-30",
      registered: { number: "20665", date: "2020-05-19" },
    },
  ],
  [
    "corpus/004_82c2e7e009269d65.txt",
    {
      number: "118",
      date: "2015-08-10",
      body: "Қызылорда облыстық әкімдігі",
      edition: "2015-08-10",
      registered: { number: "5128", date: "2015-09-10" },
      repealed: { act: "Қызылорда облысы әкімдігінің № 163 қаулысы", date: "2020-02-06", number: "163" },
    },
  ],
];

describe("what the head of an act says", () => {
  it.each(READ)("%s", async (file, says) => {
    expect({ ...valuesIn(await headOfFile(file)), title: undefined }).toEqual(says);
  });

  it("has its title in the act's words; an act without one has none", async () => {
    const title = async (file: string): Promise<unknown> => (await headOfFile(file)).title?.value;
    expect(await title("tests/fixtures/acts/143369-rus.md")).toBe(
      "Об утверждении Правил оказания государственных услуг по вопросам адвокатской деятельности",
    );
    expect(await title("corpus/004_82c2e7e009269d65.txt")).toBe(
      "Мемлекеттік көрсетілетін қызметтер регламенттерін бекіту туралы",
    );
    expect(await title("corpus/001_d712d3f1c4521fe5.txt")).toBeUndefined();
  });

  it("shows the words of each value, where they stand in the file", async () => {
    const text = readFileSync(join(root, "corpus/004_82c2e7e009269d65.txt"), "utf8");
    const { registered, repealed } = await headOfFile("corpus/004_82c2e7e009269d65.txt");
    expect(registered?.words).toBe(
      "Қызылорда облысының Әділет департаментінде 2015 жылғы 10 қыркүйекте № 5128 болып тіркелді.",
    );
    const [span] = repealed?.spans ?? [];
    expect(text.slice(span?.start, span?.end).replace(/\s+/gu, " ")).toBe(
      "Күші жойылды - Қызылорда облысы әкімдігінің 2020 жылғы 6 ақпандағы № 163 қаулысымен",
    );
  });
});

const CLAUSES =
  "\n\n1. Утвердить Правила оказания государственной услуги.\n\n2. Настоящий акт вводится в действие со дня опубликования.\n";
const inRussian = (head: string, clauses = CLAUSES): Promise<ActHead> =>
  headOfText(`Об утверждении Правил оказания государственной услуги\n\n${head}${clauses}`);

describe("heads in the form of the register", () => {
  it("name a regional act, its register and the act that repealed it in Russian", async () => {
    const head = await inRussian(
      "Утратившее силу\nПостановление акимата Кызылординской области от 10 августа 2015 года № 118. Зарегистрировано Департаментом юстиции Кызылординской области 10 сентября 2015 года № 5128. Утратило силу постановлением акимата Кызылординской области от 6 февраля 2020 года № 163",
    );
    expect(valuesIn(head)).toMatchObject({
      number: "118",
      date: "2015-08-10",
      body: "акимат Кызылординской области",
      registered: { number: "5128", date: "2015-09-10" },
      repealed: {
        act: "постановление акимата Кызылординской области № 163",
        date: "2020-02-06",
        number: "163",
      },
    });
  });

  it("name a minister's order with letters in its number, and a number before the day", async () => {
    const health = await inRussian(
      "Приказ Министра здравоохранения Республики Казахстан от 18 мая 2020 года № ҚР ДСМ-49/2020. Зарегистрирован в Министерстве юстиции Республики Казахстан 19 мая 2020 года № 20665.",
    );
    expect(valuesIn(health)).toMatchObject({
      number: "ҚР ДСМ-49/2020",
      date: "2020-05-18",
      body: "Министр здравоохранения Республики Казахстан",
      registered: { number: "20665", date: "2020-05-19" },
    });
    const other = await inRussian(
      "Приказ Министра финансов Республики Казахстан № 144 от 20 февраля 2019 года.",
    );
    expect(valuesIn(other)).toMatchObject({ number: "144", date: "2019-02-20" });
  });

  it("say that an act was repealed, and not by which, where only that stands there", async () => {
    const head = await inRussian(
      "Утративший силу\nПриказ Министра финансов Республики Казахстан от 5 мая 2019 года № 14.",
    );
    expect(head.repealed?.value).toBe("unknown");
    expect(head.number?.value).toBe("14");
  });
});

describe("what a head does not say", () => {
  it("is no repeal of the act: that it repeals others, or that a clause of it was repealed", async () => {
    const head = await inRussian(
      "Приказ Министра финансов Республики Казахстан от 5 мая 2019 года № 14.",
      "\n\n1. Утвердить Правила.\n\n2. Утратил силу приказом Министра финансов Республики Казахстан от 7 июня 2021 года № 55.\n\n3. Признать утратившим силу приказ Министра финансов Республики Казахстан от 1 июня 2015 года № 7.\n",
    );
    expect(head.repealed).toBeUndefined();
  });

  it("is no number of its own: an act that the words before the first clause cite", async () => {
    const head = await inRussian(
      "В соответствии с приказом Министра юстиции Республики Казахстан от 1 марта 2018 года № 77 ПРИКАЗЫВАЮ:",
    );
    expect(head.number).toBeUndefined();
    expect(head.date).toBeUndefined();
  });

  it("is one of two: an order of two ministers, and stamps that differ", async () => {
    const joint = await inRussian(
      "Приказ Министра финансов Республики Казахстан от 5 мая 2019 года № 14 и Министра юстиции Республики Казахстан от 6 мая 2019 года № 15.",
    );
    expect(joint.number).toBeUndefined();
    const stamps = (number: string): string =>
      `\n\nУтверждены приказом\nМинистра финансов\nРеспублики Казахстан\nот 5 мая 2019 года № ${number}\n\nПравила оказания государственной услуги «Выдача справки ${number}»\n\nГлава 1. Общие положения\n\n1. Услугодатель выдаёт справку.\n`;
    expect((await inRussian("ПРИКАЗЫВАЮ:", `${CLAUSES}${stamps("14")}${stamps("14")}`)).number?.value).toBe(
      "14",
    );
    expect(
      (await inRussian("ПРИКАЗЫВАЮ:", `${CLAUSES}${stamps("14")}${stamps("15")}`)).number,
    ).toBeUndefined();
  });

  it("is no day that the calendar does not have", async () => {
    const head = await inRussian(
      "Приказ Министра финансов Республики Казахстан от 31 февраля 2019 года № 14.",
    );
    expect(head.date).toBeUndefined();
  });
});
