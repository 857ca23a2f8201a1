import { basename, dirname, resolve } from "node:path";
import { keptFile } from "../files/kept-file.ts";
import { aboutOf } from "../files/read-about.ts";
import { readBytes, type Limit } from "../files/read-bytes.ts";
import { twinBeside } from "./twin-beside.ts";
import { versionOf } from "../model/about.ts";
import { headOf } from "./about-of.ts";
import { actId, idOf } from "./act-id.ts";
import { anchorText } from "./anchor-text.ts";
import { lineStarts } from "../model/line-index.ts";
import { Trouble } from "../model/trouble.ts";
import type { Leaf } from "../review/reading.ts";
import type { Provision } from "../structure/provision.ts";
import { fileDecisions } from "../store/files/file-decisions.ts";
import type { ActUnderReview, ReviewedIn, ServiceText } from "./act.ts";
import { formerCites } from "./former-cites.ts";
import { holdTwin, type ActTwin } from "./hold-twin.ts";
import { passagesOf } from "./passages-of.ts";
import { serviceName } from "../propose/service-name.ts";
import { titlesOf } from "./titles.ts";
import { readAct, type ActReading } from "./read-act.ts";

const LIMIT: Limit = { megabytes: 64, wayOut: "Hand in one act a file." };

/**
 * Reads an act for review. `rules` is where its decisions and rulebooks are kept, `twin` the file of the same act in its
 * other language; where none is named, the one that lies beside it and is called so. Of two that lie beside each other the one
 * is opened that decisions are tied to, with the other as its text in the other language.
 */
export async function openAct(named: string, rules: ReviewedIn, twin?: string): Promise<ActUnderReview> {
  const path = twin === undefined ? await anchorText(named, rules) : named;
  const bytes = readBytes(path, LIMIT);
  const alone = await readAct(bytes, { file: basename(path), act: actId(path) }, path);
  if (twin !== undefined) return underReview(await holdTwin(alone, twin, dirname(path)), path, rules);
  const beside = twinBeside(path);
  if (beside === undefined) return underReview(alone, path, rules);
  try {
    return underReview(await holdTwin(alone, beside, dirname(path)), path, rules);
  } catch (error) {
    // Nobody has named it: what cannot be read is no reason not to open the act.
    if (!(error instanceof Trouble)) throw error;
    return { ...underReview(alone, path, rules), twinRefused: basename(beside) };
  }
}

/** An act that has been read, with where its decisions and rulebooks are kept. */
export function underReview(
  reading: ActReading & { readonly twin?: ActTwin },
  path: string,
  rules: ReviewedIn,
): ActUnderReview {
  const about = aboutOf(path);
  const id = idOf(path, about);
  const version = versionOf(about);
  const services = servicesOf(reading, (number) => `${id}/${number}`).map((service): ServiceText => {
    const decisionsFile = keptFile(rules, id, String(service.number), "decisions.jsonl");
    const stored = rules.decisions?.of(service.reading.regulation, fileDecisions(decisionsFile));
    return {
      ...service,
      decisionsFile,
      ...(stored !== undefined && { stored }),
      bookFile: keptFile(rules, id, String(service.number), `${version}.json`),
    };
  });
  return {
    path: resolve(path),
    language: reading.language.code,
    text: {
      file: reading.file,
      content: reading.content,
      edits: reading.edits,
      places: reading.places,
    },
    sha256: reading.sha256,
    about,
    head: headOf(reading),
    id,
    version,
    formerVersions: about?.formerEditions ?? [],
    services,
    ...(reading.twin === undefined ? {} : { twin: reading.twin }),
    ...(rules.fourEyes === true && { fourEyes: true }),
  };
}

function servicesOf(
  read: ActReading,
  regulation: (number: number) => string,
): Omit<ServiceText, "decisionsFile" | "bookFile">[] {
  const leaves = new Map<number, Leaf[]>([[0, []]]);
  const visit = (node: Provision): void => {
    const number = node.service ?? 0;
    if (!leaves.has(number)) leaves.set(number, []);
    for (const passage of passagesOf(node))
      leaves.get(number)?.push({ path: node.path, cite: node.cite, passage });
    node.children?.forEach(visit);
  };
  visit(read.tree);
  const titles = titlesOf(read.tree);
  const starts = lineStarts(read.content);
  const former = formerCites(read.tree, read.language.structure.cite);
  return [...leaves].map(([number, own]) => ({
    number,
    title: titles.get(number) ?? "",
    name: serviceName(titles.get(number) ?? ""),
    formerCites: former.get(number) ?? new Map<string, string>(),
    reading: {
      regulation: regulation(number),
      file: read.file,
      sha256: read.sha256,
      candidates: read.candidates.filter((one) => one.service === number),
      ledger: read.ledger.filter((one) => one.service === number),
      // What the act says of itself (its entry into force) may be taken into the book of each of its services.
      leaves: number === 0 ? own : [...(leaves.get(0) ?? []), ...own],
      lineStarts: starts,
    },
  }));
}
