import type { Part } from "../act.ts";
import { channel, debatable, document, eligibility, says, worded, type Draft } from "../expected.ts";
import type { Family } from "../family.ts";
import { frame } from "../frame/frame.ts";
import { inCase, joinedWith, plain, possessed, third, type Noun } from "../kazakh/noun.ts";
import type { Random } from "../random.ts";
import { capital } from "./capital.ts";
import { items, somePapers } from "./papers.ts";

/** Who hands in what, how and where, told in sentences rather than in the table. */
export const clauses: Family = {
  id: "clauses",
  shows:
    "papers, channels and applicants in sentences: sent, presented, enclosed, to be had along; lists led by a sentence",
  make(random) {
    const told = random.some(CLAUSES, random.int(2, 3)).map((clause) => clause(random));
    return frame(random, { applying: applying(random), clauses: told });
  },
};

type Clause = (random: Random) => Part[];

const WHO = [
  ["Жеке тұлға", "natural-person"],
  ["Жеке тұлғалар", "natural-person"],
  ["Заңды тұлға", "legal-person"],
  ["Заңды тұлғалар", "legal-person"],
  ["Жеке және заңды тұлғалар", "any"],
  ["Жеке немесе заңды тұлға", "any"],
] as const;

type Name = "portal" | "provider" | "corporation";

/** The ways in which a request comes, as a sentence has them before its verb. */
const WAYS: readonly (readonly [string, readonly Name[]])[] = [
  ["портал арқылы", ["portal"]],
  ["«электрондық үкіметтің» веб-порталы арқылы", ["portal"]],
  ["көрсетілетін қызметті берушінің кеңсесіне", ["provider"]],
  ["көрсетілетін қызметті берушінің кеңсесіне не портал арқылы", ["provider", "portal"]],
  ["көрсетілетін қызметті берушіге тікелей және (немесе) портал арқылы", ["provider", "portal"]],
  ["Мемлекеттік корпорация арқылы немесе портал арқылы", ["corporation", "portal"]],
  ["Мемлекеттік корпорацияға", ["corporation"]],
];

/** Verbs of handing in, by where it is done. */
const givesVerb = (random: Random, names: readonly Name[]): string =>
  random.pick(
    names.includes("portal")
      ? ["жолдайды", "жібереді", "береді", "ұсынады"]
      : ["береді", "тапсырады", "ұсынады"],
  );

/** Channels of papers that come in several ways. */
const ways = (names: readonly string[]): Readonly<Record<string, unknown>> =>
  names.length === 1 ? { channel: names[0] } : { channel: names[0], channels: names };

/** Who applies, how and with what: one sentence. */
function applying(random: Random): Part[] {
  const [who, kind] = random.pick(WHO);
  const [how, names] = random.pick(WAYS);
  const form = random.pick([
    "осы Қағидаларға 1-қосымшаға сәйкес нысан бойынша өтініш",
    "белгіленген нысандағы өтініш",
  ]);
  const recipient = random.pick([" (бұдан әрі – көрсетілетін қызметті алушы)", ""]);
  const aim = "мемлекеттік көрсетілетін қызметті алу үшін";
  const text = random.pick([
    `${who}${recipient} ${aim} ${how} ${form} ${givesVerb(random, names)}.`,
    `${capital(aim)} ${who.toLowerCase()}${recipient} ${how} ${form} ${givesVerb(random, names)}.`,
  ]);
  const subject = text.includes(who) ? who : who.toLowerCase();
  return [
    {
      said: says(
        text,
        worded(eligibility(kind), `${subject}${recipient} ${aim}`),
        ...names.map((name) => worded(channel(name), text)),
        worded(document(ways(names)), form),
      ),
    },
  ];
}

/** `… мынадай құжаттарды жолдайды: 1) …` */
const listed: Clause = (random) => {
  const [how, names] = random.pick(WAYS);
  const lead = random.pick([
    `Көрсетілетін қызметті алушы ${how} мынадай құжаттарды ${givesVerb(random, names)}:`,
    `Үміткер ${how} келесі құжаттарды ${givesVerb(random, names)}:`,
    `Өтініш беруші ${how} мыналарды ұсынады:`,
  ]);
  const papers = somePapers(random, random.int(2, 3)).map(({ text }) => says(text, document(ways(names))));
  return [
    { said: says(lead, ...names.map((name) => debatable(channel(name)))) },
    ...items(papers, () => "").map((said, index): Part => ({ mark: `${index + 1})`, said })),
  ];
};

