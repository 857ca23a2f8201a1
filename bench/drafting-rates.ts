/**
 * How many of a drafter's edits are told, and what is told beside them: `npx tsx bench/drafting-rates.ts ROUNDS ACT.md…`. Each round makes
 * one edit of each kind in each act, all at once. `SHOW=1` prints what was missed or told falsely.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Change } from "../src/model/change.ts";
import { actOf } from "../tests/diff/drafting/act.ts";
import { drafted, EDITS } from "../tests/diff/drafting/drafted.ts";

const [rounds = "2", ...files] = process.argv.slice(2);
const show = process.env["SHOW"] === "1";
const counts = new Map(EDITS.map(({ kind, told }) => [kind, { told, made: 0, hit: 0, beside: 0 }]));
let astray = 0;
let right = 0;

const short = ({ code, old, new: now, fields }: Change): string =>
  `${code} ${JSON.stringify(fields)}\n      - ${old?.path ?? ""}: ${old?.quote.slice(0, 200) ?? ""}\n      + ${now?.path ?? ""}: ${now?.quote.slice(0, 200) ?? ""}`;

for (const file of files) {
  const act = actOf(basename(file), readFileSync(file, "utf8"));
  for (let round = 1; round <= Number(rounds); round += 1) {
    const result = drafted(act, EDITS, round * 7919 + act.text.length);
    for (const { edit, told, splices } of result.made) {
      const count = counts.get(edit.kind);
      if (count === undefined) continue;
      count.made += 1;
      if (told.length > 0) count.hit += 1;
      if (edit.told && told.length > 0) right += 1;
      if (edit.told && told.length > 1) count.beside += told.length - 1;
      const bad = edit.told ? told.length !== 1 : told.length > 0;
      if (show && bad) {
        const [first] = splices;
        console.log(
          `${act.name} ${round} ${edit.kind}: ${act.text.slice((first?.start ?? 0) - 80, first?.start)}[[${act.text.slice(first?.start, first?.end)} → ${first?.by ?? ""}]]`,
        );
        for (const change of told) console.log(`    ${short(change)}`);
      }
    }
    astray += result.astray.length;
    if (show) for (const change of result.astray) console.log(`${act.name} ${round} ASTRAY ${short(change)}`);
  }
}

let [made, hit, false_, beside] = [0, 0, astray, 0];
for (const [kind, count] of counts) {
  console.log(
    `${kind.padEnd(30)} made ${count.made}; told ${count.hit}${count.told ? `; more than once ${count.beside}` : ""}`,
  );
  if (count.told) {
    made += count.made;
    hit += count.hit;
    beside += count.beside;
  } else false_ += count.hit;
}
const percent = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
console.log(
  `found ${hit} of ${made} (${percent(hit, made)}); false ${false_} of ${right + false_} told (${percent(false_, right + false_)}), of which astray ${astray}; more than once ${beside}`,
);
