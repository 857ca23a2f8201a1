import { deadline, document, says, worded, type Said } from "../expected.ts";
import type { Family } from "../family.ts";
import { frame } from "../frame/frame.ts";
import { inCase, plain, type Noun } from "../kazakh/noun.ts";
import { anyTerm } from "../kazakh/term.ts";
import { GROUPS } from "../kazakh/vocabulary.ts";
import type { Random } from "../random.ts";
import { capital } from "./capital.ts";
import { items, somePapers } from "./papers.ts";

/** Who has to bring what in which case: headings in a cell, conditions in an item, cases of a service. */
export const cases: Family = {
  id: "cases",
  shows:
    "headings of cases in a cell, lists that start anew, conditions and exceptions of one paper, channels as headings",
  make(random) {
    const thing = random.pick(THINGS);
    const cell = random.pick([byCase, byCase, byPerson, byChannel, inItems, inItems, forAll])(random, thing);
    return frame(random, {
      rows: { documents: cell, ...(random.chance(0.5) ? { term: terms(random, thing) } : {}) },
    });
  },
};

const THINGS = ["рұқсат", "лицензия", "куәлік", "аттестат", "сертификат", "анықтама"].map(plain);

/** The cases a service has, as headings. */
function headings(random: Random, thing: Noun): string[] {
  const [object, owner] = [inCase(thing, "accusative"), inCase(thing, "genitive")];
  const issue = random.pick([
    `${capital(thing.text)} алу үшін`,
    `${capital(object)} алу үшін`,
    `${capital(thing.text)} беру кезінде`,
  ]);
  const others = random.some(
    [
      `${capital(object)} қайта ресімдеу үшін`,
      `${capital(owner)} телнұсқасын алу үшін`,
      `${capital(owner)} қолданылу мерзімін ұзарту үшін`,
      `${capital(thing.text)} жоғалған жағдайда`,
      `${capital(thing.text)} бүлінген кезде`,
      "Иесінің тегі өзгерген жағдайда",
    ],
    random.int(1, 2),
  );
  return [issue, ...others];
}

const application = (random: Random): string =>
  random.pick([
    "белгіленген нысандағы өтініш",
    "осы Қағидаларға 1-қосымшаға сәйкес өтініш",
    "еркін нысандағы өтініш",
  ]);

/** A heading and its list, numbered from 1 again; each paper is asked for in that case only. */
function underHeadings(random: Random, titles: readonly string[], more: (title: string) => object): Said[] {
  const mark = random.pick([(number: number) => `${number}) `, (number: number) => `${number}) `, () => ""]);
  const leading = random.pick([() => "", () => "", (number: number) => `${number}. `]);
  return titles.flatMap((title, index) => {
    const papers = [application(random), ...somePapers(random, random.int(1, 3)).map(({ text }) => text)];
    const said = papers.map((text) => says(text, document({ ...more(title) })));
    return [says(`${leading(index + 1)}${title}:`), ...items(said, mark)];
  });
}

const byCase = (random: Random, thing: Noun): Said[] =>
  underHeadings(random, headings(random, thing), (condition) => ({ condition }));

function byPerson(random: Random): Said[] {
  const [ones, others] = random.pick([
    ["Жеке тұлғалар үшін", "Заңды тұлғалар үшін"],
    ["Жеке тұлғалар", "Заңды тұлғалар"],
    ["Азаматтар үшін", "Шетелдіктер үшін"],
    ["Жұмыс істейтін адамдар үшін", "Зейнеткерлер үшін"],
  ]);
  return underHeadings(random, [ones, others], (condition) => ({ condition }));
}

/** Headings that name a channel: the papers are asked for there, of everybody. */
function byChannel(random: Random): Said[] {
  const provider = random.pick([
    "Көрсетілетін қызметті берушіге",
    "Көрсетілетін қызметті берушіге жүгінген кезде",
  ]);
  const portal = random.pick(["Порталға", "Портал арқылы жүгінген кезде", "Порталда"]);
  const corporation = random.pick([
    "Мемлекеттік корпорацияға",
    "Мемлекеттік корпорация арқылы жүгінген кезде",
  ]);
  const names: Readonly<Record<string, string>> = {
    [provider]: "provider",
    [portal]: "portal",
    [corporation]: "corporation",
  };
  const titles = random.pick([
    [provider, portal],
    [corporation, portal],
    [provider, corporation, portal],
  ]);
  return underHeadings(random, titles, (title) => ({ channel: names[title] }));
}

