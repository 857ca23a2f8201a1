import type { Citation } from "../../model/citation.ts";
import type { Language } from "../../model/language.ts";
import type { Parity, ParityDifference } from "../../model/parity.ts";
import { unreadShareWords } from "../unread-share.ts";
import type { HeldTexts } from "../../model/held-texts.ts";
import { foundAt, type LocateBoth } from "./located.ts";
import { notComparedLines } from "./not-compared.ts";
import { readOtherwiseLines } from "./read-otherwise.ts";
import { filled, headText, PARITY_WORDING, pointText, short } from "./wording.ts";

const LONGEST_QUOTE = 240;

/** A comparison of languages for the terminal: what differs, with the words of both, and what was not compared. */
export function parityText(parity: HeldTexts, locate: LocateBoth, language: Language): string {
  const { page } = PARITY_WORDING[language];
  const { differences, first, second } = parity;
  const unread = [first, second].map(({ file, unread: share }) =>
    filled(page.unread, { file, share: unreadShareWords(share, language) }),
  );
  return [
    ...headText(parity, language),
    ...unread,
    "",
    differences.length === 0 ? page.none : filled(page.found, { count: differences.length }),
    ...differences.flatMap((one) => ["", ...differenceText(one, parity, locate, language)]),
    ...listText(page.notCompared, notComparedLines(parity, locate, language)),
    ...listText(page.readOtherwise, readOtherwiseLines(parity, locate, language)),
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

/** A list under its title, which tells how many there are; nothing where there are none. */
const listText = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ["", filled(title, { count: lines.length }), ...lines.map((line) => `  ${line}`)];
