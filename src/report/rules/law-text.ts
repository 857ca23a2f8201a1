import type { Duration } from "../../model/duration.ts";
import type { Language } from "../../model/language.ts";
import type { Law, LawBook, Provision } from "../../model/law.ts";
import type { ValidityDate } from "../../model/in-force.ts";
import { filled, termText } from "../amounts.ts";
import { dotted } from "../dotted.ts";
import { word } from "../rule-words.ts";
import type { Names } from "../names.ts";
import { conditionWords } from "./condition-words.ts";
import WORDS from "./law-words.json" with { type: "json" };
import type { Paint } from "./text.ts";
import { wrapped } from "./wrapped.ts";

/** The general law beneath a book, act by act: what each provision says, its citation, its days and the law's own words. */
export function lawText(
  { books }: Law,
  provisions: readonly Provision[],
  names: Names,
  paint: Paint,
): string {
  const { language } = names;
  const shown = new Set(provisions);
  const lines = books.flatMap((book) => {
    const own = book.rules.filter((each) => shown.has(each));
    return own.length === 0
      ? []
      : ["", ...actLines(book, language, paint), ...own.flatMap((each) => provisionLines(each, names, paint))];
  });
  return ["", paint.bold(WORDS.title[language].toLocaleUpperCase(language)), ...lines, ""].join("\n");
}

function actLines({ act, readAsOf, remarks = [] }: LawBook, language: Language, paint: Paint): string[] {
  const read = readAsOf.map(dotted).join(", ");
  const said = `${act.title} (${dotted(act.date)}, № ${act.number})`;
  return [
    ...wrapped(said, "", "  ").map(paint.bold),
    ...(read === "" ? [] : [paint.dim(`  ${filled(WORDS.readAsOf[language], { days: read }, language)}`)]),
    ...remarks.flatMap((remark) => wrapped(remark, "  – ", "    ")),
  ];
}

function provisionLines(provision: Provision, names: Names, paint: Paint): string[] {
  const { language } = names;
  const { cite, cites, words, note, inForce } = provision;
  const days = `${boundText("from", inForce.from, language)}${inForce.until === null ? "" : `, ${boundText("until", inForce.until, language)}`}`;
  const quote = words[language] ?? Object.values(words)[0];
  return [
    "",
    ...wrapped(saidOf(provision, names), "  ", "    "),
    paint.dim(`    ${cites?.[language] ?? cite} · ${days}`),
    ...(quote === undefined ? [] : wrapped(`«${quote}»`, "    ", "    ").map(paint.dim)),
    ...(note === undefined ? [] : wrapped(`${WORDS.note[language]}: ${note}`, "    ", "    ")),
  ];
}

/** What a provision says, in one line. */
function saidOf(provision: Provision, names: Names): string {
  const { language } = names;
  switch (provision.kind) {
    case "rollover":
      return WORDS.rollover[provision.outside][language];
    case "counting":
      return WORDS.questions[provision.question][language];
    case "deadline": {
      const { addressee, extends: isExtension } = provision;
      return [
        `${isExtension === true ? `${WORDS.atMost[language]} ` : ""}${length(provision, language)}`,
        word("subjects", provision.subject, language),
        ...(addressee === undefined ? [] : [WORDS.addressees[addressee][language]]),
      ].join(" · ");
    }
    case "refusal": {
      const { stage, when, aboutDocuments } = provision;
      const ground =
        when === undefined
          ? aboutDocuments === undefined
            ? ""
            : WORDS.documents[aboutDocuments][language]
          : conditionWords(when, names);
      return [word("stages", stage, language), ground].filter((part) => part !== "").join(" · ");
    }
    case "duty": {
      const { duty, within } = provision;
      return `${WORDS.duties[duty][language]}${within === undefined ? "" : ` · ${length(within, language)}`}`;
    }
    case "silence":
      return WORDS.deemed[provision.deemed][language];
    case "proactive":
      return WORDS.proactive[language];
  }
}

const length = ({ amount, unit }: Duration, language: Language): string => termText(amount, unit, language);

function boundText(which: "from" | "until", date: ValidityDate, language: Language): string {
  const told = (day: string): string => filled(WORDS[which][language], { day }, language);
  if (typeof date === "string") return date === "unknown" ? told("?") : told(dotted(date));
  return `${told(dotted(date.assumed))} (${WORDS.assumed[language]}: ${date.why})`;
}
