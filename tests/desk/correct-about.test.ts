import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ActUnderReview, ServiceText } from "../../src/desk/act.ts";
import { answer } from "../../src/desk/answer.ts";
import { correctAbout, type Corrected } from "../../src/desk/correct-about.ts";
import { openAct } from "../../src/desk/open-act.ts";
import { openFile } from "../../src/desk/open-file.ts";
import { keepDecisions, reviewService } from "../../src/desk/review-service.ts";
import type { AboutTold } from "../../src/desk/told-about.ts";
import type { About } from "../../src/model/about.ts";

const HEADS = join(import.meta.dirname, "../fixtures/heads");
const ACTS = join(import.meta.dirname, "../fixtures/acts");

let folder: string;
let path: string;
const rules = (): { folder: string } => ({ folder: join(folder, "rules") });
const at = "2026-11-30T10:00:00.000Z";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tarmaq-about-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function open(from: string, name: string): Promise<ActUnderReview> {
  const bytes = readFileSync(join(from, name));
  path = await openFile({ name, bytes }, { folder: join(folder, "acts"), by: "Aigul", at, open: [] });
  return openAct(path, rules());
}
const again = (): Promise<ActUnderReview> => openAct(path, rules());

/** What the form says where nothing in it is touched, of an act whose register and repeal are not known. */
const typed = (about: About): AboutTold => ({
  id: about.id,
  title: about.title,
  number: about.number === "unknown" ? "" : about.number,
  date: about.date === "unknown" ? "" : about.date,
  edition: about.edition === "unknown" ? "" : about.edition,
  body: about.body,
  registeredNumber: "",
  registeredDate: "",
  state: "unknown",
  repealedBy: "",
  repealedDate: "",
});
const correct = (
  act: ActUnderReview,
  told: Partial<AboutTold>,
  otherIds: string[] = [],
): Promise<Corrected> =>
  correctAbout(act, { ...typed(act.about as About), ...told }, { by: "Serik", at, otherIds });

/** Accepts the first rule of a service that waits. */
async function acceptOne(act: ActUnderReview): Promise<ServiceText> {
  for (const service of act.services) {
    const now = await reviewService(act, service);
    const rule = now.review.waiting[0]?.id;
    if (rule === undefined) continue;
    const made = answer({ action: "accept", rule }, now, { by: "Aigul", at, version: act.version });
    if (made.is !== "made") throw new Error("the decision was not made");
    await keepDecisions(now, [made.decision]);
    return service;
  }
  throw new Error("nothing waits");
}
const accepted = async (act: ActUnderReview): Promise<number> => {
  const reviews = await Promise.all(act.services.map((service) => reviewService(act, service)));
  return reviews.flatMap(({ review }) => review.decided).length;
};

describe("what is known of an act", () => {
  it("is corrected, kept with what was told before and by whom, and takes effect", async () => {
    const act = await open(HEADS, "140547-rus.md");
    const done = await correct(act, {
      number: "19",
      date: "2020-06-08",
      registeredNumber: "20847",
      registeredDate: "2020-06-10",
      state: "repealed",
      repealedBy: "приказ № 84",
      repealedDate: "2026-08-01",
    });
    expect(done.is).toBe("kept");
    const { about } = await again();
    expect(about).toMatchObject({
      number: "19",
      date: "2020-06-08",
      registered: { number: "20847", date: "2020-06-10" },
      status: { state: "repealed", by: { act: "приказ № 84", date: "2026-08-01" } },
      changes: [{ by: "Serik", at, was: { number: "unknown", date: "unknown", registered: "unknown" } }],
    });
    expect((await correct(await again(), { number: "19", date: "2020-06-08" })).is).toBe("kept");
    expect((await again()).about?.changes?.length).toBe(2);
  });

  it("is already so where nothing was changed", async () => {
    expect((await correct(await open(HEADS, "144367-rus.md"), {})).is).toBe("already");
  });

  it.each([
    [{ id: "../up" }, "id", "noName"],
    [{ id: "" }, "id", "noName"],
    [{ date: "2020-02-30" }, "date", "noDay"],
    [{ edition: "2019-01-01" }, "edition", "beforeAdoption"],
    [{ registeredNumber: "5" }, "registeredDate", "alsoDay"],
    [{ registeredDate: "2020-07-01" }, "registeredNumber", "alsoNumber"],
    [{ repealedDate: "2021-07-01", state: "repealed" }, "repealedBy", "alsoAct"],
    [{ repealedBy: "приказ № 5" }, "state", "notRepealed"],
    [{ state: "perhaps" }, "state", "noState"],
    [{ number: "9".repeat(101) }, "number", "tooLong"],
    [{ id: "Other" }, "id", "idTaken"],
  ])("cannot be %j", async (told, field, code) => {
    const act = await open(HEADS, "144367-rus.md");
    const before = readFileSync(join(folder, "acts/144367-rus.about.json"), "utf8");
    expect(await correct(act, told, ["other"])).toEqual({ is: "refused", fault: { field, code } });
    expect(readFileSync(join(folder, "acts/144367-rus.about.json"), "utf8")).toBe(before);
  });
});

