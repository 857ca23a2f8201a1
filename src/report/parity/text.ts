import type { Citation } from "../../model/citation.ts";
import type { Language } from "../../model/language.ts";
import type { NotCompared, Parity, ParityDifference } from "../../model/parity.ts";
import { unreadShareWords } from "../unread-share.ts";
import type { HeldTexts } from "../../model/held-texts.ts";
import { readOtherwiseLines } from "./read-otherwise.ts";
import { foundAt, type LocateBoth } from "./located.ts";
import { filled, headText, PARITY_WORDING, pointText, short } from "./wording.ts";

const LONGEST_QUOTE = 240;

/** A comparison of languages for the terminal: what differs, with the words of both, and what was not compared. */
export function parityText(parity: HeldTexts, locate: LocateBoth, language: Language): string {
  const { page } = PARITY_WORDING[language];
  const { differences, notCompared, first, second } = parity;
  const unread = [first, second].map(({ file, unread: share }) =>
    filled(page.unread, { file, share: unreadShareWords(share, language) }),
  );
  const looked = readOtherwiseLines(parity, locate, language);
  return [
    ...headText(parity, language),
    ...unread,
    "",
    differences.length === 0 ? page.none : filled(page.found, { count: differences.length }),
    ...differences.flatMap((one) => ["", ...differenceText(one, parity, locate, language)]),
    ...(notCompared.length === 0 ? [] : ["", filled(page.notCompared, { count: notCompared.length })]),
    ...notCompared.map((one) => `  ${notComparedText(one, locate, language)}`),
    ...(looked.length === 0 ? [] : ["", filled(page.readOtherwise, { count: looked.length })]),
    ...looked.map((line) => `  ${line}`),
    "",
  ].join("\n");
}

function differenceText(
  { class: of, weight, points, first, second }: ParityDifference,
  parity: Parity,
  locate: LocateBoth,
  language: Language,
): readonly string[] {
  const { classes, weights } = PARITY_WORDING[language];
  const cited = (citations: readonly Citation[], at: LocateBoth["first"]): readonly string[] =>
    citations.map(
      (citation) =>
        `    ${foundAt(citation, at, language)}: ${citation.cite}: «${short(citation.quote, LONGEST_QUOTE)}»`,
    );
  return [
    `${classes[of]} (${weights[weight]})`,
    ...points.map((point) => `  – ${pointText(point, parity, language)}`),
    ...cited(first, locate.first),
    ...cited(second, locate.second),
  ];
}

function notComparedText(
  { why, first, second }: NotCompared,
  locate: LocateBoth,
  language: Language,
): string {
  const place = (citations: readonly Citation[], at: LocateBoth["first"]): readonly string[] =>
    citations.slice(0, 1).map((citation) => foundAt(citation, at, language));
  const places = [...place(first, locate.first), ...place(second, locate.second)].join(" ↔ ");
  return `${places}: ${PARITY_WORDING[language].why[why]}`;
}
