import { join } from "node:path";
import { runAudit } from "../audit/audit.ts";
import { compareAudits, type ComparedSummary } from "../audit/compare/compare.ts";
import type { Change } from "../audit/plan/changed-book.ts";
import type { AuditOrder } from "../audit/plan/plan.ts";
import { limitsOf } from "../audit/run/limits.ts";
import { whatIf } from "../audit/run/what-if.ts";
import { nothingJudged } from "../audit/tell/nothing-judged.ts";
import { reportData } from "../audit/tell/report-data.ts";
import type { Audit } from "../audit/tell/summary.ts";
import { Outputs, tryPlaces } from "../files/audit-outputs.ts";
import { hashLog, nameAndHash } from "../files/hash-file.ts";
import { leftAside, logFiles } from "../files/log-file.ts";
import { inOwnFolder } from "../files/own-folder.ts";
import { readMapping } from "../files/read-mapping.ts";
import { readSummary } from "../files/read-summary.ts";
import { rulebooksAtHand } from "../files/rules-folder.ts";
import { auditOrder } from "../library/audit-order.ts";
import { auditSeal } from "../library/audit-seal.ts";
import { openLibrary } from "../library/open-library.ts";
import { FORMATS } from "../log/formats.ts";
import type { LogFile } from "../log/log-file.ts";
import { logSource } from "../log/read-log.ts";
import { wholeMapping } from "../log/whole-mapping.ts";
import { HARMLESS, type AuditOutcome, type WhatIf } from "../model/audit.ts";
import type { DrawnSample } from "../model/drawn-sample.ts";
import { Trouble } from "../model/trouble.ts";
import { auditHtml } from "../report/audit/html.ts";
import { message } from "../report/messages/message.ts";
import { sampleCsv } from "../report/audit/sample.ts";
import { lookBeyond, sampleOrder } from "./audit-beyond.ts";
import { makeFlips, makeFolder, makeSql } from "./audit-files.ts";
import { changeFrom, daysOf, placesOf, type AuditCommandOptions } from "./audit-options.ts";
import { makePapers, tryPapers } from "./audit-papers.ts";
import { AuditProgress } from "./audit-progress.ts";
import { tellAudit, tellWhatIf } from "./audit-tell.ts";
import { makeSeal } from "./audit-write-seal.ts";
import { FindingsHash } from "./findings-hash.ts";
import type { Io } from "./command.ts";
import { judgingFrom } from "./judging-options.ts";
import { lawOption } from "./law-option.ts";

/** Audits logs as the options say, writes and prints what is asked for, and gives the exit status. Throws `Trouble`. */
export async function auditLogs(
  logs: readonly string[],
  options: AuditCommandOptions,
  io: Io,
): Promise<number> {
  const { map } = options;
  if (map === undefined)
    throw new Trouble("no mapping is named", {
      place: "--map",
      wayOut: "Name one with --map; --suggest-map proposes one for this log.",
    });
  const changes = (options.whatIf ?? []).map(changeFrom);
  daysOf(options.dueWithin);
  tryPapers(options);
  const drawing = sampleOrder(options);
  await tryPlaces(placesOf(options));
  return inOwnFolder(async (folder, stopped) => {
    tellAside(logs, options, io);
    const files = logFiles(logs, FORMATS, folder);
    const hashed = await hashLog(files.map(({ path }) => path));
    const earlier = options.against === undefined ? undefined : readSummary(options.against);
    const order = await sealedOrder(map, hashed.files, options, io);
    const progress = new AuditProgress(io);
    const whole = await judged(order, files, limitsOf(options, folder, stopped), progress);
    try {
      await hashed.stillTheSame();
      const { audit: alone, sample } = await lookBeyond(whole, options, drawing);
      const audit = earlier === undefined ? alone : heldAgainst(alone, earlier);
      const outputs = new Outputs(folder, stopped);
      await result({ logs, audit, sample, changes, outputs, progress }, { ...options, map }, io);
      const nothing = nothingJudged(audit.summary);
      if (nothing !== undefined) throw nothing;
      const found = Object.keys(audit.summary.outcomes) as AuditOutcome[];
      return found.every((outcome) => HARMLESS.has(outcome)) ? 0 : 1;
    } finally {
      progress.end();
      whole.database.close();
    }
  });
}

