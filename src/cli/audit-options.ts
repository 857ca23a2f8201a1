import { join } from "node:path";
import type { Change } from "../audit/plan/changed-book.ts";
import { CHANGEABLE, changeOf } from "../audit/run/what-if.ts";
import type { Language } from "../model/language.ts";
import { Trouble } from "../model/trouble.ts";
import type { BeyondOptions } from "./audit-beyond.ts";
import type { JudgingOptions } from "./judging-options.ts";

/** What the command line says of an audit. */
export interface AuditCommandOptions extends Partial<BeyondOptions>, JudgingOptions {
  readonly map?: string;
  readonly rules?: readonly string[];
  readonly withoutLaw?: boolean;
  readonly out?: string;
  readonly html?: string;
  readonly brief?: boolean;
  readonly annex?: readonly string[];
  readonly against?: string;
  readonly seal?: string;
  readonly verify?: string;
  readonly dueWithin: string;
  readonly emitSql?: string;
  readonly explain?: string;
  readonly whatIf?: readonly string[];
  readonly suggestMap?: boolean;
  readonly format: "text" | "json" | "jsonl";
  readonly lang: Language;
  readonly memory: string;
  readonly threads?: string;
}

/**
 * Options that decide what is found or written, and stand in a seal, so that an audit is done again with them. None of
 * them names a place: a seal may come from anybody.
 */
export const SEALED_OPTIONS = [
  "drafts",
  "withoutLaw",
  "lastHour",
  "now",
  "from",
  "until",
  "by",
  "dueWithin",
  "whatIf",
  "signs",
  "sample",
  "seed",
  "strata",
  "brief",
  "annex",
  "lang",
] as const satisfies readonly (keyof AuditCommandOptions)[];

/** Where the seal is to be: where it is asked for, otherwise beside the findings; undefined: nowhere. */
export const sealPlace = ({ seal, out }: AuditCommandOptions): string | undefined =>
  seal ?? (out === undefined ? undefined : join(out, "seal.json"));

/** A file of each place that something is to be written to. */
export const placesOf = (options: AuditCommandOptions): string[] => [
  ...[options.html, sealPlace(options)].flatMap((file) => (file === undefined ? [] : [file])),
  ...[options.out, options.emitSql].flatMap((folder) =>
    folder === undefined ? [] : [join(folder, "README.txt")],
  ),
];

const MOST_DAYS = 1000;

/** A number of days as it is written. Throws `Trouble`. */
export function daysOf(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 0 && days <= MOST_DAYS) return days;
  throw new Trouble(`${JSON.stringify(text)} is no number of days`, {
    place: "--due-within",
    wayOut: "Write a whole number.",
  });
}

/** A change in counting as it is written. Throws `Trouble`. */
export function changeFrom(text: string): Change {
  const change = changeOf(text);
  if (change !== undefined) return change;
  throw new Trouble(`${JSON.stringify(text)} changes nothing that is counted with`, {
    place: "--what-if",
    wayOut: `Write one of: ${CHANGEABLE}.`,
  });
}
