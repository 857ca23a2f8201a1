import type { Language } from "../../model/language.ts";
import { impossible } from "../../model/impossible.ts";
import type {
  Answer,
  Change,
  Reason,
  StartedTerm,
  ToldTerm,
  Verdict,
  WaitingTerm,
} from "../../model/verdict.ts";
import { citeIn, lawText, lengthOf, OF_LAW, PERHAPS_LAW, restsOn } from "./law-words.ts";
import { lackText } from "./letter-body.ts";
import { citation } from "../citation.ts";
import { sentence } from "./sentence.ts";
import { startsWhen } from "./waiting.ts";
import { filled } from "../amounts.ts";
import {
  ANSWERS,
  APPLY_BY,
  AS_FAR,
  DRAFTS,
  ELSEWHERE,
  HAND_IN,
  ofOpenCase,
  NOT_JUDGING,
  NO_FIX,
  PASSED_OF,
  PERHAPS,
  RULEBOOK,
  TITLES,
  UNCOUNTED,
  VERSION,
  unknownText,
  WHY_IGNORED,
} from "./words.ts";
import { dotted } from "../dotted.ts";
import { dueMoment, moment } from "../moment.ts";
import { findingName, type Names } from "../names.ts";
import { word } from "../rule-words.ts";
import { saidIn } from "../twin/said-in.ts";
import { unreadShareWords } from "../unread-share.ts";

/** How a terminal marks the parts of a report; plain text where it cannot. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly doubtful: (text: string) => string;
}

/**
 * A verdict as a person reads it: the answer, what stands against it rule by rule, what is missing, and until when. The
 * rules that were passed are counted, and listed where `verbose`.
 */
export function checkText(
  verdict: Verdict,
  service: string,
  names: Names,
  { paint, verbose }: { readonly paint: Paint; readonly verbose: boolean },
): string {
  const { language } = names;
  const { rulebook } = verdict;
  const lines = [
    `${answerText(verdict, language, paint)}  ${service}`,
    ...headLines(verdict, language).map(paint.faint),
  ];
  const section = (title: keyof typeof TITLES, items: readonly string[]): void => {
    if (items.length > 0) lines.push("", paint.strong(TITLES[title][language]), ...items);
  };
  const by = (outcome: Reason["outcome"], mark: string): string[] =>
    verdict.reasons
      .filter((reason) => reason.outcome === outcome)
      .flatMap((reason) => ruleLines(reason, mark, names, paint));
  section("against", by("fail", paint.bad("✗")));
  section("held", by("hold", paint.doubtful("!")));
  section("unknown", by("unknown", paint.doubtful("?")));
  section(
    "needed",
    verdict.undetermined.map((fact) => {
      const id = verbose && !fact.startsWith("finding:") ? ` ${paint.faint(`[${fact}]`)}` : "";
      return `  - ${findingName(fact, verdict, names)}${id}`;
    }),
  );
  section(
    "documents",
    verdict.missingDocuments.map((lack) => `  - ${lackText(lack, names)}`),
  );
  section("fix", fixLines(verdict, names));
  section("terms", [
    ...verdict.deadlines.map((term) => termText(term, names)),
    ...verdict.waiting.map((term) => waitingText(term, names)),
  ]);
  section(
    "findings",
    verdict.openFindings.map((fact) => `  - ${findingName(fact, verdict, names)}`),
  );
  section(
    "notHeld",
    verdict.notHeld.map(({ what, cite }) => `  - «${what}» (${citation(cite, language)})`),
  );
  section(
    "ignored",
    verdict.ignored.map(({ pointer, why }) => `  - ${pointer}: ${WHY_IGNORED[why][language]}`),
  );
  if (rulebook.standing !== "in-force") lines.push("", paint.doubtful(PERHAPS[language]));
  if (verdict.reasons.some(({ draft }) => draft === true)) lines.push("", paint.doubtful(DRAFTS[language]));
  if (verbose) section("passed", [...by("pass", paint.good("✓")), ...elsewhere(verdict, language, paint)]);
  else lines.push("", paint.faint(passedCount(verdict, language)));
  return `${lines.join("\n")}\n`;
}

