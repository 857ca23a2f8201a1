import { dirname, relative, resolve, sep } from "node:path";
import type { Audit } from "../audit/tell/summary.ts";
import type { Outputs } from "../files/audit-outputs.ts";
import { hashFile } from "../files/hash-file.ts";
import type { SealedOutput, SealFile } from "../model/audit-seal.ts";
import { SEALED_OPTIONS, sealPlace, type AuditCommandOptions } from "./audit-options.ts";
import type { FindingsHash } from "./findings-hash.ts";

interface Sealing {
  readonly logs: readonly string[];
  readonly options: AuditCommandOptions & { readonly map: string };
  readonly audit: Audit;
  readonly findings: FindingsHash;
  /** What was made and is to be hashed. */
  readonly written: Outputs["made"];
}

/** Makes the seal for its place, if it has one, out of all that has been made. */
export async function makeSeal(sealing: Sealing, outputs: Outputs): Promise<void> {
  const place = sealPlace(sealing.options);
  const { seal } = sealing.audit.order;
  if (place === undefined || seal === undefined) return;
  const file: SealFile = {
    seal,
    findings: sealing.findings.end(),
    outputs: await outputsOf(sealing),
    repeat: repeatOf(sealing, dirname(resolve(place))),
  };
  await outputs.text(place, `${JSON.stringify(file, undefined, 2)}\n`);
}

async function outputsOf({ written, options }: Sealing): Promise<SealedOutput[]> {
  const html = options.html === undefined ? undefined : resolve(options.html);
  const sealed: SealedOutput[] = [];
  for (const { made, place } of written) {
    const { bytes, sha256 } = await hashFile(made);
    const of = place === html ? "html" : "out";
    const below = of === "html" || options.out === undefined ? dirname(place) : resolve(options.out);
    sealed.push({ of, name: slashed(relative(below, place)), bytes, sha256 });
  }
  return sealed;
}

/** Paths as seen from the folder of the seal: it can be moved with what it seals. */
function repeatOf({ logs, options }: Sealing, folder: string): SealFile["repeat"] {
  const { map, rules, against, out, html } = options;
  const seen = (path: string): string => slashed(relative(folder, resolve(path)));
  return {
    log: logs.map(seen),
    map: seen(map),
    ...(rules === undefined ? {} : { rules: rules.map(seen) }),
    ...(against === undefined ? {} : { against: seen(against) }),
    ...(out === undefined ? {} : { out: seen(out) }),
    ...(html === undefined ? {} : { html: seen(html) }),
    options: Object.fromEntries(
      SEALED_OPTIONS.flatMap((option) => {
        const value = options[option];
        return value === undefined ? [] : [[option, value]];
      }),
    ),
  };
}

const slashed = (path: string): string => path.split(sep).join("/");
