import { deadline, sameDay, says, worded, type Said } from "../expected.ts";
import { inCase, plain } from "../kazakh/noun.ts";
import { anyTerm, bounded, termOf, type Term } from "../kazakh/term.ts";
import { CLERKS } from "../kazakh/vocabulary.ts";
import type { Random } from "../random.ts";
import { capital } from "./capital.ts";
import { items } from "./papers.ts";

/** A sentence that tells a term, or looks as if it did. */
export type Telling = (random: Random) => Said;

const clerk = (random: Random): string => capital(random.pick(CLERKS).text);

/** From what the term of a step runs. */
const STARTS = [
  "өтініш тіркелген күннен бастап",
  "құжаттарды алған сәттен бастап",
  "құжаттар келіп түскен күннен бастап",
  "тексеру аяқталғаннан кейін",
  "тапсырманы алғаннан кейін",
] as const;

/** What is done to what. */
export const WORKS = [
  "ұсынылған құжаттардың толықтығын тексереді",
  "өтінішті тиісті бөлімге береді",
  "учаскені тексеру актісін жасайды",
  "рұқсаттың жобасын дайындайды және басшыға қол қоюға береді",
  "сұратылған мәліметтерді ақпараттық жүйеге енгізеді",
  "құжаттарды қарайды және нәтижесін ресімдейді",
] as const;

/** The same with words that belong to terms of another subject. */
const MISLEADING_WORKS = [
  "заңды күшіне енген сот шешімінің болуын тексереді",
  "дәлелді жауаптың жобасын басшыға қол қоюға енгізеді",
  "бұрын шағым түскен учаске туралы мәліметтерді мұрағаттан алады",
  "қолданылу мерзімі өткен құжаттарды бөлек тігеді",
] as const;

const small = (random: Random): Term => anyTerm(random, "working-day", "working-day", "hour", "minute");

const step: Telling = (random) => {
  const term = small(random);
  const start = random.chance(0.6) ? `${random.pick(STARTS)} ` : "";
  return says(
    `${clerk(random)} ${start}${bounded(random, term)} ${random.pick<string>(random.chance(0.5) ? WORKS : MISLEADING_WORKS)}.`,
    deadline(term.amount, term.unit, "step"),
  );
};

/** `тексеру – 2 жұмыс күні`: what is done as a noun, its duration after a dash. */
const namedStep: Telling = (random) => {
  const term = small(random);
  const what = random.pick([
    "Құжаттардың толықтығын тексеру",
    "Өтінішті тіркеу және басшыға беру",
    "Учаскені орнында тексеру және актісін жасау",
    "Рұқсаттың жобасын дайындау",
  ]);
  return says(`${what} ${bounded(random, term)} жүзеге асырылады.`, deadline(term.amount, term.unit, "step"));
};

const registered: Telling = (random) =>
  says(
    random.pick([
      `${clerk(random)} өтінішті келіп түскен күні тіркейді.`,
      `${clerk(random)} құжаттарды олар түскен күні қабылдайды және тіркейді.`,
      "Өтініш келіп түскен күні ақпараттық жүйеде тіркеледі.",
    ]),
    sameDay("step"),
  );

const heard: Telling = (random) => {
  const { amount, words } = termOf(random, random.pick([1, 2, 3]), "working-day");
  return says(
    `Тыңдау көрсетілетін қызметті алушы хабардар етілген күннен бастап ${inCase(words, "ablative")} кешіктірілмей өткізіледі.`,
    deadline(amount, "working-day", "step"),
  );
};

export const STEPS: readonly Telling[] = [step, step, step, namedStep, registered, heard];

export const RESPONSES: readonly Telling[] = [
  (random) => {
    const { amount, words } = termOf(random, 3, "working-day");
    return says(
      `Тыңдау туралы хабарлама мемлекеттік қызмет көрсету мерзімі аяқталғанға дейін кемінде ${words.text} бұрын жіберіледі.`,
      deadline(amount, "working-day", "response"),
    );
  },
  (random) => {
    const term = small(random);
    return says(
      `${clerk(random)} ${bounded(random, term)} көрсетілетін қызметті алушыға құжаттардың қабылданғаны туралы хабарлама жібереді.`,
      deadline(term.amount, term.unit, "response"),
    );
  },
  (random) => {
    const term = small(random);
    return says(
      `Көрсетілетін қызметті алушыға ${bounded(random, term)} өтініштің қабылданғаны туралы хабарланады.`,
      deadline(term.amount, term.unit, "response"),
    );
  },
];

/** Duties of bodies that no applicant's case is measured by. */
export const DUTIES: readonly Telling[] = [
  (random) => {
    const term = anyTerm(random, "working-day", "calendar-day");
    return says(
      `Уәкілетті орган осы Қағидаларға енгізілген өзгерістер туралы ақпаратты олар бекітілген күннен бастап ${bounded(random, term)} Бірыңғай байланыс орталығына жолдайды.`,
      deadline(term.amount, term.unit, "administration"),
    );
  },
  (random) => {
    const term = anyTerm(random, "working-day");
    return says(
      `Уәкілетті орган осы Қағидалар бекітілген немесе өзгертілген күннен бастап ${bounded(random, term)} оларды өзектендіреді және көрсетілетін қызметті берушілерге жібереді.`,
      deadline(term.amount, term.unit, "administration"),
    );
  },
];

