import { compare, programWords, secondWords } from "./comparison.ts";
import { messyLog } from "./messy-cases.ts";
import { SERVICES } from "./services.ts";

/** `npx tsx tests/audit/second-auditor/report.ts [CASES] [SEED] [SERVICE] [law]`: how many cases agree, and the others in full. */
const [cases = "500", seed = "1", only = "", law = "without"] = process.argv.slice(2);

for (const audited of SERVICES.filter(({ service }) => service.includes(only))) {
  const lines = messyLog(audited, Number(cases), Number(seed));
  const compared = await compare(audited, lines, law === "law");
  const agreeing = compared.cases - compared.differences.length;
  console.log(
    `${audited.service}: ${compared.cases} cases, ${compared.findings} findings, ${agreeing} agree, ${compared.differences.length} differ`,
  );
  for (const difference of compared.differences) {
    console.log(`  ${difference.case}`);
    for (const [index, line] of lines.entries())
      if (line.case === difference.case)
        console.log(`    ${index + 2} ${Object.values(line).slice(1).join(" ")}`);
    for (const finding of difference.program) console.log(`    program: ${programWords(finding)}`);
    for (const told of difference.second) console.log(`    second: ${secondWords(told)} | line ${told.line}`);
  }
}
