import { document, says, worded, type Draft, type Said } from "../expected.ts";
import type { Family } from "../family.ts";
import { frame } from "../frame/frame.ts";
import { inCase, of, type Noun } from "../kazakh/noun.ts";
import { COPY, PAPERS } from "../kazakh/vocabulary.ts";
import type { Random } from "../random.ts";
import { items, somePapers } from "./papers.ts";

/** Papers of which one is enough, papers of which all are asked for, and both in one item. */
export const andOr: Family = {
  id: "and-or",
  shows:
    "не, немесе, не болмаса, және (немесе): two and three alternatives, all of them, both in one item, «or» that joins no papers",
  make(random) {
    const making = random.some(ITEMS, random.int(2, 4));
    const cell = [application(), ...making.map((item, index) => item(random, `group-${index}`))];
    return frame(random, { rows: { documents: items(cell) } });
  },
};

const application = (): Said => says("белгіленген нысандағы өтініш", document());

type Item = (random: Random, group: string) => Said;

const joint = (words: readonly string[], group?: string): Draft[] =>
  words.map((one) => worded(document(group === undefined ? {} : { alternativeGroup: group }), one));

const OR = ["немесе", "не", "не болмаса", "немесе"] as const;

const two: Item = (random, group) => {
  const [one, other] = texts(somePapers(random, 2));
  const or = random.pick(OR);
  return says(`${one}${random.pick([" ", " ", ", "])}${or} ${other}`, ...joint([one, other], group));
};

/** `және (немесе)` asks for one of them or for both: one is enough. */
const andOrOr: Item = (random, group) => {
  const [one, other] = texts(somePapers(random, 2));
  return says(
    `${one} ${random.pick(["және (немесе)", "және/немесе"])} ${other}`,
    ...joint([one, other], group),
  );
};

const three: Item = (random, group) => {
  const [one, other, last] = texts(somePapers(random, 3));
  return says(`${one}, ${other} ${random.pick(OR)} ${last}`, ...joint([one, other, last!], group));
};

/** `шарттың, полистің немесе жоспардың көшірмесі`: the owners are alternatives, the copy is of each. */
const threeOwners: Item = (random, group) => {
  const papers = random.some(PAPERS, 3);
  const [one, other, last] = papers.map((paper) => inCase(paper, "genitive"));
  return says(`${one!}, ${other!} ${random.pick(OR)} ${last!} көшірмесі`, ...joint(copies(papers), group));
};

const both: Item = (random) => {
  const [one, other] = texts(somePapers(random, 2));
  return says(`${one}${random.pick([" және ", ", сондай-ақ "])}${other}`, ...joint([one, other]));
};

const bothOwners: Item = (random) => {
  const papers = random.some(PAPERS, 2);
  const [one, other] = papers.map((paper) => inCase(paper, "genitive"));
  return says(`${one!} және ${other!} көшірмелері`, ...joint(copies(papers)));
};

/** A comma and `сондай-ақ` set the first apart: only the last two are alternatives. */
const oneAndTwo: Item = (random, group) => {
  const [one, other, last] = texts(somePapers(random, 3));
  return says(
    `${one}, сондай-ақ ${other} ${random.pick(OR)} ${last!}`,
    ...joint([one]),
    ...joint([other, last!], group),
  );
};

/** The brackets say what binds. */
const bracketed: Item = (random, group) => {
  const [one, other, last] = texts(somePapers(random, 3));
  return says(
    `${one} (${random.pick(OR)} ${other}) және ${last!}`,
    ...joint([one, other], group),
    ...joint([last!]),
  );
};

/** `немесе` that joins words of one paper. */
const onePaper: Item = (random) => {
  const text = random.pick(["түсініктеме", "сауалнама", "есеп", "келісім", "кепілдік хат"]);
  const owner = random.pick([
    "өтініш берушінің немесе оның өкілінің",
    "меншік иесінің немесе жалға алушының",
    "басшының немесе ол уәкілеттік берген адамның",
  ]);
  return random.pick([
    says(`қағаз немесе электрондық түрдегі ${text}`, worded(document(), text)),
    says(`${owner} қолы қойылған ${text}`, worded(document(), text)),
    says(`қазақ немесе орыс тілінде толтырылған ${text}`, worded(document(), text)),
  ]);
};

const ITEMS: readonly Item[] = [
  two,
  two,
  andOrOr,
  three,
  threeOwners,
  both,
  bothOwners,
  oneAndTwo,
  bracketed,
  onePaper,
];

const texts = (papers: readonly Noun[]): [string, string, string?] =>
  papers.map(({ text }) => text) as [string, string, string?];

const copies = (papers: readonly Noun[]): string[] => papers.map((paper) => of(paper, COPY).text);
