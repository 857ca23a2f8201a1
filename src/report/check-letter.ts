import type { Labels, Language, MissingDocument, Reason, StartedTerm, Verdict } from "../model/verdict.ts";
import { withinSentence } from "../model/within-sentence.ts";
import { LETTER, MONTHS, TITLES } from "./check-letter-words.ts";
import { sentence } from "./check-sentence.ts";
import { DRAFTS, PERHAPS } from "./check-words.ts";
import { citation } from "./citation.ts";
import { put, termText } from "./due-words.ts";
import { findingName, type Names } from "./names.ts";

/** What a letter needs beside the verdict. */
export interface LetterMatter {
  readonly service: string;
  readonly act?:
    | { readonly title: string; readonly number: string; readonly date: string; readonly body: string }
    | undefined;
  readonly names: Names;
}

/**
 * The answer a clerk can send: a refusal, a request for the missing documents, or a receipt with the due time, each with
 * the ground and the clause in the regulation's own words. It promises no more than the verdict holds. Names of people
 * stay blank. What only the clerk should know before signing stands below, apart from the letter.
 */
export function checkLetter(verdict: Verdict, { service, act, names }: LetterMatter): string {
  const { language } = names;
  const body = bodyOf(verdict, names);
  const quotes = body.some((line) => line.includes("«")) ? LETTER.asTheActHasIt[language] : "";
  const notes = notesOf(verdict, names);
  return [
    TITLES[verdict.verdict][language].toLocaleUpperCase(),
    "",
    `${LETTER.to[language]}: ______________________________`,
    `${LETTER.service[language]}: «${service}»`,
    `${LETTER.submitted[language]}: ${moment(verdict.submitted, language)}`,
    ...(act === undefined ? [] : [`${LETTER.act[language]}: ${actText(act)}`]),
    "",
    ...body,
    ...(quotes === "" ? [] : ["", quotes]),
    "",
    `${LETTER.officer[language]}: ____________________   ${LETTER.signature[language]}: ____________`,
    "",
    ...(notes.length === 0 ? [] : ["---", LETTER.notes[language], ...notes.map((note) => `- ${note}`), ""]),
  ].join("\n");
}

/** An act by title, body, date and number; the heads of some acts do not say the title. */
function actText({ title, body, date, number }: NonNullable<LetterMatter["act"]>): string {
  const told = [body, dotted(date), `№ ${number}`].filter((part) => !part.includes("unknown"));
  return title === "unknown" ? told.join(", ") : `«${title}» (${told.join(", ")})`;
}

function bodyOf(verdict: Verdict, names: Names): string[] {
  const { language } = names;
  const against = verdict.reasons.filter(({ outcome }) => outcome === "fail");
  switch (verdict.verdict) {
    case "refuse":
      return [
        LETTER.refused[language],
        ...grounds(
          against.filter(
            ({ kind, documents, facts }) =>
              documents === undefined && (kind !== "refusal" || facts.length > 0),
          ),
          names,
          true,
        ),
      ];
    case "incomplete":
      return [
        LETTER.handIn[language],
        ...verdict.missingDocuments.map((lack, index) => `${index + 1}) ${lackText(lack, names)}`),
        "",
        LETTER.grounds[language],
        ...grounds(
          against.filter(({ kind }) => kind === "refusal" || kind === "document"),
          names,
          false,
        ),
        ...elsewhere(verdict, ["document"], LETTER.elsewhere.incomplete, language),
      ];
    default:
      return [
        LETTER.taken[language],
        ...documentsTaken(verdict, names),
        termOf(verdict, language),
        ...elsewhere(verdict, ["document", "refusal", "eligibility"], LETTER.elsewhere.admit, language),
      ];
  }
}

function lackText({ oneOf }: MissingDocument, names: Names): string {
  const { language } = names;
  return oneOf
    .map(({ document, state, validUntil }, index) => {
      const name = names.document(document);
      const told = index === 0 ? name : withinSentence(name);
      return state === "expired"
        ? `${told} (${put(LETTER.expired[language], { day: dotted(validUntil ?? "") })})`
        : told;
    })
    .join(LETTER.or[language]);
}

