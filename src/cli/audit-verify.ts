import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Writable } from "node:stream";
import { hashFile } from "../files/hash-file.ts";
import { inOwnFolder } from "../files/own-folder.ts";
import { readSeal } from "../files/read-seal.ts";
import { ownDifference, sealDifferences } from "../library/seal-differences.ts";
import type { SealDifference, SealFile } from "../model/audit-seal.ts";
import { Trouble } from "../model/trouble.ts";
import { verifiedText, type Verified } from "../report/audit/seal.ts";
import { message } from "../report/messages/message.ts";
import { SEALED_OPTIONS, type AuditCommandOptions } from "./audit-options.ts";
import { auditLogs } from "./audit-run.ts";
import type { Io } from "./command.ts";
import { inputDifferences, type SealedInputs } from "./seal-inputs.ts";

/**
 * Does the audit of a seal again in a folder of its own, and tells what is other: of what it was made, what it found, and
 * the files that it wrote. Status 0: nothing; 1: something. Throws `Trouble` where it cannot be done again though nothing
 * that it reads was changed.
 */
export async function verifySeal(
  file: string,
  logs: readonly string[],
  options: AuditCommandOptions,
  io: Io,
): Promise<number> {
  const then = readSeal(file);
  const from = dirname(resolve(file));
  const inputs = inputsOf(then, from, logs, options);
  return inOwnFolder(async (folder) => {
    const failed = await again(then, inputs, options, folder, io);
    const sealed = join(folder, "seal.json");
    const verified =
      failed === undefined || existsSync(sealed)
        ? await compared(then, readSeal(sealed), from)
        : await unrepeated(then, inputs, failed, options, io);
    io.stdout.write(
      options.format === "text"
        ? verifiedText(verified, options.lang)
        : `${JSON.stringify({ holds: verified.differences.length === 0, ...verified }, undefined, options.format === "json" ? 2 : 0)}\n`,
    );
    return verified.differences.length === 0 ? 0 : 1;
  });
}

/** Where the seal says that everything lies, unless it is said where it lies now. */
function inputsOf(
  { repeat }: SealFile,
  from: string,
  logs: readonly string[],
  { map, rules, against }: AuditCommandOptions,
): SealedInputs {
  const there = rules ?? repeat.rules?.map((path) => resolve(from, path));
  const earlier = against ?? (repeat.against === undefined ? undefined : resolve(from, repeat.against));
  return {
    logs: logs.length > 0 ? logs : repeat.log.map((path) => resolve(from, path)),
    map: map ?? resolve(from, repeat.map),
    ...(there === undefined ? {} : { rules: there }),
    ...(earlier === undefined ? {} : { against: earlier }),
  };
}

/** Does the audit again; gives what it was stopped by. */
async function again(
  { repeat }: SealFile,
  { logs, ...inputs }: SealedInputs,
  { memory, threads, lang }: AuditCommandOptions,
  folder: string,
  io: Io,
): Promise<Trouble | undefined> {
  const sealed = Object.fromEntries(
    SEALED_OPTIONS.flatMap((option) =>
      Object.hasOwn(repeat.options, option) ? [[option, repeat.options[option]]] : [],
    ),
  ) as Partial<AuditCommandOptions>;
  const options: AuditCommandOptions = {
    dueWithin: "5",
    lang,
    ...sealed,
    ...inputs,
    format: "text",
    memory,
    ...(threads === undefined ? {} : { threads }),
    ...(repeat.out === undefined ? {} : { out: join(folder, "out") }),
    ...(repeat.html === undefined ? {} : { html: join(folder, "report.html") }),
    seal: join(folder, "seal.json"),
  };
  const nowhere = new Writable({
    write: (_piece, _encoding, done) => {
      done();
    },
  });
  try {
    await auditLogs(logs, options, { ...io, stdout: nowhere, stderr: nowhere });
    return undefined;
  } catch (error) {
    if (error instanceof Trouble) return error;
    throw error;
  }
}

async function compared(then: SealFile, now: SealFile, from: string): Promise<Verified> {
  const inputs = sealDifferences(then, now);
  const same = then.seal.sha256 === now.seal.sha256;
  const outputs: SealDifference[] = [];
  for (const { of, name, sha256 } of then.outputs) {
    const there = await hashOf(resolve(from, pathOf(then, of, name)));
    if (there !== sha256) outputs.push({ what: "output", name, was: sha256, is: there });
    const made = now.outputs.find((each) => each.of === of && (of === "html" || each.name === name));
    if (same && made?.sha256 !== sha256)
      outputs.push({ what: "made-again", name, was: sha256, is: made?.sha256 ?? null });
  }
  return {
    differences: [...inputs, ...outputs],
    findings: then.findings.count,
    files: then.outputs.length,
  };
}

const pathOf = ({ repeat }: SealFile, of: "out" | "html", name: string): string =>
  of === "html" ? (repeat.html ?? name) : join(repeat.out ?? "", name);

const hashOf = (path: string): Promise<string | null> =>
  existsSync(path) ? hashFile(path).then(({ sha256 }) => sha256) : Promise.resolve(null);

/** What was changed of what the audit reads, where that is why it cannot be done again. Throws what stopped it otherwise. */
async function unrepeated(
  then: SealFile,
  inputs: SealedInputs,
  failed: Trouble,
  { lang }: AuditCommandOptions,
  io: Io,
): Promise<Verified> {
  const differences = [...ownDifference(then.seal), ...(await inputDifferences(then.seal, inputs, io))];
  if (differences.length === 0) throw failed;
  const place = [failed.at.file, failed.at.place].filter((part) => part !== undefined).join(": ");
  return {
    differences,
    findings: then.findings.count,
    files: then.outputs.length,
    notRepeated: `${place === "" ? "" : `${place}: `}${message(failed.message, lang)}`,
  };
}
