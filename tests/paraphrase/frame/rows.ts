import type { TableRow } from "../act.ts";
import {
  channel,
  deadline,
  document,
  eligibility,
  form,
  framing,
  free,
  hours,
  refusal,
  roundTheClock,
  says,
  type Said,
} from "../expected.ts";
import { inCase, of } from "../kazakh/noun.ts";
import { anyTerm } from "../kazakh/term.ts";
import { COPY, PAPERS, type Service } from "../kazakh/vocabulary.ts";
import type { Random } from "../random.ts";

/** What the rows of a table of requirements are about, in the order of the law. */
export const TOPICS = [
  "provider",
  "ways",
  "term",
  "form",
  "result",
  "fee",
  "hours",
  "documents",
  "refusals",
  "other",
] as const;
export type Topic = (typeof TOPICS)[number];

/** A row before it is numbered. */
export interface Row {
  readonly label: readonly string[];
  readonly cell: readonly Said[];
}

/** The words of the law for the rows, as most acts have them. */
const LABELS: Readonly<Record<Topic, string>> = {
  provider: "Көрсетілетін қызметті берушінің атауы",
  ways: "Мемлекеттік қызметті ұсыну тәсілдері",
  term: "Мемлекеттік қызмет көрсету мерзімі",
  form: "Мемлекеттік қызмет көрсету нысаны",
  result: "Мемлекеттік қызмет көрсету нәтижесі",
  fee: "Мемлекеттік қызмет көрсету кезінде көрсетілетін қызметті алушыдан алынатын төлем мөлшері және Қазақстан Республикасының заңнамасында көзделген жағдайларда оны алу тәсілдері",
  hours: "Көрсетілетін қызметті берушінің жұмыс кестесі",
  documents:
    "Мемлекеттік қызмет көрсету үшін көрсетілетін қызметті алушыдан талап етілетін құжаттар мен мәліметтердің тізбесі",
  refusals:
    "Қазақстан Республикасының заңнамасында белгіленген мемлекеттік қызмет көрсетуден бас тарту үшін негіздер",
  other: "Мемлекеттік қызмет көрсету ерекшеліктері ескеріле отырып қойылатын өзге де талаптар",
};

/** What a usual act says in each row: one plain sense, of which nobody doubts how it is to be read. */
export function usualRows(random: Random, service: Service): Record<Topic, Row> {
  const cells: Record<Topic, readonly Said[]> = {
    provider: [says(service.provider.text)],
    ways: ways(random),
    term: [term(random)],
    form: [formOf(random)],
    result: [says(`${service.thing.text} не мемлекеттік қызмет көрсетуден бас тарту туралы дәлелді жауап.`)],
    fee: [
      says(
        random.pick(["Мемлекеттік қызмет тегін көрсетіледі.", "Тегін", "Ақысыз негізде көрсетіледі."]),
        free,
      ),
    ],
    hours: schedule(random),
    documents: papers(random),
    refusals: grounds(random),
    other: other(random),
  };
  return Object.fromEntries(
    TOPICS.map((topic) => [topic, { label: [LABELS[topic]], cell: cells[topic].map(framing) }]),
  ) as unknown as Record<Topic, Row>;
}

/** Rows with their numbers, ready for a table. */
export const numberedRows = (rows: readonly Row[]): TableRow[] =>
  rows.map(({ label, cell }, index) => [
    [framing(says(`${index + 1}`))],
    label.map((line) => framing(says(line))),
    cell,
  ]);

function ways(random: Random): Said[] {
  if (random.chance(0.6))
    return [
      says("«электрондық үкіметтің» www.egov.kz веб-порталы (бұдан әрі – портал) арқылы", channel("portal")),
    ];
  return [
    says("Өтініштерді қабылдау және мемлекеттік қызметтің нәтижесін беру:"),
    says("1) көрсетілетін қызметті берушінің кеңсесі;", channel("provider")),
    says(
      "2) «электрондық үкімет» веб-порталы (бұдан әрі – портал) арқылы жүзеге асырылады.",
      channel("portal"),
    ),
  ];
}

function term(random: Random): Said {
  const { amount, unit, words } = anyTerm(random, "working-day", "working-day", "minute");
  return says(
    random.pick([`${words.text}.`, `Мемлекеттік қызмет көрсету мерзімі – ${words.text}.`, words.text]),
    deadline(amount, unit, "service"),
  );
}

function formOf(random: Random): Said {
  const [text, forms] = random.pick([
    ["Электрондық (толық автоматтандырылған)", ["electronic-full"]],
    ["Электрондық (ішінара автоматтандырылған)", ["electronic-partial"]],
    ["Электрондық (ішінара автоматтандырылған) және (немесе) қағаз түрінде", ["electronic-partial", "paper"]],
    ["Қағаз түрінде", ["paper"]],
  ] as const);
  return says(text, form(...forms));
}

const WEEK = [1, 2, 3, 4, 5] as const;

function schedule(random: Random): Said[] {
  const mark = (number: number): string => (marked ? `${number}) ` : "");
  const marked = random.chance(0.7);
  return [
    says(
      `${mark(1)}көрсетілетін қызметті беруші – демалыс және мереке күндерін қоспағанда, дүйсенбіден бастап жұманы қоса алғанда сағат 9.00-ден 18.30-ға дейін, түскі үзіліс сағат 13.00-ден 14.30-ға дейін;`,
      hours({ who: "provider", days: WEEK, open: "09:00", close: "18:30", break: ["13:00", "14:30"] }),
    ),
    says(
      `${mark(2)}портал – жөндеу жұмыстарын жүргізуге байланысты техникалық үзілістерді қоспағанда, тәулік бойы.`,
      roundTheClock("portal"),
    ),
  ];
}

function papers(random: Random): Said[] {
  const chosen = random.some(PAPERS, random.int(1, 2));
  const items = [
    "белгіленген нысан бойынша өтініш",
    ...chosen.map((paper) => (random.chance(0.5) ? of(paper, COPY).text : paper.text)),
  ];
  return items.map((text, index) =>
    says(`${index + 1}) ${text}${index === items.length - 1 ? "." : ";"}`, { ...document(), words: text }),
  );
}

function grounds(random: Random): Said[] {
  const items = random.some(
    [
      "көрсетілетін қызметті алушы ұсынған құжаттардағы мәліметтердің дұрыс еместігін анықтау",
      "ұсынылған материалдардың заңнамада белгіленген талаптарға сәйкес келмеуі",
      "көрсетілетін қызметті алушының қызметіне тыйым салу туралы сот шешімінің болуы",
    ],
    2,
  );
  return items.map((text, index) =>
    says(`${index + 1}) ${text}${index === items.length - 1 ? "." : ";"}`, {
      ...refusal("service"),
      words: text,
    }),
  );
}

function other(random: Random): Said[] {
  const signature = says(
    "Көрсетілетін қызметті алушының ЭЦҚ болған жағдайда мемлекеттік қызметті портал арқылы электрондық нысанда алуға мүмкіндігі бар.",
    eligibility(),
  );
  const news = says(
    `Көрсетілетін қызметті алушы мемлекеттік қызмет көрсету барысы туралы ақпаратты ${inCase({ text: "Бірыңғай байланыс орталығы", third: true }, "ablative")} алады.`,
  );
  return random.pick([[signature], [news], [signature, news]]);
}
