import type { Part } from "../act.ts";
import { refusal, says, worded, type Said } from "../expected.ts";
import type { Family } from "../family.ts";
import { frame } from "../frame/frame.ts";
import { asDone, asFact, asIf, DEEDS, STATES, type Ground } from "../kazakh/ground.ts";
import { inCase } from "../kazakh/noun.ts";
import type { Random } from "../random.ts";
import { capital } from "./capital.ts";
import { FALSE_REFUSALS } from "./false-refusals.ts";
import { items } from "./papers.ts";

/** Grounds on which a request is not taken or the service is refused, in all verbs, nouns and lists of the law. */
export const refusals: Family = {
  id: "refusals",
  shows:
    "refusals active, passive and as nouns; one sentence with one and two grounds; lists of grounds; sentences that refuse nothing",
  make(random) {
    const clauses: Part[][] = random
      .some(SENTENCES, random.int(1, 2))
      .map((sentence) => [{ said: sentence(random) }]);
    if (random.chance(0.5)) clauses.push(listed(random));
    for (const words of random.some(FALSE_REFUSALS, random.int(1, 3))) clauses.push([{ said: says(words) }]);
    return frame(random, {
      clauses: random.some(clauses, clauses.length),
      ...(random.chance(0.6) ? { rows: { refusals: cell(random) } } : {}),
    });
  },
};

type Stage = "intake" | "service";

/** Who refuses, or nobody; what they do; at which stage that is. */
interface Act {
  readonly stage: Stage;
  readonly words: string;
}

const REFUSERS = [
  "көрсетілетін қызметті беруші",
  "жауапты орындаушы",
  "көрсетілетін қызметті берушінің кеңсе қызметкері",
  "жауапты маман",
] as const;

/** `өтінішті қабылдаудан бас тартады`: the request is not taken. */
const NOT_TAKEN = [
  "өтінішті қабылдаудан бас тартады",
  "құжаттарды қабылдаудан бас тартады",
  "өтінішті одан әрі қараудан бас тартады",
  "өтінішті қабылдаудан дәлелді бас тарту дайындайды",
  "өтінішті қабылдаудан бас тартуды ресімдейді",
  "өтінішті қабылдамайды",
  "өтінішті қабылдаудан бас тарту туралы хабарлама жолдайды",
] as const;

const NOT_TAKEN_PASSIVE = [
  "өтінішті қабылдаудан бас тартылады",
  "құжаттарды қабылдаудан бас тартылады",
  "өтініш қабылданбайды",
  "құжаттар қабылданбайды",
  "өтініш қабылдануға жатпайды",
] as const;

/** `қызмет көрсетуден бас тартады`: it is refused on its merits. */
const REFUSED = [
  "мемлекеттік қызмет көрсетуден бас тартады",
  "мемлекеттік қызмет көрсетуден дәлелді бас тартуды дайындайды",
  "мемлекеттік қызмет көрсетуден бас тарту туралы дәлелді жауап жолдайды",
  "мемлекеттік қызметті көрсетуден дәлелді бас тарту жібереді",
  "мемлекеттік қызмет көрсетуден бас тарту туралы шешім қабылдайды",
] as const;

const REFUSED_PASSIVE = [
  "мемлекеттік қызмет көрсетуден бас тартылады",
  "мемлекеттік қызмет көрсетуден бас тарту туралы дәлелді жауап жіберіледі",
  "көрсетілетін қызметті алушыға мемлекеттік қызмет көрсетуден дәлелді бас тарту беріледі",
  "мемлекеттік қызмет көрсетуден бас тарту туралы шешім қабылданады",
] as const;

function refusing(random: Random): Act {
  const stage: Stage = random.chance(0.5) ? "intake" : "service";
  if (random.chance(0.4))
    return { stage, words: random.pick<string>(stage === "intake" ? NOT_TAKEN_PASSIVE : REFUSED_PASSIVE) };
  const does = random.pick<string>(stage === "intake" ? NOT_TAKEN : REFUSED);
  return { stage, words: `${random.pick(REFUSERS)} ${does}` };
}

const anyGround = (random: Random): Ground => random.pick(random.chance(0.5) ? DEEDS : STATES);

type Sentence = (random: Random) => Said;

/** `… жағдайда … бас тартады`, `егер … болса, …`, `…уына байланысты …`. */
const oneGround: Sentence = (random) => {
  const { stage, words } = refusing(random);
  const ground = anyGround(random);
  const condition = random.pick([
    `${asDone(ground, true)} жағдайда`,
    `${asDone(ground, true)} кезде`,
    `${asDone(ground, true)} жағдайларда`,
    `егер ${asIf(ground)}`,
    inCase(asFact(ground), "dative") + " байланысты",
  ]);
  return says(`${capital(condition)}${random.pick([", ", " "])}${words}.`, refusal(stage));
};

