import type { Act, Block, Part } from "../act.ts";
import { channel, deadline, document, eligibility, framing, says, worded, type Said } from "../expected.ts";
import { inCase, plain } from "../kazakh/noun.ts";
import { termOf } from "../kazakh/term.ts";
import { SERVICES, type Service } from "../kazakh/vocabulary.ts";
import type { Random } from "../random.ts";
import { blankForm } from "./blank-form.ts";
import { annotated, definitions, fillers } from "./fillers.ts";
import { makerOf, orderOf, type Maker } from "./order.ts";
import { numberedRows, TOPICS, usualRows, type Row, type Topic } from "./rows.ts";

/** What a family puts in the place of what an act usually has. */
export interface Own {
  /** Clauses after those that say who applies and how. */
  readonly clauses?: readonly (readonly Part[])[];
  /** Instead of the clause that says who applies, how and with what. */
  readonly applying?: readonly Part[];
  readonly complaint?: readonly (readonly Part[])[];
  readonly rows?: Partial<Record<Topic, Row["cell"]>>;
  /** What the act is called; rules where it does not tell. */
  readonly kind?: Kind;
}

/** What an act is called: in its title, and in short in its text. */
export interface Kind {
  readonly title: string;
  readonly short: string;
}

/** What most acts on public services are. */
export const RULES: Kind = { title: "қағидалары", short: "Қағидалар" };

/** What the families that vary the build of an act need of a usual one. */
export interface Pieces {
  readonly maker: Maker;
  readonly service: Service;
  readonly title: string;
  readonly chapters: readonly Chapter[];
  readonly rows: Readonly<Record<Topic, Row>>;
}

/** A chapter and its clauses, before anything is numbered. */
export interface Chapter {
  readonly title: string;
  readonly clauses: readonly (readonly Part[])[];
}

/** A usual act about one service, but for what the family puts in. */
export function frame(random: Random, own: Own = {}): Act {
  const pieces = piecesOf(random, random.pick(SERVICES), makerOf(random), own);
  const { service, maker, title } = pieces;
  const accusative = `«${service.name}» мемлекеттік қызмет көрсету қағидаларын`;
  return {
    order: orderOf(random, maker, [{ title, accusative }]),
    regulations: [
      [
        { is: "stamp", lines: orderStamp(maker, "1-қосымша") },
        { is: "heading", level: 2, lines: [title] },
        ...annotated(random, chaptersOf(pieces.chapters)),
        ...blankForm(random, annexStamp(service, "1-қосымша")),
        { is: "stamp", lines: annexStamp(service, "2-қосымша") },
        tableOf(
          service,
          TOPICS.map((topic) => pieces.rows[topic]),
        ),
      ],
    ],
  };
}

/** The pieces of a usual act, to be put together by who asks for them. */
export function piecesOf(random: Random, service: Service, maker: Maker, own: Own = {}): Pieces {
  const rows = usualRows(random, service);
  const kind = own.kind ?? RULES;
  for (const topic of TOPICS) {
    const cell = own.rows?.[topic];
    if (cell !== undefined) rows[topic] = { ...rows[topic], cell };
  }
  return {
    maker,
    service,
    title: `«${service.name}» мемлекеттік қызмет көрсету ${kind.title}`,
    chapters: [
      {
        title: "Жалпы ережелер",
        clauses: asFrame([
          purpose(service, kind),
          ...definitions(random, inCase(plain(kind.short), "locative")),
          [{ said: provides(service) }],
        ]),
      },
      {
        title: "Мемлекеттік қызмет көрсету тәртібі",
        clauses: [
          ...(own.applying === undefined ? asFrame([[{ said: applies(service, kind) }]]) : [own.applying]),
          ...asFrame([[{ said: requirements(kind) }]]),
          ...(own.clauses ?? []),
          ...asFrame(fillers(random)),
        ],
      },
      {
        title:
          "Көрсетілетін қызметті берушінің және (немесе) оның лауазымды адамдарының шешімдеріне, әрекетіне (әрекетсіздігіне) шағымдану тәртібі",
        clauses: own.complaint ?? asFrame(complaint(random)),
      },
    ],
    rows,
  };
}

