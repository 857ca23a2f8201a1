import { framingBlock, type Block } from "../act.ts";
import { deadline, says, type Said } from "../expected.ts";
import { inCase, plain } from "../kazakh/noun.ts";
import { harmonised } from "../kazakh/sounds.ts";
import { MINISTRIES } from "../kazakh/vocabulary.ts";
import { termOf } from "../kazakh/term.ts";
import type { Random } from "../random.ts";

/** Who made the act, when, and under which number: the order and the stamps of its annexes say the same. */
export interface Maker {
  readonly ministry: string;
  readonly date: string;
  readonly number: string;
  readonly minister: string;
}

const MONTHS = [
  "қаңтар",
  "ақпан",
  "наурыз",
  "сәуір",
  "мамыр",
  "маусым",
  "шілде",
  "тамыз",
  "қыркүйек",
  "қазан",
] as const;
const MINISTERS = ["А. Сейітов", "М. Әбілқасымов", "Д. Жүнісова", "Е. Оспанов", "Г. Тілеуберді"] as const;

export function makerOf(random: Random): Maker {
  const inMonth = inCase(plain(random.pick(MONTHS)), "locative");
  return {
    ministry: random.pick(MINISTRIES),
    date: `${random.int(2015, 2025)} жылғы ${random.int(1, 28)} ${harmonised(inMonth, "ғы", "гі")}`,
    number: `${random.int(12, 980)}`,
    minister: random.pick(MINISTERS),
  };
}

/** How the order calls what it approves: `«…» мемлекеттік қызмет көрсету қағидалары`, and in the accusative. */
export interface Approved {
  readonly title: string;
  readonly accusative: string;
}

/** The order itself: what it approves, who sees to it, when it enters into force. */
export function orderOf(random: Random, maker: Maker, approved: readonly Approved[]): Block[] {
  const [first] = approved;
  const title =
    approved.length === 1 ? first!.accusative : "Кейбір мемлекеттік қызметтерді көрсету қағидаларын";
  const blocks: Block[] = [
    { is: "heading", level: 1, lines: [`${title} бекіту туралы`] },
    { is: "paragraph", said: says(preamble(random)) },
    ...clauses([approving(approved), duties(random, maker), control(random), entry(random)]),
    { is: "signature", lines: [`Қазақстан Республикасының ${maker.ministry} министрі`, maker.minister] },
    ...(random.chance(0.5) ? [agreed(random)] : []),
  ];
  return blocks.map(framingBlock);
}

const preamble = (random: Random): string =>
  random.pick([
    "«Мемлекеттік көрсетілетін қызметтер туралы» Қазақстан Республикасы Заңының 10-бабының 1) тармақшасына сәйкес БҰЙЫРАМЫН:",
    "«Мемлекеттік көрсетілетін қызметтер туралы» 2013 жылғы 15 сәуірдегі Қазақстан Республикасы Заңының 10-бабы 1) тармақшасына сәйкес БҰЙЫРАМЫН:",
  ]);

type Parts = (Block & { is: "clause" })["parts"];

const clauses = (all: readonly Parts[]): Block[] =>
  all.map((parts, index) => ({ is: "clause", number: `${index + 1}`, parts }));

function approving(approved: readonly Approved[]): Parts {
  const [only] = approved;
  if (approved.length === 1)
    return [
      { said: says(`Қоса беріліп отырған ${only!.title} осы бұйрыққа 1-қосымшаға сәйкес бекітілсін.`) },
    ];
  return [
    { said: says("Мыналар:") },
    ...approved.map(({ title }, index) => ({
      mark: `${index + 1})`,
      said: says(
        `осы бұйрыққа ${index + 1}-қосымшаға сәйкес ${title}${index === approved.length - 1 ? " бекітілсін." : ";"}`,
      ),
    })),
  ];
}

function duties(random: Random, { ministry }: Maker): Parts {
  const house = `Қазақстан Республикасы ${ministry} министрлігінің`;
  const items: Said[] = [
    says("осы бұйрықты Қазақстан Республикасы Әділет министрлігінде мемлекеттік тіркеуді;"),
    says(`осы бұйрықты ${house} интернет-ресурсында орналастыруды қамтамасыз етсін.`),
  ];
  const { amount, words } = termOf(random, random.pick([5, 10]), "working-day");
  if (random.chance(0.5))
    items.splice(
      1,
      0,
      says(
        `осы бұйрық мемлекеттік тіркелгеннен кейін ${words.text} ішінде осы тармақта көзделген іс-шаралардың орындалуы туралы мәліметтерді ${house} Заң департаментіне ұсынуды;`,
        deadline(amount, "working-day", "administration"),
      ),
    );
  return [
    { said: says(`${house} Мемлекеттік қызметтер департаменті заңнамада белгіленген тәртіппен:`) },
    ...items.map((said, index) => ({ mark: `${index + 1})`, said })),
  ];
}

const control = (random: Random): Parts => [
  {
    said: says(
      `Осы бұйрықтың орындалуын бақылау ${random.pick(["жетекшілік ететін вице-министрге", "министрліктің аппарат басшысына", "министрдің жетекшілік ететін орынбасарына"])} жүктелсін.`,
    ),
  },
];

function entry(random: Random): Parts {
  const { amount, words } = termOf(random, random.pick([10, 21, 60]), "calendar-day");
  return [
    {
      said: says(
        `Осы бұйрық алғашқы ресми жарияланған күнінен кейін ${words.text} өткен соң қолданысқа енгізіледі.`,
        deadline(amount, "calendar-day", "entry-into-force"),
      ),
    },
  ];
}

const agreed = (random: Random): Block => ({
  is: "stamp",
  lines: [
    random.pick(["«КЕЛІСІЛДІ»", "«Келісілді»"]),
    "Қазақстан Республикасының",
    "Цифрлық даму, инновациялар және",
    "аэроғарыш өнеркәсібі министрлігі",
  ],
});
