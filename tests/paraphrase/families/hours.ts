import type { Part } from "../act.ts";
import {
  cutoff,
  debatable,
  hours,
  rollover,
  roundTheClock,
  says,
  type Draft,
  type Said,
} from "../expected.ts";
import type { Family } from "../family.ts";
import { frame } from "../frame/frame.ts";
import { figureIn } from "../kazakh/number.ts";
import {
  clock,
  clockStyle,
  range,
  scheduleInWords,
  SIX_DAYS,
  WEEK,
  type ClockStyle,
  type Interval,
} from "../kazakh/schedule.ts";
import type { Random } from "../random.ts";

/** Schedules, breaks, cutoffs and rollovers; hours of others than the provider; no terms beside them. */
export const hoursFamily: Family = {
  id: "hours",
  shows:
    "schedules in all spellings and orders, intake hours, cutoffs, rollovers, hours of the contact centre",
  make(random) {
    const style = clockStyle(random);
    const provider = intervalOf(random);
    const closing = closingTime(random, provider, style);
    const cell = [
      ...listed(random, [providerHours(random, provider, style), ...others(random, style), portal(random)]),
      ...(random.chance(0.5) ? [says(random.pick(QUEUE))] : []),
      ...(random.chance(0.7) ? [afterHours(random)] : []),
      ...(closing === undefined ? [] : [closing]),
    ];
    return frame(random, {
      rows: { hours: cell, ...(random.chance(0.4) ? { other: [contactCentre(random, style)] } : {}) },
      clauses: random.chance(0.5) ? [lateArrival(random, style)] : [],
    });
  },
};

const OPENS = ["08:00", "08:30", "09:00", "09:30", "10:00"] as const;
const CLOSES = ["17:00", "17:30", "18:00", "18:30", "19:00", "20:00"] as const;
const PAUSES = [
  ["13:00", "14:00"],
  ["13:00", "14:30"],
  ["12:30", "14:00"],
  ["13:30", "14:30"],
] as const;

function intervalOf(random: Random): Interval {
  const days = random.chance(0.75) ? WEEK : SIX_DAYS;
  const times = { days, open: random.pick(OPENS), close: random.pick(CLOSES) };
  return random.chance(0.75) ? { ...times, pause: random.pick(PAUSES) } : times;
}

const ruleOf = (who: string, { days, open, close, pause }: Interval): Draft =>
  hours({ who, days, open, close, break: pause ?? null });

/** Lines of a cell, with `1)` or without; the last ends in a full stop. */
function listed(random: Random, items: readonly Said[]): Said[] {
  const mark = random.pick([(number: number) => `${number}) `, (number: number) => `${number}. `, () => ""]);
  return items.map(({ text, rules }, index) => ({
    text: `${mark(index + 1)}${text}${index === items.length - 1 ? "." : ";"}`,
    rules,
  }));
}

function providerHours(random: Random, interval: Interval, style: ClockStyle): Said {
  const words = scheduleInWords(random, interval, style);
  if (interval.pause === undefined && random.chance(0.4)) return twoSchedules(random, style);
  return says(
    random.pick([
      `көрсетілетін қызметті беруші – ${words}`,
      `көрсетілетін қызметті берушінің жұмыс кестесі – ${words}`,
      `көрсетілетін қызметті берушіде – ${words}`,
      `көрсетілетін қызметті беруші ${words}`,
    ]),
    ruleOf("provider", interval),
  );
}

/** Saturdays are otherwise. */
function twoSchedules(random: Random, style: ClockStyle): Said {
  const week: Interval = { days: WEEK, open: "08:00", close: random.pick(["18:00", "20:00"]) };
  const saturday: Interval = {
    days: [6],
    open: random.pick(["09:00", "10:00"]),
    close: random.pick(["13:00", "14:00"]),
  };
  const [one, other] = [
    range(random, week.open, week.close, style),
    range(random, saturday.open, saturday.close, style),
  ];
  return says(
    random.pick([
      `көрсетілетін қызметті беруші – дүйсенбі – жұма күндері ${one}, сенбі күні ${other}`,
      `көрсетілетін қызметті беруші – дүйсенбіден бастап сенбіге дейін (дүйсенбі – жұма күндері ${one}, сенбі күні ${other})`,
      `көрсетілетін қызметті беруші – мереке күндерін қоспағанда, дүйсенбіден жұмаға дейін ${one}, сенбіде ${other}`,
    ]),
    ruleOf("provider", week),
    ruleOf("provider", saturday),
  );
}

function others(random: Random, style: ClockStyle): Said[] {
  const all: Said[] = [];
  if (random.chance(0.35)) {
    const interval = intervalOf(random);
    all.push(
      says(
        `Мемлекеттік корпорация – ${scheduleInWords(random, interval, style)}`,
        ruleOf("corporation", interval),
      ),
    );
  }
  if (random.chance(0.35)) {
    const interval = { ...intervalOf(random), close: random.pick(["16:30", "17:15", "17:45"]) };
    const words = scheduleInWords(random, interval, style);
    all.push(says(`${random.pick(INTAKE)} – ${words}`, ruleOf("provider", interval)));
  }
  return all;
}

