import { compare } from "./comparison.ts";
import { explanations } from "./known-differences.ts";
import { messyLog } from "./messy-cases.ts";
import { bookOf, SERVICES } from "./services.ts";

/** `npx tsx tests/audit/second-auditor/report.ts [CASES] [SEED]`: how many cases agree, and why others do not. */
const [cases = "500", seed = "1"] = process.argv.slice(2);

for (const audited of SERVICES) {
  const { service } = audited;
  const lines = messyLog(audited, Number(cases), Number(seed));
  const compared = await compare(audited, lines);
  const counts = new Map<string, number>();
  for (const names of explanations(bookOf(service), lines, compared.differences).values())
    for (const name of names) {
      const told = name ?? "unexplained";
      counts.set(told, (counts.get(told) ?? 0) + 1);
    }
  const agreeing = compared.cases - compared.differences.length;
  console.log(
    `${service}: ${compared.cases} cases, ${compared.findings} findings, ${agreeing} agree, ${compared.differences.length} differ`,
  );
  for (const [name, count] of [...counts].sort((one, other) => other[1] - one[1]))
    console.log(`  ${count} ${name}`);
}
