import type { Language } from "../../model/language.ts";
import type {
  NotComparedReason,
  Parity,
  ParityClass,
  ParityDifference,
  ParityPoint,
  ParityText,
} from "../../model/parity.ts";
import en from "./words.en.json" with { type: "json" };
import kk from "./words.kk.json" with { type: "json" };
import ru from "./words.ru.json" with { type: "json" };

interface ParityWording {
  readonly page: Readonly<
    Record<
      | "title"
      | "of"
      | "none"
      | "found"
      | "versions"
      | "amendments"
      | "unread"
      | "notCompared"
      | "readOtherwise"
      | "noWords"
      | "says"
      | "missingProvision"
      | "missingWords",
      string
    >
  >;
  readonly languages: Readonly<Record<Language, string>>;
  readonly in: Readonly<Record<Language, string>>;
  readonly classes: Readonly<Record<ParityClass, string>>;
  readonly weights: Readonly<Record<ParityDifference["weight"], string>>;
  readonly why: Readonly<Record<NotComparedReason, string>>;
}

export const PARITY_WORDING: Readonly<Record<Language, ParityWording>> = { kk, ru, en };

/** What a report puts into a sentence. */
export const filled = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/gu, (_, name: string) => `${values[name] ?? ""}`);

const LONGEST = 120;

/** One point in one line: what each text says, in its own words. */
export function pointText(
  point: ParityPoint,
  { first, second }: Readonly<Record<"first" | "second", Pick<ParityText, "language">>>,
  language: Language,
): string {
  const { page, classes, in: inWhich } = PARITY_WORDING[language];
  if (point.class === "missing") {
    const [has, lacks] = point.first === undefined ? [second, first] : [first, second];
    const sentence =
      (point.first ?? point.second)?.value === "provision" ? "missingProvision" : "missingWords";
    return filled(page[sentence], { has: inWhich[has.language], lacks: inWhich[lacks.language] });
  }
  const side = (of: Language, words: string | undefined): string =>
    words === undefined
      ? filled(page.noWords, { in: inWhich[of] })
      : filled(page.says, { in: inWhich[of], words: short(words) });
  return `${classes[point.class]}: ${side(first.language, point.first?.words)}; ${side(second.language, point.second?.words)}`;
}

/** Words short enough for a line. */
export const short = (words: string, longest = LONGEST): string => {
  const plain = words.replace(/\s+/gu, " ").trim();
  return plain.length <= longest ? plain : `${plain.slice(0, longest)}…`;
};

/** What goes before the differences: whether these are two texts of one day. */
export function headText(parity: Parity, language: Language): readonly string[] {
  const { page } = PARITY_WORDING[language];
  const { first, second } = parity.amendments;
  return [
    filled(page.of, { compared: parity.compared }),
    ...(parity.isOneVersion ? [] : [page.versions]),
    ...(first.length + second.length === 0
      ? []
      : [filled(page.amendments, { first: first.join(", ") || "–", second: second.join(", ") || "–" })]),
  ];
}
