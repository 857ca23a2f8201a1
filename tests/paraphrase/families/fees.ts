import { debatable, eligibility, fee, free, joined, says, type Draft, type Said } from "../expected.ts";
import type { Family } from "../family.ts";
import { frame } from "../frame/frame.ts";
import { indices, percent, tenge, type Sum } from "../kazakh/money.ts";
import { inCase, plain, type Noun } from "../kazakh/noun.ts";
import { GROUPS } from "../kazakh/vocabulary.ts";
import type { Random } from "../random.ts";
import { capital } from "./capital.ts";

/** What is paid: in indices, in tenge, as a share of another rate; who pays, who does not, in which case. */
export const fees: Family = {
  id: "fees",
  shows: "sums in MCI, tenge and percent, several payers and cases, free of charge in all words",
  make(random) {
    const thing = random.pick(THINGS);
    const cell = random.pick([freeOfCharge, single, byCase, byPayer, someFree])(random, thing);
    const paying = random.chance(0.5) ? [says(random.pick(HOW))] : [];
    return frame(random, {
      rows: { fee: [...cell, ...paying] },
      clauses: random.chance(0.3) ? [[{ said: inClause(random, thing) }]] : [],
    });
  },
};

const THINGS = ["рұқсат", "лицензия", "куәлік", "аттестат", "сертификат"].map(plain);

/** How it is paid states no sum. */
const HOW = [
  "Төлем екінші деңгейдегі банктер арқылы қолма-қол немесе қолма-қол ақшасыз нысанда жүргізіледі.",
  "Алым «электрондық үкіметтің» төлем шлюзі арқылы немесе банк арқылы төленеді.",
  "Төлем өтініш берілгенге дейін жүргізіледі.",
] as const;

/** A sum that is paid, in one case only where a condition is told. */
function ofSum({ amount, currency }: Sum, condition?: string): Draft {
  const draft = fee(amount, currency);
  return condition === undefined
    ? draft
    : { ...draft, fields: { ...draft.fields, condition, strict: ["condition"] } };
}

const money = (random: Random): Sum => (random.chance(0.7) ? indices(random) : tenge(random));

/** Kinds of payment and how the sum is told of each. */
const LEVIES = ["мемлекеттік баж", "лицензиялық алым", "тіркеу алымы", "алым", "төлемақы"] as const;

function freeOfCharge(random: Random): Said[] {
  return [
    says(
      random.pick([
        "Тегін",
        "Тегін.",
        "тегін",
        "Ақысыз",
        "Мемлекеттік қызмет тегін көрсетіледі.",
        "Мемлекеттік қызмет көрсетілетін қызметті алушыға тегін негізде көрсетіледі.",
        "Мемлекеттік қызмет ақысыз негізде көрсетіледі.",
        "Мемлекеттік көрсетілетін қызмет өтеусіз көрсетіледі.",
        "Мемлекеттік қызмет көрсеткені үшін ақы алынбайды.",
        "Көрсетілетін қызметті алушыдан төлем алынбайды.",
      ]),
      free,
    ),
  ];
}

function single(random: Random, thing: Noun): Said[] {
  const sum = money(random);
  const levy = random.pick(LEVIES);
  const { text } = sum.words;
  return [
    says(
      random.pick([
        `${capital(thing.text)} бергені үшін ${levy} алынады, оның мөлшері – ${text}.`,
        `Мемлекеттік қызмет ақылы негізде көрсетіледі, ${levy} мөлшері ${inCase(sum.words, "accusative")} құрайды.`,
        `${capital(levy)} – ${text}.`,
        `Мемлекеттік қызмет көрсеткені үшін ${text} мөлшерінде ${levy} төленеді.`,
        `Ақылы: ${text}.`,
        `${capital(levy)} мөлшерлемесі ${text} болып белгіленген.`,
      ]),
      ofSum(sum),
    ),
  ];
}

