/** How far the proposals for the 28 books agree with what was decided on each by hand; `npx tsx tests/propose/report.ts`. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { openAct } from "../../src/desk/open-act.ts";
import { proposalsFor } from "../../src/desk/propose-book.ts";
import { canonicalJson } from "../../src/model/canonical-json.ts";
import type { BookProposals } from "../../src/model/book-proposal.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";

const root = resolve(import.meta.dirname, "../..");
const corpus = join(root, "corpus");

/** What of a book is held against its proposal, each by itself. */
const PARTS: Readonly<
  Record<
    string,
    (
      of: Pick<Rulebook, "language" | "service" | "act" | "inForce" | "zone" | "calendar" | "week" | "law">,
    ) => unknown
  >
> = {
  language: ({ language }) => language,
  number: ({ service }) => service?.number,
  "name kk": ({ service }) => service?.name["kk"],
  "name ru": ({ service }) => service?.name["ru"],
  act: ({ act }) => act,
  from: ({ inForce }) => inForce?.from,
  until: ({ inForce }) => inForce?.until,
  adopted: ({ inForce }) => inForce?.adopted,
  repealed: ({ inForce }) => inForce?.repealed,
  zone: ({ zone }) => zone,
  calendar: ({ calendar }) => calendar,
  week: ({ week }) => week,
  law: ({ law }) => law,
};

const fieldsOf = ({ fields }: BookProposals): Rulebook =>
  Object.fromEntries(fields.map(({ field, value }) => [field, value])) as unknown as Rulebook;

const tally = new Map(Object.keys(PARTS).map((part) => [part, { equal: 0, of: 0 }]));
const left = { found: 0, kinds: 0, of: 0, proposed: 0 };

for (const file of readdirSync(corpus).filter((name) => name.endsWith(".txt"))) {
  const act = await openAct(join(corpus, file), { folder: join(root, "rules") });
  for (const service of act.services.filter(({ number }) => number > 0)) {
    const book = JSON.parse(readFileSync(service.bookFile.file, "utf8")) as Rulebook;
    const proposals = proposalsFor(act, service);
    const proposed = fieldsOf(proposals);
    const differs: string[] = [];
    for (const [part, valueOf] of Object.entries(PARTS)) {
      const [ours, theirs] = [valueOf(proposed), valueOf(book)];
      const counts = tally.get(part);
      if (counts === undefined || (ours === undefined && theirs === undefined)) continue;
      counts.of += 1;
      if (canonicalJson(ours) === canonicalJson(theirs)) counts.equal += 1;
      else differs.push(`${part}: ${JSON.stringify(ours)} / ${JSON.stringify(theirs)}`);
    }
    const pointers = proposals.notHeld.map((one) => one.notHeld);
    left.proposed += pointers.length;
    for (const pointer of book.notHeld ?? []) {
      left.of += 1;
      const at = pointers.filter(({ path }) => path === pointer.path);
      if (at.length > 0) left.found += 1;
      else differs.push(`not held: ${pointer.path ?? ""} ${pointer.what}`);
      if (at.some(({ kinds }) => kinds.join() === pointer.kinds.join())) left.kinds += 1;
    }
    console.log(`${book.id}  ${differs.join("\n    ")}`);
    if (process.argv.includes("--all"))
      for (const one of pointers)
        console.log(
          `    + ${one.kinds.join()} ${one.path ?? ""} ${one.what} :: ${(one.quote ?? "").slice(0, 160)}`,
        );
  }
}
for (const [part, { equal, of }] of tally) console.log(`${part}: ${equal} of ${of}`);
console.log(
  `not held: ${left.found} of ${left.of} at their place, ${left.kinds} of the same kinds; ${left.proposed} proposed`,
);
