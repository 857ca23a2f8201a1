import { serviceOf, type ReviewedIn } from "../desk/act.ts";
import { buildBook, standingOfBuilt } from "../desk/build-book.ts";
import { deriveBook, type DerivedBook } from "../desk/derive-book.ts";
import { openAct } from "../desk/open-act.ts";
import { reviewService } from "../desk/review-service.ts";
import { asItIs } from "../files/kept-file.ts";
import type { Language } from "../model/language.ts";
import { counted } from "../report/amounts.ts";
import { message } from "../report/messages/message.ts";
import { unreadShareWords } from "../report/unread-share.ts";
import { Trouble } from "../model/trouble.ts";
import type { Io } from "./command.ts";

/** Derives the rulebooks of acts and writes them, or checks them; services nobody has decided on are passed over. */
export async function buildBooks(
  files: readonly string[],
  options: {
    readonly service?: string;
    readonly rules: ReviewedIn;
    readonly twin: string | undefined;
    readonly check?: true;
    readonly lang: Language;
  },
  io: Io,
): Promise<0 | 1> {
  let status: 0 | 1 = 0;
  const refused: Trouble[] = [];
  for (const file of files) {
    const act = await openAct(file, options.rules, options.twin);
    const { service } = options;
    const services = service === undefined ? act.services : [serviceOf(act, Number(service))];
    for (const one of services) {
      const now = await reviewService(act, one);
      if (now.decisions.length === 0 && service === undefined) continue;
      const derived = deriveBook(act, now);
      if (options.check === true) {
        const { same, otherwise } = await heldAgainst(derived, options.lang);
        if (!same) status = 1;
        io.stdout.write(
          `${message(same ? "as decided" : "NOT as decided", options.lang)}  ${asItIs(derived.file)}${otherwise}\n`,
        );
        for (const what of derived.missing) io.stdout.write(`  ${what}\n`);
      } else {
        const trouble = await writeBook(derived);
        if (trouble === undefined)
          io.stdout.write(
            `${derived.file.file}  ${counted("rule", now.review.accepted.length, options.lang)}\n`,
          );
        else refused.push(trouble);
      }
    }
  }
  const [first, ...others] = refused;
  if (first === undefined) return status;
  const rest = others.map((one) => `\n  ${one.at.file ?? ""}: ${one.message}`).join("");
  throw new Trouble(`${first.message}${rest}`, first.at);
}

/** Writes the book whole; gives what is in the way where something has to be decided first. */
async function writeBook(derived: DerivedBook): Promise<Trouble | undefined> {
  if (await buildBook(derived)) return undefined;
  return new Trouble(`not written: ${derived.missing.join("; ")}`, {
    file: derived.file.file,
    wayOut: "Open `tarmaq review`: on the page of the rulebook all of this is decided, and the book built.",
  });
}

/** Whether the file on the disk is what the decisions say, and what is measured otherwise now than when it was built. */
async function heldAgainst(
  derived: DerivedBook,
  lang: Language,
): Promise<{ same: boolean; otherwise: string }> {
  const standing = await standingOfBuilt(derived);
  if (typeof standing === "string") return { same: standing === "same", otherwise: "" };
  const [then, now] = [standing.unread, derived.unread].map((share) => unreadShareWords(share, lang));
  return { same: true, otherwise: `  ${message(`(built with: ${then}; now: ${now})`, lang)}` };
}
