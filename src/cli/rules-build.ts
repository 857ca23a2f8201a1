import { readFile } from "node:fs/promises";
import { canonical } from "../rulebook/canonical.ts";
import { rulebookFaults } from "../rulebook/faults.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import {
  type ActUnderReview,
  openAct,
  reviewService,
  type ServiceReview,
  serviceOf,
} from "../desk/act-under-review.ts";
import type { Io } from "./command.ts";
import { Trouble } from "../model/trouble.ts";
import { asItIs, type KeptFile } from "../files/kept-file.ts";
import type { RulesFolder } from "../files/rules-folder.ts";
import { faults } from "../files/validate.ts";
import { writeFileWhole } from "../files/write-file.ts";

/** Derives the rulebooks of acts and writes them, or checks them; services nobody has decided on are passed over. */
export async function buildBooks(
  files: readonly string[],
  options: { readonly service?: string; readonly rules: RulesFolder; readonly check?: true },
  io: Io,
): Promise<0 | 1> {
  let status: 0 | 1 = 0;
  const refused: Trouble[] = [];
  for (const file of files) {
    const act = openAct(file, options.rules);
    const { service } = options;
    const services = service === undefined ? act.services : [serviceOf(act, Number(service))];
    for (const one of services) {
      const now = await reviewService(act, one);
      if (now.decisions.length === 0 && service === undefined) continue;
      const derived = deriveBook(act, now);
      if (options.check === true) {
        const same = derived.missing.length === 0 && (await isAsDerived(derived));
        if (!same) status = 1;
        io.stdout.write(`${same ? "as decided" : "NOT as decided"}  ${asItIs(derived.file)}\n`);
        for (const what of derived.missing) io.stdout.write(`  ${what}\n`);
      } else {
        const trouble = await writeBook(derived);
        if (trouble === undefined)
          io.stdout.write(`${derived.file.file}  ${now.review.accepted.length} rules\n`);
        else refused.push(trouble);
      }
    }
  }
  const [first, ...others] = refused;
  if (first === undefined) return status;
  const rest = others.map((one) => `\n  ${one.at.file ?? ""}: ${one.message}`).join("");
  throw new Trouble(`${first.message}${rest}`, first.at);
}

/** A rulebook derived from candidates and decisions, and what is still in the way of writing it. */
interface Derived {
  /** Where it belongs. */
  readonly file: KeptFile;
  /** Its bytes: the same for the same candidates and decisions. */
  readonly content: string;
  /** What has to be decided first, in words; empty when the book is whole. */
  readonly missing: readonly string[];
}

/** Derives the rulebook of one service from its candidates and decisions, and from nothing else. */
function deriveBook(act: ActUnderReview, now: ServiceReview): Derived {
  const { review, service } = now;
  const { fields, notHeld } = review.book;
  const book: Rulebook = {
    id: service.reading.regulation,
    version: act.version,
    ...fields,
    ...(notHeld.length > 0 && { notHeld }),
    rules: review.accepted,
  };
  return {
    file: service.bookFile,
    content: canonical(book),
    missing: [...undecided(now), ...faultsOf(book)],
  };
}

function undecided({ review }: ServiceReview): string[] {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ["waiting", review.waiting.map((one) => one.id)],
    ["stale", review.stale],
    ["lost", review.lost],
    ["in disagreement", review.disagreements],
    ["fields of the book in disagreement", review.book.disagreements.map((one) => one.field)],
  ];
  const head = review.book.fields;
  const lacking = (["language", "service", "act", "inForce", "zone"] as const).filter(
    (field) => head[field] === undefined,
  );
  return [
    ...lists
      .filter(([, list]) => list.length > 0)
      .map(([what, list]) => `${list.length} ${what}: ${shortened(list)}`),
    ...(lacking.length > 0 ? [`the book does not say its ${lacking.join(", ")}`] : []),
  ];
}

const shortened = (list: readonly string[]): string =>
  list.slice(0, 3).join(", ") + (list.length > 3 ? ` and ${list.length - 3} more` : "");

function faultsOf(book: Rulebook): string[] {
  const wrong = faults("rulebook", book);
  return (wrong.length > 0 ? wrong : rulebookFaults(book)).map(
    ({ pointer, message }) => `${pointer} ${message}`,
  );
}

/** Writes the book whole; gives what is in the way where something has to be decided first. */
async function writeBook(derived: Derived): Promise<Trouble | undefined> {
  if (derived.missing.length > 0)
    return new Trouble(`not written: ${derived.missing.join("; ")}`, {
      file: derived.file.file,
      wayOut: "Decide on these with `tarmaq review`, then build again.",
    });
  await writeFileWhole(derived.file.file, derived.content);
  return undefined;
}

/** True where the file on the disk is, byte for byte, what the decisions say. */
async function isAsDerived(derived: Derived): Promise<boolean> {
  try {
    return (await readFile(asItIs(derived.file), "utf8")) === derived.content;
  } catch {
    return false;
  }
}
