import { owning, type Act, type Block } from "../act.ts";
import type { Family } from "../family.ts";
import { blankForm } from "../frame/blank-form.ts";
import { annexStamp, chaptersOf, piecesOf, RULES, tableOf, type Kind, type Pieces } from "../frame/frame.ts";
import { annotated } from "../frame/fillers.ts";
import { makerOf, orderOf, type Maker } from "../frame/order.ts";
import { TOPICS } from "../frame/rows.ts";
import { inCase, third } from "../kazakh/noun.ts";
import { SERVICES, type Service } from "../kazakh/vocabulary.ts";
import type { Random } from "../random.ts";

/** Where a regulation begins: stamps, titles and chapters in the forms that acts give them, one or two in an act. */
export const stampsAndTitles: Family = {
  id: "stamps-and-titles",
  shows:
    "annex numbers as 1-қосымша, 1 қосымша, қосымша; titles singular, of two lines, of all kinds of acts; chapters anew; two services",
  make(random): Act {
    const maker = makerOf(random);
    const manner = mannerOf(random);
    const services = random.some(SERVICES, random.chance(0.4) ? 2 : 1);
    const titled = services.map((service) => ({
      service,
      words: titleWords(random, service, manner.kind.title),
    }));
    return owning({
      order: orderOf(
        random,
        maker,
        titled.map(({ words }) => ({ title: words, accusative: inCase(third(words), "accusative") })),
      ),
      regulations: titled.map(({ service, words }, index) =>
        regulation(
          random,
          { ...piecesOf(random, service, maker, { kind: manner.kind }), title: words },
          manner,
          services.length === 1 ? 0 : index + 1,
        ),
      ),
    });
  },
};

/** How one act writes all its stamps and titles. */
interface Manner {
  readonly kind: Kind;
  readonly stamp: (maker: Maker, number: number) => string[];
  readonly annex: (number: number) => string;
  readonly heading: { readonly level: 1 | 2 | 3; readonly mark?: "bold" | "bare" };
  readonly chapter: (index: number, title: string) => string;
  readonly chapterLevel: 2 | 3;
  readonly twoLines: boolean;
}

/** What such acts are called; most are rules. */
const KINDS: readonly Kind[] = [
  RULES,
  RULES,
  RULES,
  { title: "қағидасы", short: "Қағида" },
  { title: "ережесі", short: "Ереже" },
  { title: "ережелері", short: "Ережелер" },
  { title: "стандарты", short: "Стандарт" },
  { title: "регламенті", short: "Регламент" },
];

/** Annex numbers; 0 where there is only one annex and it bears none. */
const ANNEXES: readonly ((number: number) => string)[] = [
  (number) => `${number}-қосымша`,
  (number) => `${number}-қосымша`,
  (number) => `${number} қосымша`,
  (number) => `${number} - қосымша`,
  (number) => `№ ${number} қосымша`,
  (number) => `${number}-ҚОСЫМША`,
];

const CHAPTERS: readonly ((index: number, title: string) => string)[] = [
  (index, title) => `${index}-тарау. ${title}`,
  (index, title) => `${index}-тарау. ${title}`,
  (index, title) => `${index} тарау. ${title}`,
  (index, title) => `${index}. ${title}`,
  (index, title) => `${index}-тарау ${title}`,
];

function mannerOf(random: Random): Manner {
  const annex = random.pick(ANNEXES);
  const oneLine = random.chance(0.25);
  const nameless = random.chance(0.3);
  const approved = random.chance(0.15);
  return {
    kind: random.pick(KINDS),
    annex,
    stamp: ({ ministry, date, number: order }, number) => {
      const head = ["Қазақстан Республикасының", `${ministry} министрінің`, date];
      if (approved) return [...head, `№ ${order} бұйрығымен`, "бекітілген"];
      const annexLine = number === 0 && nameless ? "қосымша" : annex(Math.max(1, number));
      return oneLine
        ? [...head, `№ ${order} бұйрығына ${annexLine}`]
        : [...head, `№ ${order} бұйрығына`, annexLine];
    },
    heading: random.pick([
      { level: 2 },
      { level: 2 },
      { level: 1 },
      { level: 3 },
      { level: 2, mark: "bold" },
    ] as const),
    chapter: random.pick(CHAPTERS),
    chapterLevel: random.pick([2, 3, 3]),
    twoLines: random.chance(0.3),
  };
}

const titleWords = (random: Random, { name }: Service, kind: string): string =>
  random.pick([
    `«${name}» мемлекеттік қызмет көрсету ${kind}`,
    `«${name}» мемлекеттік қызметін көрсету ${kind}`,
    `«${name}» мемлекеттік көрсетілетін қызмет ${kind}`,
    `${name} ${kind}`,
  ]);

function regulation(random: Random, pieces: Pieces, manner: Manner, number: number): Block[] {
  const { service, maker, title, rows, chapters } = pieces;
  const to = inCase(third(manner.kind.title), "dative");
  const { heading } = manner;
  const headingBlock: Block = { is: "heading", lines: linesOf(title, manner.twoLines), ...heading };
  const blocks = annotated(random, chaptersOf(chapters, manner.chapter)).map((block): Block =>
    block.is === "heading" ? { ...block, level: manner.chapterLevel } : block,
  );
  return [
    { is: "stamp", lines: manner.stamp(maker, number) },
    headingBlock,
    ...blocks,
    ...blankForm(random, annexStamp(service, manner.annex(1), to)),
    { is: "stamp", lines: annexStamp(service, manner.annex(2), to) },
    tableOf(
      service,
      TOPICS.map((topic) => rows[topic]),
    ),
  ];
}

/** A long title goes on in a second line, before its last words. */
function linesOf(title: string, two: boolean): string[] {
  if (!two) return [title];
  const words = title.split(" ");
  const cut = words.length - 2;
  return [words.slice(0, cut).join(" "), words.slice(cut).join(" ")];
}