/** What stands against the request, each provision once with its words, and what it was held against. */
function grounds(against: readonly Reason[], names: Names, withSentence: boolean): string[] {
  const said = against.map((reason) => ({
    reason,
    head: citation(reason.cite, names.language),
    why: withSentence ? sentence(reason, names) : "",
  }));
  return said
    .filter(({ reason, why }, index) => {
      const isSaidBy = (other: (typeof said)[number], place: number): boolean =>
        other.reason.cite === reason.cite &&
        (other.reason.quote === reason.quote
          ? place < index
          : (other.reason.quote ?? "").includes(reason.quote ?? " ")) &&
        (why === other.why || other.reason.quote !== reason.quote);
      return !said.some(isSaidBy);
    })
    .flatMap(({ reason: { quote }, head, why }, index) => [
      quote === undefined ? `${index + 1}) ${head}.` : `${index + 1}) ${head}:`,
      ...(quote === undefined ? [] : [`   «${quote}»`]),
      ...(why === "" ? [] : [`   ${why}`]),
    ]);
}

/** The documents that the rules asked for and that are there. */
function documentsTaken({ reasons }: Verdict, names: Names): string[] {
  const present = reasons
    .flatMap(({ documents }) => documents ?? [])
    .filter(({ state }) => state === "present");
  const types = [...new Set(present.map(({ document }) => names.document(document)))];
  if (types.length === 0) return [];
  const documents = types.map(withinSentence).join("; ");
  return [put(LETTER.documents[names.language], { documents })];
}

/** The tightest term of the service that the request has started; where no end could be counted, its length. */
function termOf({ deadlines }: Verdict, language: Language): string {
  const terms = deadlines.filter(({ judges, subject }) => judges && subject === "service");
  const [tightest] = terms
    .filter((term): term is StartedTerm & { due: string } => term.due !== undefined)
    .toSorted((a, b) => Date.parse(a.due) - Date.parse(b.due));
  if (tightest !== undefined)
    return put(LETTER.due[language], {
      due: moment(tightest.due, language),
      cite: citation(tightest.cite, language),
    });
  const [uncounted] = terms;
  if (uncounted === undefined) return LETTER.noTerm[language];
  const { amount, unit, cite } = uncounted;
  return put(LETTER.dueUncounted[language], {
    term: termText(amount, unit, language),
    cite: citation(cite, language),
  });
}

/** What the regulation leaves to acts that are not at hand, as far as it could bear on the answer. */
function elsewhere(
  { notHeld }: Verdict,
  kinds: readonly string[],
  words: Labels,
  language: Language,
): string[] {
  const acts = notHeld
    .filter((left) => left.kinds.some((kind) => kinds.includes(kind)))
    .map(({ what, cite }) => `${what} (${citation(cite, language)})`);
  return acts.length === 0 ? [] : ["", put(words[language], { acts: [...new Set(acts)].join("; ") })];
}

/** What the clerk should know before signing. */
function notesOf(verdict: Verdict, names: Names): string[] {
  const { language } = names;
  const findings = verdict.openFindings.map((fact) => findingName(fact, verdict, names)).join("; ");
  return [
    ...(findings === "" || verdict.verdict === "refuse"
      ? []
      : [put(LETTER.openFindings[language], { findings })]),
    ...(verdict.rulebook.standing === "in-force" ? [] : [PERHAPS[language]]),
    ...(verdict.reasons.some(({ draft }) => draft === true) ? [DRAFTS[language]] : []),
  ];
}

/** A time as an official letter has it, with its distance from UTC; a time without one stays as it was told. */
function moment(iso: string, language: Language): string {
  const [, year, month, day, clock, offset] =
    /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})[^Z+-]*(Z|[+-]\d{2}:\d{2})?$/.exec(iso) ?? [];
  if (year === undefined || month === undefined || day === undefined || clock === undefined) return iso;
  const name = MONTHS[Number(month) - 1]?.[language] ?? month;
  const zone = offset === undefined ? "" : ` (UTC${offset === "Z" ? "" : offset})`;
  switch (language) {
    case "kk":
      return `${year} жылғы ${Number(day)} ${name}, сағат ${clock}${zone}`;
    case "ru":
      return `${Number(day)} ${name} ${year} года, ${clock}${zone}`;
    case "en":
      return `${Number(day)} ${name} ${year}, ${clock}${zone}`;
  }
}

const dotted = (iso: string): string => iso.split("-").reverse().join(".");
