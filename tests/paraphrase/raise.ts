import { readFileSync, writeFileSync } from "node:fs";
import { sharesOf, type Judged } from "./judge.ts";

/** As many as the test reads of a family every day. */
const EVERY_DAY = 20;

const file = new URL("floors.json", import.meta.url);

/** No floor is higher than what is asked of the reader in the end. */
const ASKED = 0.99;

type Floors = Readonly<Record<string, { readonly right: number; readonly whole: number }>>;

/** Raises a family's floors to what is read now, of the everyday acts and of all that were judged; never lowers them. */
export function raiseFloors(family: string, judged: readonly Judged[]): void {
  const floors = JSON.parse(readFileSync(file, "utf8")) as Floors;
  const both = [sharesOf(judged), sharesOf(judged.slice(0, EVERY_DAY))];
  const reached = (name: "right" | "whole"): number =>
    Math.max(
      floors[family]?.[name] ?? 0,
      Math.min(ASKED, Math.floor(100 * Math.min(...both.map((shares) => shares[name]))) / 100),
    );
  const raised: Floors = { ...floors, [family]: { right: reached("right"), whole: reached("whole") } };
  const lines = Object.entries(raised).map(
    ([id, { right, whole }]) => `  "${id}": { "right": ${right}, "whole": ${whole} }`,
  );
  writeFileSync(file, `{\n${lines.join(",\n")}\n}\n`);
}
