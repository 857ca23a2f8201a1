import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { size } from "../size.ts";
import { actOf } from "./drafting/act.ts";
import { drafted, EDITS } from "./drafting/drafted.ts";

/** What bench/drafting-rates.ts does with many acts: one of each edit that a drafter makes, all in one text at once. */
describe.each(["acts/94652-rus.md", "acts/94652-kaz.md", "acts/141481-kaz.md"])(
  "a drafter's edits of %s",
  (file) => {
    const act = actOf(file, readFileSync(new URL(`../fixtures/${file}`, import.meta.url), "utf8"));
    const rounds = Array.from({ length: size(1, 10) }, (_, round) => drafted(act, EDITS, round + 1));

    it("are told where they say something else", () => {
      const missed = rounds.flatMap(({ made }) =>
        made.filter(({ edit, told }) => edit.told && told.length === 0),
      );
      expect(missed.map(({ edit, splices }) => [edit.kind, splices])).toEqual([]);
      expect(rounds.flatMap(({ made }) => made.filter(({ edit }) => edit.told)).length).toBeGreaterThan(8);
    });

    it("are not told where they say the same, and nothing is told where nothing was edited", () => {
      const said = rounds.flatMap(({ made }) =>
        made.filter(({ edit, told }) => !edit.told && told.length > 0),
      );
      expect(said.map(({ edit, splices }) => [edit.kind, splices])).toEqual([]);
      expect(
        rounds.flatMap(({ astray }) =>
          astray.map(({ code, old, new: now }) => [code, old?.quote, now?.quote]),
        ),
      ).toEqual([]);
    });
  },
);