/** One sum for the issue, another for the re-issue, a third for the duplicate. */
function byCase(random: Random, thing: Noun): Said[] {
  const [issue, copy] = [money(random), money(random)];
  const share = percent(random);
  const again = random.pick([
    says(
      `${inCase(thing, "accusative")} қайта ресімдеу – ${thing.text} беру кезіндегі мөлшерлеменің ${share.words.text}`,
      ofSum(share, "қайта ресімдеу"),
    ),
    says(
      `${inCase(thing, "accusative")} қайта ресімдегені үшін – ${thing.text} берілгенде төленетін алымның ${share.words.text}`,
      ofSum(share, "қайта ресімдеу"),
    ),
    says(
      `${inCase(thing, "accusative")} қайта ресімдеу үшін – ${copy.words.text}`,
      ofSum(copy, "қайта ресімдеу"),
    ),
  ]);
  const items = [
    says(
      random.pick([
        `${thing.text} беру – ${issue.words.text}`,
        `${thing.text} бергені үшін – ${issue.words.text}`,
      ]),
      ofSum(issue, "беру"),
    ),
    again,
    says(`${inCase(thing, "genitive")} телнұсқасын беру – ${copy.words.text}`, ofSum(copy, "телнұсқа")),
  ].slice(0, random.int(2, 3));
  const lead = random.pick([
    `${capital(random.pick(LEVIES))} мынадай мөлшерде алынады:`,
    "Мемлекеттік қызмет ақылы негізде көрсетіледі:",
    "Алым мөлшерлемелері:",
  ]);
  return [
    says(lead, ...(lead.includes("ақылы") ? [debatable({ kind: "fee", fields: { free: false } })] : [])),
    ...numbered(random, items),
  ];
}

const numbered = (random: Random, items: readonly Said[]): Said[] => {
  const marked = random.chance(0.7);
  return items.map(({ text, rules }, index) => ({
    text: `${marked ? `${index + 1}) ` : ""}${text}${index === items.length - 1 ? "." : ";"}`,
    rules,
  }));
};

/** Natural and legal persons pay differently. */
function byPayer(random: Random): Said[] {
  const [one, other] = [money(random), money(random)];
  const [ones, others] = random
    .pick([
      ["жеке тұлғалар", "заңды тұлғалар"],
      ["резиденттер", "бейрезиденттер"],
      ["азаматтар", "шетелдіктер"],
    ])
    .map(plain) as [Noun, Noun];
  return random.pick([
    [
      joined(
        [
          says(`${ones.text} үшін – ${one.words.text}`, ofSum(one, ones.text)),
          says(`${others.text} үшін – ${other.words.text}.`, ofSum(other, others.text)),
        ],
        random.pick([", ", "; "]),
      ),
    ],
    [
      says("Алым мөлшері:"),
      ...numbered(random, [
        says(`${inCase(ones, "ablative")} – ${one.words.text}`, ofSum(one, ones.text)),
        says(`${inCase(others, "ablative")} – ${other.words.text}`, ofSum(other, others.text)),
      ]),
    ],
    [
      says(`${capital(ones.text)} ${one.words.text} мөлшерінде алым төлейді.`, ofSum(one)),
      says(`${capital(others.text)} ${other.words.text} мөлшерінде алым төлейді.`, ofSum(other)),
    ],
  ]);
}

/** Some do not pay. */
function someFree(random: Random, thing: Noun): Said[] {
  const sum = money(random);
  const group = random.pick(GROUPS);
  return random.pick([
    [
      says(
        `Мемлекеттік қызмет ${inCase(group, "dative")} тегін көрсетіледі.`,
        { ...free, fields: { ...free.fields, condition: group.text, strict: ["condition"] } },
        debatable(eligibility()),
      ),
      says(`Өзге адамдардан ${sum.words.text} мөлшерінде алым алынады.`, ofSum(sum)),
    ],
    [
      says(
        `${capital(thing.text)} бергені үшін ${sum.words.text} мөлшерінде мемлекеттік баж алынады.`,
        ofSum(sum),
      ),
      says(
        `${capital(group.text)} үшін мемлекеттік қызмет ақысыз көрсетіледі.`,
        { ...free, fields: { ...free.fields, condition: group.text, strict: ["condition"] } },
        debatable(eligibility()),
      ),
    ],
  ]);
}

/** The same told in a clause of the chapter on how the service is given. */
function inClause(random: Random, thing: Noun): Said {
  const sum = money(random);
  return says(
    `Көрсетілетін қызметті алушы ${inCase(thing, "accusative")} алғанға дейін ${random.pick(LEVIES)} ретінде ${inCase(sum.words, "accusative")} төлейді.`,
    ofSum(sum),
  );
}