export const VALIDITIES: readonly Telling[] = [
  (random) => {
    const { amount, unit, words } = anyTerm(random, "month", "year");
    const thing = random.pick(["Рұқсат", "Анықтама", "Куәлік", "Лицензия"]);
    return says(
      random.pick([
        `${thing} ${inCase(words, "ablative")} аспайтын мерзімге беріледі.`,
        `${inCase(plain(thing), "genitive")} қолданылу мерзімі – ${words.text}.`,
        `${thing} берілген күнінен бастап ${words.text} бойы жарамды.`,
        `${thing} ${words.text} мерзімге беріледі.`,
      ]),
      deadline(amount, unit, "validity"),
    );
  },
];

/** Times and days that are no terms. */
export const NO_TERMS: readonly Telling[] = [
  () =>
    says(
      "Көрсетілетін қызметті алушының «жеке кабинетіне» нәтижені алған күні мен уақыты көрсетіле отырып, өтініштің қабылданғаны туралы мәртебе жіберіледі.",
    ),
  () => says("Өтініште туған күні, айы, жылы және тұрғылықты мекенжайы көрсетіледі."),
  () => says("Жүгінген күн мемлекеттік қызмет көрсету мерзіміне кірмейді."),
  () =>
    says(
      "Көрсетілетін қызметті беруші мемлекеттік қызмет көрсету сатысы туралы деректерді мониторинг жүйесіне енгізеді.",
    ),
  () => says("Шешім заңды күшіне енген күні мен нөмірі көрсетілген тізілімге енгізіледі."),
];

const complaintFor = (random: Random): string =>
  random.pick([
    "Көрсетілетін қызметті берушінің атына келіп түскен шағым",
    "Көрсетілетін қызметті алушының көрсетілетін қызметті берушіге жазған шағымы",
    "Уәкілетті органға келіп түскен шағым",
  ]);

export const COMPLAINTS: readonly Telling[] = [
  (random) => {
    const term = anyTerm(random, "working-day");
    const start = random.pick([
      "тіркелген күнінен бастап",
      "тіркелген сәттен бастап",
      "келіп түскен күннен бастап",
    ]);
    return says(
      `${complaintFor(random)} ${start} ${bounded(random, term)} ${random.pick(["қаралады", "қаралуға жатады", "қаралуға тиіс", "қарауға жатады"])}.`,
      deadline(term.amount, term.unit, "complaint"),
    );
  },
  (random) => {
    const term = anyTerm(random, "working-day");
    return says(
      `Көрсетілетін қызметті беруші шағым келіп түскен күннен бастап ${bounded(random, term)} оны және әкімшілік істі шағымды қарайтын органға жібереді.`,
      deadline(term.amount, term.unit, "complaint"),
    );
  },
  (random) => {
    const { amount, words } = termOf(random, 10, "working-day");
    return says(
      `Шағымды қарау мерзімі қосымша зерделеу қажет болған жағдайда ${inCase(words, "ablative")} аспайтын мерзімге ұзартылады.`,
      deadline(amount, "working-day", "complaint"),
    );
  },
  () => says("Шағымды қарау нәтижелерімен келіспеген адам сотқа жүгінуге құқылы."),
];

/** The row of the service's own term, with waiting and handling beside it. */
export const TERMS: readonly ((random: Random) => Said[])[] = [
  (random) => {
    const [term, wait, serve] = [
      anyTerm(random, "working-day"),
      anyTerm(random, "minute"),
      anyTerm(random, "minute"),
    ];
    return items([
      says(
        `құжаттар топтамасын тапсырған сәттен бастап – ${term.words.text}`,
        deadline(term.amount, term.unit, "service"),
      ),
      says(
        random.pick([
          `құжаттар топтамасын тапсыру үшін күтудің рұқсат берілген ең ұзақ уақыты – ${wait.words.text}`,
          `кезекте күтудің ең ұзақ уақыты – ${wait.words.text}`,
        ]),
        deadline(wait.amount, wait.unit, "waiting"),
      ),
      says(
        random.pick([
          `көрсетілетін қызметті алушыға қызмет көрсетудің рұқсат берілген ең ұзақ уақыты – ${serve.words.text}`,
          `қызмет көрсетудің ең ұзақ уақыты – ${serve.words.text}`,
        ]),
        deadline(serve.amount, serve.unit, "handling"),
      ),
    ]);
  },
  (random) => {
    const term = anyTerm(random, "working-day", "minute", "month");
    return [
      says(
        random.pick([
          `Өтініш тіркелген күннен бастап ${term.words.text} ішінде.`,
          `Портал арқылы жүгінген кезде – ${term.words.text}.`,
          `Мемлекеттік қызмет ${bounded(random, term)} көрсетіледі.`,
        ]),
        deadline(term.amount, term.unit, "service"),
      ),
    ];
  },
  (random) => {
    const term = anyTerm(random, "working-day");
    const text = `Көрсету мерзімі – ${term.words.text}. Құжаттарды қабылдаған күн мемлекеттік қызмет көрсету мерзіміне кірмейді.`;
    return [
      says(text, worded(deadline(term.amount, term.unit, "service"), `Көрсету мерзімі – ${term.words.text}`)),
    ];
  },
];
