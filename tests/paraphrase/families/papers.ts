import type { Said } from "../expected.ts";
import { of, plain, type Noun } from "../kazakh/noun.ts";
import { COPY, PAPERS } from "../kazakh/vocabulary.ts";
import type { Random } from "../random.ts";

/** Papers as they are listed: as such, as a copy, as an electronic copy, certified. */
const brought = (random: Random, paper: Noun): Noun =>
  random.pick([paper, of(paper, COPY), of(paper, plain("электрондық көшірме")), of(paper, COPY)]);

/** Different papers, as they are brought. */
export const somePapers = (random: Random, count: number): Noun[] =>
  random.some(PAPERS, count).map((paper) => brought(random, paper));

/** Items of a list: numbered, their last ends in a full stop. */
export const items = (said: readonly Said[], mark = (number: number): string => `${number}) `): Said[] =>
  said.map(({ text, rules }, index) => ({
    text: `${mark(index + 1)}${text}${index === said.length - 1 ? "." : ";"}`,
    rules,
  }));
