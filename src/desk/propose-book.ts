import { COUNTRIES } from "../files/countries.ts";
import { BOOK_WORDS } from "../language/book-words.ts";
import { TEXT_LANGUAGES } from "../language/languages.ts";
import type { BookProposals } from "../model/book-proposal.ts";
import { proposeBook } from "../propose/propose.ts";
import { knownOf } from "./about-of.ts";
import type { ActUnderReview, ServiceText } from "./act.ts";

/** An act that is open is the same until its files change, and so is what is proposed of it: decisions have no part in it. */
const proposed = new WeakMap<ActUnderReview, Map<ServiceText, BookProposals>>();

/** What the book of a service is proposed to say; nothing where the text's language has no words for it. */
export function proposalsFor(act: ActUnderReview, service: ServiceText): BookProposals {
  const ofAct = proposed.get(act) ?? new Map<ServiceText, BookProposals>();
  const known = ofAct.get(service) ?? proposedFor(act, service);
  proposed.set(act, ofAct.set(service, known));
  return known;
}

function proposedFor(act: ActUnderReview, { number, title, reading }: ServiceText): BookProposals {
  const words = BOOK_WORDS[act.language];
  const grammar = TEXT_LANGUAGES.find(({ code }) => code === act.language)?.grammar;
  const itself = act.services.find((one) => one.number === 0);
  if (words === undefined || grammar === undefined || itself === undefined)
    return { fields: [], notHeld: [], remarks: [] };
  const twinTitle = act.twin?.titles.get(number);
  return proposeBook({
    language: act.language,
    words,
    grammar,
    about: knownOf(act),
    act: act.id,
    number,
    actTitle: itself.title,
    title,
    ...(act.twin !== undefined &&
      twinTitle !== undefined && { twin: { language: act.twin.text.language, title: twinTitle } }),
    ofAct: itself.reading,
    own: reading,
    countries: COUNTRIES.map((one) => ({ ...one, main: one.zones[0]?.zone ?? "" })),
  });
}
