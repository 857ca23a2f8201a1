import type { Block, Part } from "../act.ts";
import { says } from "../expected.ts";
import { MINISTRIES } from "../kazakh/vocabulary.ts";
import type { Random } from "../random.ts";

/** Clauses that acts have besides and that state no rule. */
const FILLERS: readonly string[] = [
  "Көрсетілетін қызметті беруші мемлекеттік қызмет көрсету сатысы туралы деректердің мониторингтің ақпараттық жүйесіне енгізілуін қамтамасыз етеді.",
  "Ақпараттық жүйе істен шыққан жағдайда көрсетілетін қызметті беруші бұл туралы «электрондық үкімет» инфрақұрылымының операторын дереу хабардар етеді.",
  "Көрсетілетін қызметті алушының «жеке кабинетінде» өтініштің қабылданғаны туралы мәртебе көрсетіледі.",
  "Мемлекеттік қызмет көрсетуге жауапты лауазымды адамдар осы талаптардың бұзылғаны үшін заңда белгіленген жауаптылықта болады.",
  "Жеке басты куәландыратын құжат туралы мәліметтерді көрсетілетін қызметті беруші тиісті ақпараттық жүйелерден алады.",
  "Мемлекеттік қызмет көрсету нәтижесі көрсетілетін қызметті беруші басшысының қолы қойылған құжат түрінде ресімделеді.",
];

export const fillers = (random: Random): Part[][] =>
  random.some(FILLERS, random.int(0, 3)).map((text) => [{ said: says(text) }]);

const TERMS: readonly string[] = [
  "«электрондық үкіметтің» веб-порталы (бұдан әрі – портал) – көрсетілетін қызметтерге қол жеткізудің бірыңғай терезесі болатын ақпараттық жүйе",
  "электрондық цифрлық қолтаңба (бұдан әрі – ЭЦҚ) – электрондық құжаттың дұрыстығын және мазмұнының өзгермейтінін растайтын нышандар жинағы",
  "«жеке кабинет» – пайдаланушының порталдағы дербес бөлімі",
  "Бірыңғай байланыс орталығы – мемлекеттік қызметтер көрсету мәселелері бойынша ақпарат беретін заңды тұлға",
  "телнұсқа – жоғалған немесе бүлінген құжаттың орнына берілетін құжат",
];

/** The clause that says what words mean, or none. */
export function definitions(random: Random, short: string): Part[][] {
  if (random.chance(0.6)) return [];
  const terms = random.some(TERMS, random.int(2, 4));
  return [
    [
      { said: says(`Осы ${short} мынадай негізгі ұғымдар пайдаланылады:`) },
      ...terms.map((term, index) => ({
        mark: `${index + 1})`,
        said: says(`${term}${index === terms.length - 1 ? "." : ";"}`),
      })),
    ],
  ];
}

/** Blocks with an editor's note after some of the clauses: when they were changed, and by what. */
export function annotated(random: Random, blocks: readonly Block[]): Block[] {
  const often = random.pick([0, 0, 0.15, 0.5]);
  const ministry = random.pick(MINISTRIES);
  return blocks.flatMap((block): Block[] =>
    block.is === "clause" && random.chance(often)
      ? [block, note(random, `${block.number}-тармақ`, ministry)]
      : [block],
  );
}

function note(random: Random, what: string, ministry: string): Block {
  const date = `${random.int(10, 28)}.0${random.int(1, 9)}.${random.int(2019, 2025)}`;
  const later = random.pick(["күнтізбелік он күн", "күнтізбелік алпыс күн", "күнтізбелік жиырма бір күн"]);
  return {
    is: "note",
    text: `${what} жаңа редакцияда – ҚР ${ministry} министрінің ${date} № ${random.int(10, 900)} (алғашқы ресми жарияланған күнінен кейін ${later} өткен соң қолданысқа енгізіледі) бұйрығымен.`,
  };
}
