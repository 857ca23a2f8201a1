import { readFileSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { Finding } from "../model/finding.ts";
import type { Passage } from "../model/passage.ts";
import type { Span } from "../model/span.ts";
import type { Decision } from "../review/decision.ts";
import type { Reading } from "../reading.ts";
import type { Leaf, Reading as RegulationReading } from "../review/reading.ts";
import { review, type Review } from "../review/review.ts";
import type { Provision } from "../structure/provision.ts";
import type { About } from "../model/about.ts";
import { appendDecisions, readDecisions } from "../files/decisions-file.ts";
import { asItIs, begun, keptFile, type KeptFile } from "../files/kept-file.ts";
import { aboutOf } from "../files/read-about.ts";
import type { RulesFolder } from "../files/rules-folder.ts";
import { Trouble } from "../model/trouble.ts";
import { readAct } from "./read-act.ts";

/** Words that look like a rule and gave none. */
export interface UnreadWords {
  readonly path: string;
  readonly cite: string;
  readonly service: number;
  readonly span: Span;
  readonly quote: string;
}

/** An act that is open for review: its text as read, and one regulation for each of its services. */
export interface ActUnderReview {
  readonly path: string;
  readonly read: Reading;
  readonly unread: readonly UnreadWords[];
  readonly about: About | undefined;
  /** Names the act in ids and folders. */
  readonly id: string;
  /** Version of the regulations that the text holds. */
  readonly version: string;
  readonly services: readonly ServiceText[];
}

/** One service of an act; number 0 is what the act says of itself. */
export interface ServiceText {
  readonly number: number;
  readonly name: string;
  readonly reading: RegulationReading;
  /** The `decisions.jsonl` of the regulation. */
  readonly decisionsFile: KeptFile;
  /** The rulebook that is derived from it. */
  readonly bookFile: KeptFile;
}

export interface ServiceReview {
  readonly service: ServiceText;
  readonly decisions: readonly Decision[];
  readonly torn: readonly number[];
  readonly review: Review;
}

const LARGEST = 64 * 1024 * 1024;

/** Reads an act for review. `rules` is where its decisions and rulebooks are kept. */
export function openAct(path: string, rules: RulesFolder): ActUnderReview {
  const bytes = bytesOf(path);
  const file = basename(path);
  const about = aboutOf(path);
  const id = about?.id ?? folderName(file.replace(/\.[^.]*$/u, ""));
  const reading = readAct(bytes, { file, act: id }, path);
  const version = about?.edition ?? "1";
  const services = servicesOf(reading, (number) => `${id}/${number}`).map((service) => ({
    ...service,
    decisionsFile: keptFile(rules, id, String(service.number), "decisions.jsonl"),
    bookFile: keptFile(rules, id, String(service.number), `${version}.json`),
  }));
  return {
    path: resolve(path),
    read: reading,
    unread: reading.unread.flatMap(unreadWords),
    about,
    id,
    version,
    services,
  };
}

function unreadWords({ where, details }: Finding): UnreadWords[] {
  if (where.in !== "text") return [];
  const { cite, sentence, words, service } = (details ?? {}) as Partial<Record<string, string>> & {
    service?: number;
  };
  return [
    {
      path: where.path ?? "",
      cite: cite ?? "",
      service: service ?? 0,
      span: where.span,
      quote: sentence ?? words ?? "",
    },
  ];
}

/** A name that can be a folder and part of an id, whatever the file is called. */
const folderName = (stem: string): string =>
  stem.replace(/[^\p{L}\p{N}_-]+/gu, "-").replace(/^-+|-+$/gu, "") || "act";

/** The decisions on one service as they now stand in its file, and what they come to. */
export async function reviewService(act: ActUnderReview, service: ServiceText): Promise<ServiceReview> {
  const { decisions, torn } = await readDecisions(asItIs(service.decisionsFile));
  const ofVersion = decisions.filter((decision) => decision.version === act.version);
  return { service, decisions: ofVersion, torn, review: review(ofVersion, service.reading) };
}

/** Adds decisions to a service's file, which begins with those that Tarmaq brings; returns when they are on the disk. */
export async function keepDecisions(
  { decisionsFile }: ServiceText,
  decisions: readonly Decision[],
): Promise<void> {
  await begun(decisionsFile);
  await appendDecisions(decisionsFile.file, decisions);
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

function servicesOf(
  read: Reading,
  regulation: (number: number) => string,
): Omit<ServiceText, "decisionsFile" | "bookFile">[] {
  const leaves = new Map<number, Leaf[]>([[0, []]]);
  const names = new Map<number, string>([[0, wordsOf(read.tree.title)]]);
  const visit = (node: Provision): void => {
    const number = node.service ?? 0;
    if (!leaves.has(number)) leaves.set(number, []);
    if (!names.has(number)) names.set(number, wordsOf(node.title));
    for (const passage of [node.head, node.title, node.rowLabel, node.passage])
      if (passage !== undefined) leaves.get(number)?.push({ path: node.path, cite: node.cite, passage });
    node.children?.forEach(visit);
  };
  visit(read.tree);
  const lineOf = lineFinder(read.content);
  return [...leaves].map(([number, own]) => ({
    number,
    name: serviceName(names.get(number) ?? ""),
    reading: {
      regulation: regulation(number),
      file: read.file,
      sha256: read.sha256,
      candidates: read.candidates.filter((one) => one.service === number),
      // What the act says of itself (its entry into force) may be taken into the book of each of its services.
      leaves: number === 0 ? own : [...(leaves.get(0) ?? []), ...own],
      linesOf: (spans: readonly Span[]) => linesOf(spans, lineOf),
    },
  }));
}

/** A regulation's title holds the service's name in quotation marks: `"…" мемлекеттік қызмет көрсету қағидалары`. */
function serviceName(title: string): string {
  const name = /^["«“](.+)["»”]/u.exec(title)?.[1] ?? title;
  // A name that itself begins with a quoted word has lost its first mark: `"Фтизиатрия" орталығынан …`.
  return name.split('"').length % 2 === 0 ? `"${name}` : name;
}

const wordsOf = (passage: Passage | undefined): string => passage?.text.trim() ?? "";

function linesOf(spans: readonly Span[], lineOf: (offset: number) => number): [number, number] {
  const starts = spans.map((span) => span.start);
  const ends = spans.map((span) => Math.max(span.start, span.end - 1));
  return [lineOf(Math.min(...starts)), lineOf(Math.max(...ends))];
}

/** The number of the line, from 1, that an offset is on. */
function lineFinder(content: string): (offset: number) => number {
  const breaks = [...content.matchAll(/\n/gu)].map((match) => match.index);
  return (offset) => {
    let low = 0;
    let high = breaks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((breaks[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

function bytesOf(path: string): Uint8Array {
  try {
    if (statSync(path).size > LARGEST)
      throw new Trouble("is larger than 64 MB", { file: path, wayOut: "Hand in one act a file." });
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble("is not there or cannot be read", { file: path, wayOut: "Check the path." });
  }
}