/** An audit whose summary says what became better or worse since an earlier one. */
const heldAgainst = (audit: Audit, earlier: ComparedSummary): Audit => ({
  ...audit,
  summary: { ...audit.summary, against: compareAudits(earlier, audit.summary) },
});

function tellAside(logs: readonly string[], { lang }: AuditCommandOptions, io: Io): void {
  const aside = leftAside(logs, FORMATS);
  if (aside.length === 0) return;
  const named = `${aside.slice(0, 20).join(", ")}${aside.length > 20 ? ", …" : ""}`;
  io.stderr.write(`tarmaq: ${message(`not read, being no log by name: ${named}`, lang)}\n`);
}

/** What is to be audited by what, with the seal of both. */
async function sealedOrder(
  map: string,
  log: Awaited<ReturnType<typeof hashLog>>["files"],
  options: AuditCommandOptions,
  io: Io,
): Promise<AuditOrder> {
  const library = openLibrary({
    rules: options.rules ?? rulebooksAtHand(io.cwd),
    law: lawOption(options),
  });
  const order = auditOrder(library, {
    mapping: wholeMapping(readMapping(map)),
    file: map,
    ...judgingFrom(options),
  });
  const { against } = options;
  const read = {
    log,
    mapping: await nameAndHash(map),
    ...(against === undefined ? {} : { against: await nameAndHash(against) }),
  };
  return { ...order, seal: auditSeal(library, order, read, options.drafts) };
}

function judged(
  order: AuditOrder,
  files: readonly LogFile[],
  limits: ReturnType<typeof limitsOf>,
  progress: AuditProgress,
): Promise<Audit> {
  const source = progress.watch(logSource(files, order.mapping, progress.reading));
  return runAudit(order, source, limits, progress.judging);
}

interface Result {
  readonly logs: readonly string[];
  readonly audit: Audit;
  readonly sample: DrawnSample | undefined;
  readonly changes: readonly Change[];
  readonly outputs: Outputs;
  readonly progress: AuditProgress;
}

/** Makes all that is asked for, prints it, and puts it into its places at once. */
async function result(
  { logs, audit, sample, changes, outputs, progress }: Result,
  options: AuditCommandOptions & { readonly map: string },
  io: Io,
): Promise<void> {
  const { html, out, emitSql, lang } = options;
  progress.reporting();
  const report =
    html === undefined && options.brief !== true
      ? undefined
      : await reportData(audit, daysOf(options.dueWithin));
  const findings = new FindingsHash();
  if (out !== undefined)
    await makeFolder(audit, out, outputs, lang, findings, progress.writing(audit.summary));
  else if (options.seal !== undefined) await findings.addAll(audit);
  if (out !== undefined && sample !== undefined)
    await outputs.text(join(out, "sample.csv"), sampleCsv(sample, lang));
  await makePapers(audit, options.brief === true ? report : undefined, options, outputs);
  const sealed = outputs.made.length;
  if (emitSql !== undefined) await makeSql(audit, emitSql, outputs);
  progress.end();
  await tellAudit(audit, options, io);
  const plain = outputs.made.slice(sealed);
  const changed = changes.length === 0 ? undefined : await asked(audit, changes, options, outputs);
  if (html !== undefined && report !== undefined) await outputs.text(html, auditHtml(report, lang, changed));
  const written = outputs.made.filter((each) => !plain.includes(each));
  await makeSeal({ logs, options, audit, findings, written }, outputs);
  await outputs.publish();
  if (changed !== undefined) tellWhatIf(changed, options, io);
}

/** Judges once more, and lists what comes out otherwise where there is a folder for it. The audit's own findings are gone then. */
async function asked(
  audit: Audit,
  changes: readonly Change[],
  { out, whatIf: texts }: AuditCommandOptions,
  outputs: Outputs,
): Promise<{ change: string; told: WhatIf }> {
  const told = await whatIf(audit, changes);
  if (out !== undefined) await makeFlips(audit, out, outputs);
  return { change: (texts ?? []).join(" "), told };
}
