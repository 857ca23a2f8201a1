import { openLibrary } from "../../src/library/open-library.ts";
import { measured } from "./measure.ts";

/** Prints how many systems that differ in one rule the kits of all rulebooks tell apart: `npm run kit:figures`. */
const QUESTIONS = 2000;
const only = process.argv[2];
const library = openLibrary({ law: "beneath" });
const sum = { cases: 0, mutants: 0, killed: 0, bare: 0, missed: 0, alike: 0 };
console.log("service  cases  systems  told apart  by verdict and due alone  missed  alike");
for (const volume of library.volumes) {
  if (only !== undefined && !volume.book.id.includes(only)) continue;
  const { kit, mutants, killed, killedBare, missed, alike } = measured(library, volume, QUESTIONS);
  console.log(
    `${volume.book.id}  ${kit.cases.length}  ${mutants}  ${killed}  ${killedBare}  ${missed.length}  ${alike.length}`,
  );
  for (const each of missed) console.log(`  missed: ${each}`);
  if (process.argv.includes("--alike")) for (const each of alike) console.log(`  alike: ${each}`);
  sum.cases += kit.cases.length;
  sum.mutants += mutants;
  sum.killed += killed;
  sum.bare += killedBare;
  sum.missed += missed.length;
  sum.alike += alike.length;
}
const share = (of: number): string => `${((100 * of) / (sum.mutants - sum.alike)).toFixed(2)} %`;
console.log(
  `${sum.cases} cases; ${sum.mutants} systems, ${sum.alike} of them alike in ${QUESTIONS} random requests; of the others ${share(sum.killed)} told apart, ${share(sum.bare)} by verdict and due time alone`,
);