/** Two things done or left undone: two grounds, each with its own words. */
const twoGrounds: Sentence = (random) => {
  const { stage, words } = refusing(random);
  const [one, other] = random.some(DEEDS, 2) as [Ground, Ground];
  const [first, second] = [asDone(one, false), asDone(other, false)];
  const and = random.pick(["немесе", "және (немесе)", "не"]);
  const when = random.pick(["жағдайда", "жағдайларда", "кезде"]);
  const who = "көрсетілетін қызметті алушы";
  return says(
    `${capital(who)} ${first} ${and} ${second} ${when}, ${words}.`,
    worded(refusal(stage), `${who} ${first} ${when}, ${words}`, first),
    worded(refusal(stage), `${second} ${when}, ${words}`, second),
  );
};

/** The ground stands first, `негіз болып табылады` says what it is for. */
const asReason: Sentence = (random) => {
  const stage: Stage = random.chance(0.5) ? "intake" : "service";
  const what = stage === "intake" ? "өтінішті қабылдаудан" : "мемлекеттік қызмет көрсетуден";
  const fact = asFact(anyGround(random)).text;
  return says(
    `${capital(fact)} ${what} бас тартуға ${random.pick(["негіз болып табылады", "негіз болады"])}.`,
    refusal(stage),
  );
};

/** That somebody applies, and by which way, is no ground: one rule. */
const whenApplying: Sentence = (random) => {
  const { stage, words } = refusing(random);
  const ground = asDone(random.pick(DEEDS), false);
  const applying = random.pick([
    "портал арқылы жүгінген кезде",
    "кеңсеге жүгінген кезде",
    "өтініш берген кезде",
  ]);
  return says(
    `Көрсетілетін қызметті алушы ${applying} ${ground} жағдайда, ${words}.`,
    worded(refusal(stage), `${ground} жағдайда, ${words}`),
  );
};

const SENTENCES: readonly Sentence[] = [
  oneGround,
  oneGround,
  oneGround,
  twoGrounds,
  twoGrounds,
  asReason,
  whenApplying,
];

/** Grounds as the items of one list, all in one form or each in its own. */
function grounds(random: Random, stage: Stage): Said[] {
  const chosen = random.some([...DEEDS, ...STATES], random.int(2, 4));
  const shape = random.pick(SHAPES);
  const mixed = random.chance(0.3);
  return chosen.map((ground) => says((mixed ? random.pick(SHAPES) : shape)(ground), refusal(stage)));
}

const SHAPES: readonly ((ground: Ground) => string)[] = [
  (ground) => asFact(ground).text,
  (ground) => asFact(ground, false).text,
  (ground) => asDone(ground, true),
  (ground) => asDone(ground, false),
  (ground) => `${asDone(ground, true)} жағдайда`,
  (ground) =>
    ground.subject === undefined ? asFact(ground).text : `${inCase(asFact(ground), "genitive")} анықталуы`,
];

/** `Бас тарту үшін негіздер болып табылады: 1) …`, in a clause. */
function listed(random: Random): Part[] {
  const stage: Stage = random.chance(0.35) ? "intake" : "service";
  const what =
    stage === "intake"
      ? random.pick(["Өтінішті қабылдаудан", "Құжаттарды қабылдаудан"])
      : random.pick(["Мемлекеттік қызмет көрсетуден", "Мемлекеттік қызметті көрсетуден"]);
  const lead = random.pick([
    `${what} бас тарту үшін негіздер болып табылады:`,
    `${what} бас тартуға мыналар негіз болып табылады:`,
    `${what} мынадай негіздер бойынша бас тартылады:`,
    `${what} мынадай жағдайларда бас тартылады:`,
    `Көрсетілетін қызметті беруші ${what.toLowerCase()} мынадай негіздер бойынша бас тартады:`,
    `${what} бас тартудың негіздері:`,
  ]);
  return [
    { said: says(lead) },
    ...items(grounds(random, stage), () => "").map((said, index) => ({ mark: `${index + 1})`, said })),
  ];
}

/** The row of the table. */
function cell(random: Random): Said[] {
  const said = grounds(random, "service");
  const lead = random.chance(0.3)
    ? [says("Мемлекеттік қызмет көрсетуден мынадай негіздер бойынша бас тартылады:")]
    : [];
  return [...lead, ...items(said, random.chance(0.75) ? undefined : () => "")];
}