/** Papers as the objects of a sentence: what is sent, presented, enclosed. */
const inSentence: Clause = (random) => {
  const papers = somePapers(random, random.int(1, 2));
  const [nominative, accusative] = [
    papers.map(({ text }) => text),
    papers.map((paper) => inCase(paper, "accusative")),
  ];
  const text = random.pick([
    `Өтінішке ${both(random, nominative)} қоса беріледі.`,
    `Өтінішпен бірге ${both(random, nominative)} ұсынылады.`,
    `Көрсетілетін қызметті алушы өтінішке ${both(random, accusative)} қоса береді.`,
    `Көрсетілетін қызметті алушы ${both(random, accusative)} көрсетілетін қызметті берушіге ұсынады.`,
    `Өтініш беруші ${both(random, accusative)} өтінішке қоса тіркейді.`,
  ]);
  const mentioned = text.includes("берушіге") ? [debatable(channel("provider"))] : [];
  return [
    {
      said: says(
        text,
        ...papers.map((paper): Draft => worded(document(), wordsIn(text, paper))),
        ...mentioned,
      ),
    },
  ];
};

const both = (random: Random, papers: readonly string[]): string =>
  papers.join(random.pick([" және ", " және "]));

/** The paper as the sentence has it. */
const wordsIn = (text: string, paper: Noun): string => {
  const accusative = inCase(paper, "accusative");
  return text.includes(accusative) ? accusative : paper.text;
};

/** `өтініші мен мәліметтері ұсынылады`: the papers are somebody's. */
const somebodys: Clause = (random) => {
  const [one, other] = random
    .some(["өтініш", "сауалнама", "мінездеме", "өмірбаян", "түсінік хат"], 2)
    .map(plain);
  const [first, second] = [possessed(one!), possessed(other!)];
  const owner = random.pick(["Көрсетілетін қызметті алушының", "Үміткердің", "Өтініш берушінің"]);
  const how = random.pick(["", "портал арқылы ", "көрсетілетін қызметті берушінің кеңсесіне "]);
  const names = how === "" ? [] : [how.startsWith("портал") ? "portal" : "provider"];
  const verb = random.pick(["ұсынылады", "беріледі", "жолданады"]);
  const text = `${owner} ${joinedWith(first, second)} ${how}${verb}.`;
  const more = names.length === 0 ? {} : ways(names);
  return [
    {
      said: says(
        text,
        worded(document(more), first.text),
        worded(document(more), second.text),
        ...names.map((name) => debatable(channel(name as "portal"))),
      ),
    },
  ];
};

/** What people have about them. */
const CARRIED = [
  ...["жеке басты куәландыратын құжат", "медициналық анықтама", "сенімхат"].map(plain),
  third("шақыру қағазы"),
];

/** `өзімен бірге … болуы қажет` */
const alongWith: Clause = (random) => {
  const paper = possessed(random.pick(CARRIED));
  const must = random.pick(["болуы қажет", "болуға тиіс", "болуы тиіс"]);
  const text = random.pick([
    `Сынаққа келген үміткердің өзімен бірге ${paper.text} ${must}.`,
    `Көрсетілетін қызметті алушының өзімен бірге ${paper.text} ${must}.`,
    `Құжаттарды тапсыру кезінде көрсетілетін қызметті алушыда ${paper.text} ${must}.`,
  ]);
  return [{ said: says(text, worded(document(), paper.text)) }];
};

/** What the provider gets by itself nobody brings. */
const gotByItself: Clause = (random) => {
  const papers = random.some(
    [
      "жеке басты куәландыратын құжат",
      "заңды тұлғаны мемлекеттік тіркеу",
      "алымның төленгені",
      "тұрғылықты жері",
    ],
    2,
  );
  return [
    {
      said: says(
        `${capital(papers.join(", "))} туралы мәліметтерді көрсетілетін қызметті беруші «электрондық үкімет» шлюзі арқылы тиісті ақпараттық жүйелерден алады.`,
      ),
    },
  ];
};

/** Where requests are taken and results given. */
const takenWhere: Clause = (random) => {
  const [how, names] = random.pick([
    ["көрсетілетін қызметті берушінің кеңсесі арқылы", ["provider"]],
    ["көрсетілетін қызметті берушінің кеңсесі және (немесе) портал арқылы", ["provider", "portal"]],
    ["Мемлекеттік корпорация және портал арқылы", ["corporation", "portal"]],
    ["аудандық бөлімдер және (немесе) «электрондық үкімет» веб-порталы арқылы", ["provider", "portal"]],
    ["портал арқылы", ["portal"]],
  ] as const);
  const text = `Өтініштерді қабылдау және мемлекеттік қызмет көрсету нәтижелерін беру ${how} жүзеге асырылады.`;
  return [{ said: says(text, ...names.map((name) => channel(name))) }];
};

/** How a request is signed: ways of signing, and no papers. */
const signed: Clause = (random) => {
  const text = random.pick([
    "Өтініш көрсетілетін қызметті алушының ЭЦҚ-сымен немесе бір реттік парольмен куәландырылады.",
    "Көрсетілетін қызметті алушы өтінішке ЭЦҚ-мен не порталда тіркелген абоненттік нөміріне жіберілген бір реттік парольмен қол қояды.",
  ]);
  return [{ said: says(text, debatable(eligibility())) }];
};

const CLAUSES: readonly Clause[] = [
  listed,
  listed,
  inSentence,
  inSentence,
  somebodys,
  alongWith,
  signed,
  gotByItself,
  takenWhere,
];
