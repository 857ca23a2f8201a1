import type { Act, Block, Part } from "../act.ts";
import {
  channel,
  deadline,
  document,
  eligibility,
  form,
  free,
  hours,
  refusal,
  says,
  worded,
  type Said,
} from "../expected.ts";
import type { Family } from "../family.ts";
import { blankForm } from "../frame/blank-form.ts";
import { chaptersOf, piecesOf, type Kind } from "../frame/frame.ts";
import { makerOf, orderOf } from "../frame/order.ts";
import { asFact, DEEDS, STATES } from "../kazakh/ground.ts";
import { clockStyle, scheduleInWords, WEEK } from "../kazakh/schedule.ts";
import { anyTerm } from "../kazakh/term.ts";
import { SERVICES, type Service } from "../kazakh/vocabulary.ts";
import type { Random } from "../random.ts";
import { items, somePapers } from "./papers.ts";

const STANDARD: Kind = { title: "стандарты", short: "Стандарт" };

/** The requirements in numbered clauses, as the older standards have them, and no table. */
export const standards: Family = {
  id: "standards",
  shows:
    "a standard whose term, form, fee, hours, papers and grounds stand in clauses, under their labels in varied words",
  make(random): Act {
    const service = random.pick(SERVICES);
    const maker = makerOf(random);
    const title = `«${service.name}» мемлекеттік көрсетілетін қызмет стандарты`;
    const { chapters } = piecesOf(random, service, maker, { kind: STANDARD });
    const [, , complaint] = chapters;
    return {
      order: orderOf(random, maker, [{ title, accusative: `${title}н` }]),
      regulations: [
        [
          {
            is: "stamp",
            lines: [
              "Қазақстан Республикасының",
              `${maker.ministry} министрінің`,
              maker.date,
              `№ ${maker.number} бұйрығына`,
              "1-қосымша",
            ],
          },
          { is: "heading", level: 2, lines: [title] },
          ...chaptersOf([
            { title: "Жалпы ережелер", clauses: general(service) },
            { title: "Мемлекеттік қызмет көрсету тәртібі", clauses: requirements(random, service) },
            complaint!,
          ]),
          ...blankForm(random, stamp(service)),
        ] satisfies Block[],
      ],
    };
  },
};

const stamp = ({ name }: Service): string[] => [
  `«${name}»`,
  "мемлекеттік көрсетілетін қызмет",
  "стандартына",
  "қосымша",
];

const alone = (said: Said): Part[] => [{ said }];

const general = ({ name, provider }: Service): Part[][] => [
  alone(says(`«${name}» мемлекеттік көрсетілетін қызметі (бұдан әрі – мемлекеттік көрсетілетін қызмет).`)),
  [
    {
      said: says(
        `Мемлекеттік көрсетілетін қызметті ${provider.text} (бұдан әрі – көрсетілетін қызметті беруші) көрсетеді.`,
      ),
    },
    {
      said: says(
        "Өтініштерді қабылдау және мемлекеттік көрсетілетін қызметтің нәтижесін беру көрсетілетін қызметті берушінің кеңсесі арқылы жүзеге асырылады.",
        channel("provider"),
      ),
    },
  ],
];

const requirements = (random: Random, service: Service): Part[][] => [
  terms(random),
  alone(theForm(random)),
  alone(
    says(
      `Мемлекеттік қызмет көрсету нәтижесі – ${service.thing.text} не мемлекеттік қызмет көрсетуден бас тарту туралы дәлелді жауап.`,
    ),
  ),
  alone(theFee(random, service)),
  alone(theHours(random)),
  listed(lead(random, PAPERS_LEAD), papers(random)),
  listed(lead(random, GROUNDS_LEAD), grounds(random)),
];

const lead = (random: Random, from: readonly string[]): string => random.pick(from);

const listed = (words: string, said: readonly Said[]): Part[] => [
  { said: says(words) },
  ...items(said, () => "").map((one, index): Part => ({ mark: `${index + 1})`, said: one })),
];