/** A heading that is no case: everybody is asked. */
function forAll(random: Random): Said[] {
  const title = random.pick([
    "Мемлекеттік көрсетілетін қызметті алу үшін",
    "Көрсетілетін қызметті алушы мынадай құжаттарды ұсынады",
    "Мемлекеттік қызмет көрсету үшін қажетті құжаттар",
  ]);
  return underHeadings(random, [title], () => ({}));
}

/** Conditions told in the item of one paper; the others are asked of everybody. */
function inItems(random: Random): Said[] {
  const makers = random.some(CONDITIONS, random.int(1, 3));
  const papers = somePapers(random, makers.length + 1).map(({ text }) => text);
  const conditional = makers.map((maker, index) => maker(random, papers[index]!));
  const bare = says(papers.at(-1)!, document());
  return items([
    says(application(random), document()),
    ...random.some([...conditional, bare], makers.length + 1),
  ]);
}

type Condition = (random: Random, paper: string) => Said;

/** Reasons why a paper is asked for. */
const REASONS = [
  "тегі өзгерген",
  "өтінішті өкіл берген",
  "учаске ортақ меншікте болған",
  "ақпараттық жүйелерде мәліметтер болмаған",
  "ғимарат жалға алынған",
  "бұрын берілген құжат жоғалған",
] as const;

const IF = [
  "тегі өзгерсе",
  "өтінішті өкіл берсе",
  "учаске ортақ меншікте болса",
  "ақпараттық жүйелерде мәліметтер болмаса",
  "ғимарат жалға алынса",
] as const;

const CONDITIONS: readonly Condition[] = [
  (random, paper) => {
    const condition = `${random.pick(GROUPS).text} үшін`;
    return says(`${condition} ${random.pick(["–", "-"])} ${paper}`, worded(document({ condition }), paper));
  },
  (random, paper) => {
    const condition = `${random.pick(REASONS)} ${random.pick(["жағдайда", "кезде"])}`;
    const between = random.pick([" ", ", ", " – "]);
    return says(`${condition}${between}${paper}`, worded(document({ condition }), paper));
  },
  (random, paper) => {
    const condition = `${random.pick(REASONS)} жағдайда`;
    return says(`${paper} (${condition})`, worded(document({ condition }), paper));
  },
  (random, paper) => {
    const condition = `егер ${random.pick(IF)}`;
    return says(
      random.pick([`${paper}, ${condition}`, `${paper} (${condition})`]),
      worded(document({ condition }), paper),
    );
  },
  (random, paper) => {
    const condition = `${inCase(random.pick(GROUPS), "accusative")} қоспағанда`;
    return says(
      random.pick([`${paper} (${condition})`, `${condition}, ${paper}`]),
      worded(document({ condition }), paper),
    );
  },
  (random, paper) => {
    const condition = `${random.pick(GROUPS).text} үшін талап етілмейді`;
    return says(`${paper} (${condition})`, worded(document({ condition }), paper));
  },
  (random, paper) => {
    const condition = `${random.pick(REASONS)} жағдайларды қоспағанда`;
    return says(`${paper}, ${condition}`, worded(document({ condition }), paper));
  },
  // A purpose, or a blank that may stay empty, is no condition.
  () => says("жеке куәлік (жеке басты сәйкестендіру үшін)", worded(document(), "жеке куәлік")),
  () => says("тегі, аты, әкесінің аты (бар болса) көрсетілген сауалнама", worded(document(), "сауалнама")),
];

/** Each case has a term of its own. */
function terms(random: Random, thing: Noun): Said[] {
  const [object, owner] = [inCase(thing, "accusative"), inCase(thing, "genitive")];
  const names = [`${thing.text} беру`, `${object} қайта ресімдеу`, `${owner} телнұсқасын беру`].slice(
    0,
    random.int(2, 3),
  );
  const said = names.map((name) => {
    const { amount, unit, words } = anyTerm(random, "working-day");
    return says(`${name} – ${words.text}`, deadline(amount, unit, "service"));
  });
  return [
    ...(random.chance(0.5)
      ? [says(random.pick(["Мемлекеттік қызмет көрсету мерзімі:", "Көрсету мерзімдері:"]))]
      : []),
    ...items(said, random.chance(0.7) ? undefined : () => ""),
  ];
}
