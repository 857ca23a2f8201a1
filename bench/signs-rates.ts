/** How often signs are found where they are, and told where they are not: `npx tsx bench/signs-rates.ts [logs]`. */
import { SIGNS } from "../src/model/signs.ts";
import { auditOf } from "../tests/audit/run-on.ts";
import { BOOK, MAPPING, officeLog, WHO, type Tampering } from "../tests/audit/signs/office-log.ts";

const logs = Number(process.argv[2] ?? 20);
const KINDS: readonly Tampering[] = ["none", ...SIGNS];

for (const kind of KINDS) {
  let [found, others, strangers, groups] = [0, 0, 0, 0];
  const count = kind === "none" ? logs * 2 : logs;
  for (let seed = 100; seed < 100 + count; seed += 1) {
    const log = officeLog(kind, seed, kind === "first-digits" ? 9000 : 1500);
    const { signs } = await auditOf(log, MAPPING, [BOOK], { signs: true });
    const told = signs?.found ?? [];
    groups += (signs?.looked ?? []).reduce((sum, one) => sum + one.groups, 0);
    if (told.some(({ sign, official }) => sign === kind && official === WHO.official)) found += 1;
    if (told.some(({ sign }) => sign !== kind)) others += 1;
    if (told.some(({ of, provider }) => of !== "log" && provider !== WHO.provider)) strangers += 1;
  }
  console.log(
    `${kind.padEnd(14)} logs ${count}; found of the official who does it ${found}; some other sign ${others}; told of another office ${strangers}; groups looked at ${groups}`,
  );
}