/** When and in which way it was asked for, and by which law it is judged. */
function headLines({ rulebook, channel, submitted }: Verdict, language: Language): string[] {
  const version = rulebook.version === undefined ? "" : `, ${VERSION[language]} ${dotted(rulebook.version)}`;
  return [
    `${word("channels", channel, language)}, ${moment(submitted, language)}`,
    `${RULEBOOK[language]}: ${rulebook.id}${version}`,
    unreadShareWords(rulebook.unread, language),
    ...[lawText(rulebook, language)].filter((text) => text !== undefined),
  ];
}

function passedCount({ reasons }: Verdict, language: Language): string {
  const passed = reasons.filter(({ outcome }) => outcome === "pass").length;
  return filled(PASSED_OF[language], { passed, all: reasons.length }, language);
}

/** The rules on other ways of applying, as one line. */
function elsewhere({ reasons }: Verdict, language: Language, paint: Paint): string[] {
  const count = reasons.filter(({ code }) => code === "another-channel").length;
  return count === 0 ? [] : [paint.faint(`  ${ELSEWHERE[language]}: ${count}`)];
}

function answerText({ verdict, asFarAsRulesAtHandGo }: Verdict, language: Language, paint: Paint): string {
  const word = ANSWERS[verdict][language].toLocaleUpperCase(language);
  const paints: Record<Answer, (text: string) => string> = {
    admit: paint.good,
    incomplete: paint.doubtful,
    undetermined: paint.doubtful,
    refuse: paint.bad,
  };
  return paint.strong(paints[verdict](word)) + (asFarAsRulesAtHandGo ? ` (${AS_FAR[language]})` : "");
}

function ruleLines(reason: Reason, mark: string, names: Names, paint: Paint): string[] {
  const { language } = names;
  const { cite: cited, quote, other } = saidIn(reason, language);
  const cite = reason.law === undefined ? cited : `${cited}, ${OF_LAW[language]}`;
  const doubt = reason.law === "perhaps" ? ` (${PERHAPS_LAW[language]})` : "";
  const first = `  ${mark} ${cite}${doubt}: ${sentence(reason, names)}`;
  if (reason.outcome === "pass" || quote === undefined) return [first];
  return [
    first,
    paint.faint(`      «${quote}»`),
    ...(other === undefined ? [] : [paint.faint(`      ${other}`)]),
  ];
}

function fixLines({ smallestFix }: Verdict, names: Names): string[] {
  if (smallestFix === undefined) return [];
  const { language } = names;
  if (smallestFix === null) return [`  - ${NO_FIX[language]}`];
  return smallestFix.map((change) => `  - ${changeText(change, names)}`);
}

function changeText(change: Change, names: Names): string {
  const { language } = names;
  switch (change.change) {
    case "channel":
      return `${APPLY_BY[language]}: ${word("channels", change.to, language)}`;
    case "document":
      return `${HAND_IN[language]}: ${names.document(change.document)}`;
    case "finding":
    case "fact": {
      return names.told(change.fact, change.to);
    }
    default:
      return impossible(change);
  }
}

function termText(term: StartedTerm, names: Names): string {
  const { due, unknown } = term;
  const { language } = names;
  const until = due === undefined ? UNCOUNTED[language] : dueMoment(due, language);
  const why = unknown === undefined ? "" : ` (${unknownText(term, names)})`;
  const rests = restsOn(term, language).map((text) => `\n      ${text}`);
  return `  - ${until}${why}: ${termWords(term, language)}${rests.join("")}`;
}

/** A term that waits for another event: of which, in the reader's words. */
const waitingText = (term: WaitingTerm, names: Names): string =>
  `  - ${termWords(term, names.language)} (${startsWhen(term, names.language)}${ofOpenCase(term, names)})`;

/** How long a term is, of what, and where it stands. */
function termWords(term: ToldTerm, language: Language): string {
  const note = term.judges ? "" : ` (${NOT_JUDGING[language]})`;
  return `${lengthOf(term, language)}, ${word("subjects", term.subject, language)}, ${citeIn(term, language)}${note}`;
}
