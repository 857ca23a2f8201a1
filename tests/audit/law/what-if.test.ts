import { expect, it } from "vitest";
import { audited, HOURS, lawful, mappingOf, term } from "./lawful.ts";

const BOOK = lawful([HOURS, term()]);
const MAPPING = mappingOf(["result-at-corporation"]);

// Monday 8 September 2025: the fifth working day is Monday the 15th, the sixth Tuesday the 16th.
const ROWS = `a submitted 2025-09-08T10:00 corporation; a result-at-corporation 2025-09-15T10:00 corporation
  a result-issued 2025-09-15T12:00 corporation`;

const flips = async (change: Parameters<typeof audited>[4]): Promise<string[]> =>
  ((await audited(ROWS, [BOOK], MAPPING, undefined, change)).changed?.cases ?? []).map(
    ({ rule, from, to }) => `${rule} ${from} ${to}`,
  );

it("a result a day before the term ends follows the term that another way of counting gives (Law on public services, art. 5(2)5)", async () => {
  expect(await flips({ change: { amount: 6 } })).toEqual(["kz-law/zgu/5-2-5 late met"]);
});

it("a duty that is not owed any more tells nothing, and no other rule is taken for it", async () => {
  // Services of one working day are exempt; the result of the 15th is then late.
  expect(await flips({ change: { amount: 1 } })).toEqual(["term met late"]);
});

it("a term of the law itself stays what it is", async () => {
  const bare = lawful([HOURS]);
  // 15 working days from 8 September end on the 29th (Administrative Procedural Code, art. 76(1)).
  const rows = "a submitted 2025-09-08T10:00; a result-issued 2025-09-29T12:00";
  const { changed } = await audited(rows, [bare], mappingOf(), undefined, { change: { amount: 1 } });
  expect(changed?.cases).toEqual([]);
});