/** Clauses that the family has not put in. */
const asFrame = (clauses: readonly (readonly Part[])[]): Part[][] =>
  clauses.map((parts) => parts.map((part) => ({ ...part, said: framing(part.said) })));

const orderStamp = ({ ministry, date, number }: Maker, annex: string): string[] => [
  "Қазақстан Республикасының",
  `${ministry} министрінің`,
  date,
  `№ ${number} бұйрығына`,
  annex,
];

export const annexStamp = (service: Service, annex: string, to = "қағидаларына"): string[] => [
  `«${service.name}»`,
  "мемлекеттік қызмет көрсету",
  to,
  annex,
];

/** Chapters one after another, their clauses numbered through. */
export function chaptersOf(
  chapters: readonly Chapter[],
  headed = (index: number, title: string) => `${index}-тарау. ${title}`,
): Block[] {
  let number = 0;
  return chapters.flatMap(({ title, clauses }, index): Block[] => [
    { is: "heading", level: 3, lines: [headed(index + 1, title)] },
    ...clauses.map((parts): Block => ({ is: "clause", number: `${++number}`, parts })),
  ]);
}

export const tableOf = (service: Service, rows: readonly Row[]): Block => ({
  is: "table",
  title: `«${service.name}» мемлекеттік қызмет көрсетуге қойылатын негізгі талаптардың тізбесі`,
  rows: numberedRows(rows),
});

const purpose = ({ name }: Service, { title, short }: Kind): Part[] => [
  {
    said: says(
      `Осы «${name}» мемлекеттік қызмет көрсету ${title} (бұдан әрі – ${short}) «Мемлекеттік көрсетілетін қызметтер туралы» Қазақстан Республикасы Заңының (бұдан әрі – Заң) 10-бабының 1) тармақшасына сәйкес әзірленді және мемлекеттік қызмет көрсету тәртібін айқындайды.`,
    ),
  },
];

const provides = ({ name, provider }: Service): Said =>
  says(
    `«${name}» мемлекеттік қызметін (бұдан әрі – мемлекеттік көрсетілетін қызмет) ${provider.text} (бұдан әрі – көрсетілетін қызметті беруші) көрсетеді.`,
  );

const WHO = {
  "natural-person": "Жеке тұлға",
  "legal-person": "Заңды тұлға",
  any: "Жеке және заңды тұлғалар",
} as const;

function applies({ who }: Service, { short }: Kind): Said {
  const application = `осы ${inCase(plain(short), "dative")} 1-қосымшаға сәйкес нысан бойынша өтініш береді`;
  const text = `${WHO[who]} (бұдан әрі – көрсетілетін қызметті алушы) мемлекеттік көрсетілетін қызметті алу үшін портал арқылы ${application}.`;
  return says(
    text,
    worded(eligibility(who), `${WHO[who]} (бұдан әрі – көрсетілетін қызметті алушы)`),
    worded(channel("portal"), text),
    worded(document({ channel: "portal" }), application),
  );
}

const requirements = ({ short }: Kind): Said =>
  says(
    `Мемлекеттік қызмет көрсетуге қойылатын негізгі талаптардың тізбесі осы ${inCase(plain(short), "dative")} 2-қосымшада келтірілген.`,
  );

function complaint(random: Random): Part[][] {
  const [toProvider, toAuthority] = [termOf(random, 5, "working-day"), termOf(random, 15, "working-day")];
  return [
    [
      { said: says("Шағымды жоғары тұрған әкімшілік орган немесе лауазымды адам қарайды.") },
      {
        said: says(
          `Көрсетілетін қызметті берушінің атына келіп түскен шағым тіркелген күнінен бастап ${toProvider.words.text} ішінде қаралуға жатады.`,
          deadline(5, "working-day", "complaint"),
        ),
      },
    ],
    [
      {
        said: says(
          `Мемлекеттік қызметтер көрсету сапасын бағалау және бақылау жөніндегі уәкілетті органның атына келіп түскен шағым тіркелген күнінен бастап ${toAuthority.words.text} ішінде қаралуға жатады.`,
          deadline(15, "working-day", "complaint"),
        ),
      },
    ],
    [{ said: says("Шешіммен келіспеген көрсетілетін қызметті алушы сотқа жүгінуге құқылы.") }],
  ];
}