describe("the version of a text with decisions", () => {
  it("is called otherwise and keeps them, those made at the same time under its former name too", async () => {
    const before = await open(ACTS, "142231-2025-kaz.md");
    await acceptOne(before);
    expect((await correct(before, { edition: "2026-01-01" })).is).toBe("kept");
    const after = await again();
    expect([after.version, after.formerVersions]).toEqual(["2026-01-01", ["2025-09-26"]]);
    expect(await accepted(after)).toBe(1);
    // A reviewer whose page is older decides on what it shows.
    await acceptOne(before);
    expect(await accepted(after)).toBe(2);
    // And back: nothing is lost on the way.
    expect((await correct(after, { edition: "2025-09-26" })).is).toBe("kept");
    expect(await accepted(await again())).toBe(2);
  });

  it("puts a book built under its former name out of the way of judging, and loses none of it", async () => {
    const act = await open(ACTS, "142231-2025-kaz.md");
    const { bookFile, number } = await acceptOne(act);
    writeFileSync(bookFile.file, '{"a":"book"}');
    const done = await correct(act, { edition: "2026-01-01" });
    const names = readdirSync(join(folder, "rules", act.id, String(number))).filter(
      (name) => name !== "decisions.jsonl",
    );
    expect(names).toEqual(["2025-09-26.json.superseded-2026-11-30T10-00-00-000Z"]);
    expect(done).toMatchObject({ superseded: [bookFile.file.replace("2025-09-26.json", names[0] ?? "")] });
  });

  it("is not one that another text of the act was decided on under", async () => {
    const act = await open(ACTS, "142231-2025-kaz.md");
    const service = await acceptOne(act);
    const file = service.decisionsFile.file;
    const other = { ...act, version: "2024-12-06" };
    rmSync(file);
    await acceptOne(other);
    expect(await correct(act, { edition: "2024-12-06" })).toEqual({
      is: "refused",
      fault: { field: "edition", code: "versionTaken" },
    });
  });
});

describe("the name of an act", () => {
  it("changes while there is no decision, and stays once there is one", async () => {
    const act = await open(HEADS, "144367-rus.md");
    expect((await correct(act, { id: "kz-mu-2020-107" })).is).toBe("kept");
    const named = await again();
    expect(named.id).toBe("kz-mu-2020-107");
    mkdirSync(join(folder, "rules/kz-mu-2020-107/0"), { recursive: true });
    writeFileSync(join(folder, "rules/kz-mu-2020-107/0/decisions.jsonl"), "");
    expect(await correct(named, { id: "another" })).toEqual({
      is: "refused",
      fault: { field: "id", code: "idInUse" },
    });
    expect(existsSync(join(folder, "acts/144367-rus.md"))).toBe(true);
  });
});