/** What is taken and given: the schedule begins with it. */
const INTAKE = [
  "өтініштерді қабылдау және мемлекеттік қызмет көрсету нәтижелерін беру",
  "құжаттарды қабылдау және нәтижелерін беру",
  "көрсетілетін қызметті берушінің өтініш қабылдауы және нәтиже беруі",
] as const;

function portal(random: Random): Said {
  const outage = "жөндеу жұмыстарын жүргізуге байланысты техникалық үзілістерді қоспағанда";
  return says(
    random.pick([
      `портал – ${outage}, тәулік бойы`,
      `портал – тәулік бойы (${outage})`,
      `портал ${outage}, тәулік бойы жұмыс істейді`,
      `«электрондық үкімет» веб-порталы – тәулік бойы, ${outage}`,
      `порталда – ${outage}, тәулік бойы`,
    ]),
    roundTheClock("portal"),
  );
}

const QUEUE = [
  "Мемлекеттік қызмет алдын ала жазылусыз және жеделдетіп қызмет көрсетусіз, кезек тәртібімен көрсетіледі.",
  "Қабылдау кезек тәртібімен жүргізіледі.",
] as const;

const AFTER = [
  "жұмыс уақыты аяқталғаннан кейін, демалыс және мереке күндері жүгінген кезде",
  "еңбек заңнамасына сәйкес жұмыс уақыты аяқталғаннан кейін, демалыс және мереке күндері өтініш берген жағдайда",
  "жұмыс уақытынан тыс, сондай-ақ демалыс және мереке күндері жүгінгенде",
] as const;

function afterHours(random: Random): Said {
  const after = random.pick(AFTER);
  return says(
    random.pick([
      `Көрсетілетін қызметті алушы ${after} өтініштерді қабылдау және нәтижелерді беру келесі жұмыс күні жүзеге асырылады.`,
      `Көрсетілетін қызметті алушы ${after} өтініш келесі жұмыс күні қабылданады.`,
      "Жұмыс уақытынан тыс немесе демалыс күні келіп түскен өтініш келесі жұмыс күні тіркеледі.",
      "Демалыс және мереке күндері берілген өтініштерді қабылдау одан кейінгі жұмыс күні жүзеге асырылады.",
    ]),
    rollover,
  );
}

/** Until when on a day requests are taken. */
function closingTime(random: Random, { days }: Interval, style: ClockStyle): Said | undefined {
  if (random.chance(0.5)) return undefined;
  const time = random.pick(["16:00", "16:30", "17:00", "17:30"]);
  const until = `сағат ${figureIn(clock(time, style), "dative")} дейін`;
  const before = { amount: random.pick([1, 2]), unit: "hour" };
  const workdays = days.length === 5 ? { days } : {};
  return random.pick([
    says(`Өтініштер ${until} қабылданады.`, cutoff({ time })),
    says(`Құжаттар жұмыс күндері ${until} қабылданады.`, cutoff({ time, ...workdays })),
    says(
      `Сұрау салу көрсетілетін қызметті берушінің жұмысы аяқталғанға дейін ${before.amount} сағат бұрын (${until}) қабылданады.`,
      cutoff({ time, before }),
    ),
    says(
      `Өтініштерді қабылдау жұмыс күні аяқталғанға дейін ${before.amount} сағат бұрын тоқтатылады.`,
      cutoff({ before }),
    ),
  ]);
}

/** A request that comes late on a day, told among the steps. */
function lateArrival(random: Random, style: ClockStyle): Part[] {
  const time = random.pick(["17:00", "17:30", "18:00"]);
  const since = `сағат ${figureIn(clock(time, style), "ablative")} кейін`;
  return [
    {
      said: says(
        random.pick([
          `Өтініш ${since} түскен жағдайда, ол келесі жұмыс күні тіркеледі.`,
          `Жұмыс күні ${since} келіп түскен өтініштер келесі жұмыс күні тіркеледі.`,
          `Кеңсе қызметкері өтініш ${since} берілген кезде оны келесі жұмыс күні тіркейді.`,
        ]),
        cutoff({ time }),
        rollover,
      ),
    },
  ];
}

/** Hours that are not the provider's, and some that nobody works by. */
function contactCentre(random: Random, style: ClockStyle): Said {
  const words = range(random, "09:00", "18:00", style);
  return random.pick([
    says("Бірыңғай байланыс орталығы тәулік бойы жұмыс істейді.", roundTheClock("other")),
    says(
      `Бірыңғай байланыс орталығының операторлары ${words} жауап береді.`,
      debatable(hours({ who: "other", open: "09:00", close: "18:00", break: null })),
    ),
    says(
      `Ақпараттық жүйе істен шыққан кезде жауапты қызметкер (жұмыс күндері ${words}) ақауды жою шараларын қабылдайды.`,
      debatable(hours({ who: "provider", days: WEEK, open: "09:00", close: "18:00", break: null })),
    ),
  ]);
}