function terms(random: Random): Part[] {
  const [term, wait, serve] = [
    anyTerm(random, "working-day"),
    anyTerm(random, "minute"),
    anyTerm(random, "minute"),
  ];
  return listed(
    lead(random, [
      "Мемлекеттік қызмет көрсету мерзімдері:",
      "Мемлекеттік қызметті көрсету мерзімі:",
      "Мемлекеттік көрсетілетін қызметтің мерзімдері:",
    ]),
    [
      says(
        `құжаттар топтамасын тапсырған ${random.pick(["сәттен", "кезден", "күннен"])} бастап – ${term.words.text}`,
        deadline(term.amount, term.unit, "service"),
      ),
      says(
        `құжаттар топтамасын тапсыру үшін күтудің рұқсат берілетін ең ұзақ уақыты – ${wait.words.text}`,
        deadline(wait.amount, wait.unit, "waiting"),
      ),
      says(
        `қызмет көрсетудің рұқсат берілетін ең ұзақ уақыты – ${serve.words.text}`,
        deadline(serve.amount, serve.unit, "handling"),
      ),
    ].slice(0, random.int(1, 3)),
  );
}

function theForm(random: Random): Said {
  const [words, forms] = random.pick([
    ["қағаз түрінде", ["paper"]],
    ["қағаз жүзінде", ["paper"]],
    ["электрондық (ішінара автоматтандырылған) және (немесе) қағаз түрінде", ["electronic-partial", "paper"]],
    ["электрондық (толық автоматтандырылған)", ["electronic-full"]],
  ] as const);
  return says(
    `${random.pick(["Мемлекеттік қызмет көрсету нысаны", "Мемлекеттік қызметті көрсетудің нысаны", "Мемлекеттік көрсетілетін қызметтің нысаны"])}: ${words}.`,
    form(...forms),
  );
}

const TO_WHOM = {
  "natural-person": "жеке тұлғаларға",
  "legal-person": "заңды тұлғаларға",
  any: "жеке және заңды тұлғаларға",
} as const;

function theFee(random: Random, { who }: Service): Said {
  const how = random.pick(["тегін", "ақысыз"]);
  const whom = TO_WHOM[who];
  const text = `Мемлекеттік қызмет ${whom} (бұдан әрі – көрсетілетін қызметті алушы) ${how} көрсетіледі.`;
  return says(text, worded(free, `Мемлекеттік қызмет ${whom} ${how} көрсетіледі`, text), eligibility(who));
}

function theHours(random: Random): Said {
  const interval = { days: WEEK, open: "09:00", close: "18:30", pause: ["13:00", "14:30"] } as const;
  const words = scheduleInWords(random, interval, clockStyle(random));
  return says(
    `${random.pick(["Көрсетілетін қызметті берушінің жұмыс кестесі:", "Көрсетілетін қызметті берушінің жұмыс кестесі –", "Жұмыс кестесі: көрсетілетін қызметті беруші –"])} ${words}.`,
    hours({ who: "provider", days: WEEK, open: "09:00", close: "18:30", break: ["13:00", "14:30"] }),
  );
}

const PAPERS_LEAD = [
  "Көрсетілетін қызметті алушы (не сенімхат бойынша оның өкілі) жүгінген кезде мемлекеттік қызмет көрсету үшін қажетті құжаттардың тізбесі:",
  "Мемлекеттік қызмет көрсету үшін қажетті құжаттар тізбесі:",
  "Мемлекеттік қызметті алу үшін көрсетілетін қызметті алушы мынадай құжаттарды ұсынады:",
] as const;

const papers = (random: Random): Said[] =>
  [
    "осы Стандартқа қосымшаға сәйкес өтініш",
    ...somePapers(random, random.int(2, 3)).map(({ text }) => text),
  ].map((text) => says(text, document()));

const GROUNDS_LEAD = [
  "Қазақстан Республикасының заңдарында белгіленген мемлекеттік қызмет көрсетуден бас тарту үшін негіздер:",
  "Мемлекеттік қызмет көрсетуден бас тартудың негіздері:",
  "Көрсетілетін қызметті беруші мынадай негіздер бойынша мемлекеттік қызмет көрсетуден бас тартады:",
  "Мемлекеттік қызмет көрсетуден бас тарту үшін мыналар негіз болып табылады:",
] as const;

const grounds = (random: Random): Said[] =>
  random
    .some([...DEEDS, ...STATES], random.int(2, 3))
    .map((ground) => says(asFact(ground).text, refusal("service")));
