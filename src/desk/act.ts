import type { KeptFile } from "../files/kept-file.ts";
import type { About } from "../model/about.ts";
import type { ActHead } from "../model/act-head.ts";
import type { Language } from "../model/language.ts";
import type { RulesFolder } from "../files/rules-folder.ts";
import type { KeptDecisions, ReviewStore } from "../store/kept-decisions.ts";
import type { FormerCites } from "./former-cites.ts";
import type { ActTwin } from "./hold-twin.ts";
import { Trouble } from "../model/trouble.ts";
import type { Reading } from "../reading.ts";
import type { Reading as RegulationReading } from "../review/reading.ts";

/** What a reader of the desk sees of the text itself: the file as it was ingested, and what was mended in it. */
export type TextAsRead = Pick<Reading, "file" | "content" | "edits" | "places">;

/** Where decisions and rulebooks are kept: in a folder, its decisions in a store where there is one. */
export interface ReviewedIn extends RulesFolder {
  readonly decisions?: ReviewStore | undefined;
}

/**
 * An act that is open for review: its text as read, and one regulation for each of its services. All of it is values,
 * so that it can be read in one thread and reviewed in another.
 */
export interface ActUnderReview {
  readonly path: string;
  /** The language the text is in. */
  readonly language: Language;
  readonly text: TextAsRead;
  /** Of the file, as hexadecimal digits. */
  readonly sha256: string;
  readonly about: About | undefined;
  /** Names the act in ids and folders. */
  readonly id: string;
  /** What the text says of the act. */
  readonly head: ActHead;
  /** Version of the regulations that the text holds. */
  readonly version: string;
  /** What this version was called before: decisions made under these names are decisions on this text. */
  readonly formerVersions: readonly string[];
  readonly services: readonly ServiceText[];
  /** A rule judges only once two people have accepted it: so it was asked for when the desk was opened. */
  readonly fourEyes?: true;
  /** The same act in its other language, where that text is at hand. */
  readonly twin?: ActTwin;
  /** The file that was taken for it and could not be, by its name. */
  readonly twinRefused?: string;
}

/** One service of an act; number 0 is what the act says of itself. */
export interface ServiceText {
  readonly number: number;
  /** As its regulation is headed; empty where it is not. */
  readonly title: string;
  readonly name: string;
  readonly reading: RegulationReading;
  /** What decisions of before may cite its provisions by. */
  readonly formerCites: FormerCites;
  /** The `decisions.jsonl` of the regulation. */
  readonly decisionsFile: KeptFile;
  /** Where else its decisions are kept, in place of that file, which they begin with. */
  readonly stored?: KeptDecisions;
  /** The rulebook that is derived from it. */
  readonly bookFile: KeptFile;
}

/** The service of this number; throws `Trouble` that names those there are. */
export function serviceOf(act: ActUnderReview, number: number): ServiceText {
  const service = act.services.find((one) => one.number === number);
  if (service !== undefined) return service;
  const known = act.services.map((one) => one.number).join(", ");
  throw new Trouble(`has no service ${number}`, {
    file: act.path,
    wayOut: `The text has services ${known}.`,
  });
}
