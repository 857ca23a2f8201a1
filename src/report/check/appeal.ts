import type { DutyProvision, Provision, TermProvision } from "../../model/law.ts";
import type { Language } from "../../model/language.ts";
import { put } from "../due/words.ts";
import { termText } from "../amounts.ts";
import { lawCitation } from "../law-citation.ts";
import FILING from "./appeal-law.json" with { type: "json" };
import { LETTER } from "./letter-words.ts";

/**
 * How to appeal against a decision: to whom and until when, how soon each answers, and when a court can be turned to, each by
 * the law that holds on the day, `YYYY-MM-DD`. Of what the law at hand does not tell, a place to fill in.
 */
export function appealOf(law: readonly Provision[], day: string, language: Language): readonly string[] {
  const held = FILING.filter(({ from, until }) => from <= day && (until === null || day < until));
  const [filing] = law.length === 0 ? [] : held.filter(({ amount }) => amount !== undefined);
  const [court] = law.length === 0 ? [] : held.filter(({ court: isCourt }) => isCourt === true);
  const terms = law.filter(
    (each): each is TermProvision =>
      each.kind === "deadline" && each.subject === "complaint" && each.extends !== true,
  );
  const answered = (["provider", "authorised-body"] as const).flatMap((addressee) =>
    terms
      .filter((each) => each.addressee === addressee)
      .slice(0, 1)
      .map((term) => told(LETTER.appealAnswered[addressee][language], term, language)),
  );
  const forwarded = terms.filter(({ toEvent }) => toEvent === "complaint-forwarded").slice(0, 1);
  return [
    LETTER.appealTitle[language],
    filing === undefined
      ? LETTER.appealUndated[language]
      : put(LETTER.appealFile[language], {
          term: termText(filing.amount ?? 0, "month", language),
          cite: lawCitation(filing, language),
        }),
    ...answered,
    ...forwarded.map((term) => told(LETTER.appealForwarded[language], term, language)),
    ...(court === undefined
      ? []
      : [put(LETTER.appealCourt[language], { cite: lawCitation(court, language) })]),
  ];
}

/** Within what time a request is returned whose papers were not brought; absent where no law says it. */
export function returnedText(law: readonly Provision[], language: Language): readonly string[] {
  return dutyText(law, "returned-after-deficiency-time", LETTER.returned[language], language);
}

/** That the applicant may have to be heard before a refusal; absent where no law says it. */
export function hearingText(law: readonly Provision[], language: Language): readonly string[] {
  return dutyText(law, "hearing-before-burden", LETTER.hearing[language], language);
}

const dutyText = (
  law: readonly Provision[],
  duty: DutyProvision["duty"],
  words: string,
  language: Language,
): readonly string[] =>
  law
    .filter((each) => each.kind === "duty")
    .filter((each) => each.duty === duty)
    .flatMap(({ id, cite, within }) =>
      within === undefined
        ? []
        : [
            put(words, {
              term: termText(within.amount, within.unit, language),
              cite: lawCitation({ rule: id, cite }, language),
            }),
          ],
    );

const told = (words: string, { id, cite, amount, unit }: TermProvision, language: Language): string =>
  put(words, { term: termText(amount, unit, language), cite: lawCitation({ rule: id, cite }, language) });
