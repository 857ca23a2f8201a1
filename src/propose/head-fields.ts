import { told } from "../model/about.ts";
import type { Language } from "../model/language.ts";
import { groundOf, type Matter, placeOf } from "./matter.ts";
import type { FieldProposal, Ground } from "../model/book-proposal.ts";
import { serviceName } from "./service-name.ts";

/** The language of the quotes: that of the text, which its letters tell. */
export const languageField = ({ language }: Matter): FieldProposal => ({
  field: "language",
  standing: "said",
  value: language,
  why: [{ code: "letters" }],
  grounds: [],
});

/** Number and names of the service: by its regulation's title, and by that of the text in the other language. */
export function serviceField(matter: Matter): FieldProposal {
  const { number, title, language, twin } = matter;
  const name = new Map<Language, string>();
  if (title !== "") name.set(language, serviceName(title));
  if (twin !== undefined && twin.title !== "") name.set(twin.language, serviceName(twin.title));
  return {
    field: "service",
    standing: name.has(language) ? "said" : "partly",
    value: { number, name: Object.fromEntries(name) },
    why: [{ code: "title" }, ...(name.size > 1 ? [{ code: "twin-title" as const }] : [])],
    grounds: groundsOf(matter, title),
  };
}

/** The act: what is known of it beside its words. */
export function actField(matter: Matter): FieldProposal {
  const { about, act, actTitle } = matter;
  const known = {
    title: about.title,
    number: told(about.number),
    date: told(about.date),
    body: told(about.body),
  };
  const isWhole = Object.values(known).every((value) => value !== undefined);
  return {
    field: "act",
    standing: isWhole ? "said" : "partly",
    value: {
      id: act,
      ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
    },
    why: [{ code: "about" }],
    grounds: groundsOf(matter, actTitle),
  };
}

/** What the service gives, where its grounds are not those of every service: its name says so. */
export function lawField(matter: Matter): FieldProposal | undefined {
  const { words, title, countries } = matter;
  const [country] = countries;
  const name = serviceName(title);
  const scope =
    placeOf(name, words.licence) >= 0 ? "licence" : placeOf(name, words.permit) >= 0 ? "permit" : undefined;
  if (scope === undefined || country === undefined) return undefined;
  return {
    field: "law",
    standing: "assumed",
    value: { country: country.country, scope },
    why: [{ code: "named-so" }],
    grounds: groundsOf(matter, title),
  };
}

/** Where a title stands. */
function groundsOf({ own }: Matter, title: string): Ground[] {
  const leaf = title === "" ? undefined : own.leaves.find(({ passage }) => passage.text.trim() === title);
  return leaf === undefined ? [] : [groundOf(leaf, own)];
}
