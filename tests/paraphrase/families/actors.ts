import type { Part } from "../act.ts";
import { deadline, says, type Said } from "../expected.ts";
import type { Family } from "../family.ts";
import { frame } from "../frame/frame.ts";
import { anyTerm, bounded } from "../kazakh/term.ts";
import type { Random } from "../random.ts";
import { capital } from "./capital.ts";
import { WORKS } from "./term-sentences.ts";

/** Who is bound by a term and from what it runs, in the text's words: no less, no more, nobody else. */
export const actors: Family = {
  id: "actors",
  shows:
    "actors with hyphens, commas and brackets, somebody consulted beside them, starts before and after them",
  make(random) {
    const told = Array.from({ length: random.int(3, 5) }, () => step(random));
    return frame(random, { clauses: told.map((said): Part[] => [{ said }]) });
  },
};

const ACTORS = [
  "көлік-логистика бөлімінің бас маманы",
  "аудандық (қалалық) жұмыспен қамту орталығының жауапты орындаушысы",
  "кеңсе қызметкері",
  "жауапты орындаушы",
  "өсімдіктерді қорғау, сорт сынау және агрохимия бөлімінің басшысы",
  "ақпараттық-талдау бөлімінің инспекторы",
  "көрсетілетін қызметті беруші",
  "аумақтық бөлімшенің жауапты қызметкері",
  "санитариялық-эпидемиологиялық сараптама зертханасының меңгерушісі",
  "сәулет және қала құрылысы бөлімінің маманы",
] as const;

const STARTS = [
  "өтініш тіркелген күннен бастап",
  "құжаттарды алған сәттен бастап",
  "тексеру актісі жасалған күннен бастап",
  "көрсетілетін қызметті алушының өтініші келіп түскен сәттен бастап",
  "шарт жасалғаннан кейін",
] as const;

/** Somebody who is asked, and is not bound by the term. */
const CONSULTED = [
  "мүдделі бөлімдермен келісіп,",
  "сарапшылық комиссияның пікірін ескере отырып,",
  "заң бөлімімен бірлесіп",
  "",
  "",
  "",
] as const;

function step(random: Random): Said {
  const term = anyTerm(random, "working-day", "hour");
  const actor = random.pick(ACTORS);
  const from = random.chance(0.7) ? random.pick(STARTS) : undefined;
  const consulted = random.pick(CONSULTED);
  const [limit, work] = [bounded(random, term), random.pick(WORKS)];
  const words =
    random.chance(0.6) || from === undefined
      ? [actor, from, consulted, limit]
      : [from, actor, consulted, limit];
  const text = [...words.filter((word) => word !== undefined && word !== ""), work].join(" ");
  return says(
    `${capital(text)}.`,
    deadline(term.amount, term.unit, "step", {
      actor,
      ...(from === undefined ? {} : { from }),
      strict: ["actor", ...(from === undefined ? [] : ["from"])],
    }),
  );
}
