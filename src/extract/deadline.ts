import type { Grammar } from "../language/grammar.ts";
import { duration } from "../model/duration.ts";
import { beforeClosing, lateTimes } from "./cutoff.ts";
import { LIKELY, SURE, DOUBTFUL, wholeOf, type Extractor, type Reading } from "./extractor.ts";
import type { Mark } from "./marks.ts";
import { segmentsOf } from "./segments.ts";
import { gapAfter, has, marksFor, overlaps } from "./sentence.ts";
import type { Statement } from "./statement.ts";
import { eventsOf } from "./subject-events.ts";
import { syntaxOf } from "./syntaxes.ts";
import { termsIn, type Term } from "./term.ts";

/** How long someone has to do something, or how long something lasts. */
export const deadline: Extractor<"deadline"> = {
  id: "deadline",
  read: (statement, grammar) => {
    const all = termsIn(statement, grammar);
    if (all.length > 1) {
      const parts = segmentsOf(statement, all, grammar);
      if (parts.length > 1) return parts.flatMap((part) => limitsIn(part, grammar));
    }
    return limitsIn(statement, grammar);
  },
  examples: [
    {
      in: "kk",
      text: "Шағым тіркелген күннен бастап он бес жұмыс күні ішінде қаралады",
      gives: [
        { amount: 15, unit: "working-day", subject: "complaint", from: "Шағым тіркелген күннен бастап" },
      ],
    },
    {
      in: "kk",
      text: "Тіркеуші өтінішті тексереді, 1,5 минуттан аспайды",
      gives: [{ amount: 1.5, unit: "minute", actor: "Тіркеуші" }],
    },
    {
      in: "kk",
      text: "кезекте күтудің ең ұзақ уақыты – 15 (он бес) минут",
      gives: [{ amount: 15, subject: "waiting" }],
    },
    {
      in: "kk",
      text: "30 секунд – 1 минут",
      gives: [{ amount: 1, unit: "minute", min: duration(30, "second") }],
    },
    { in: "kk", text: "Қызмет порталға жүгінген күні көрсетіледі", gives: [{ amount: 0, unit: "same-day" }] },
    { in: "kk", text: "бірнеше жұмыс күні ішінде қаралады", gives: [] },
    { in: "kk", text: "үш жыл жұмыс өтілі бар дәрігер", gives: [] },
    { in: "kk", text: "2015 жылғы 4 тамыздағы қаулы", gives: [] },
    {
      in: "ru",
      text: "Ответственный исполнитель в течение 2 (двух) рабочих дней со дня поступления документов проверяет их полноту",
      gives: [
        {
          amount: 2,
          unit: "working-day",
          subject: "step",
          actor: "Ответственный исполнитель",
          from: "со дня поступления документов",
        },
      ],
    },
    {
      in: "ru",
      lead: "При представлении услугополучателем всех бумаг работник отдела:",
      text: "в течение двух рабочих дней составляет справку по форме согласно приложению 3;",
      gives: [{ amount: 2, unit: "working-day", subject: "step", actor: "работник отдела" }],
    },
    {
      in: "ru",
      text: "Уведомление направляется услугодателем не позднее чем за три рабочих дня до принятия решения",
      gives: [
        {
          amount: 3,
          unit: "working-day",
          subject: "response",
          direction: "before",
          from: "до принятия решения",
        },
      ],
    },
    {
      in: "ru",
      text: "Канцелярия услугодателя в день поступления документов регистрирует их",
      gives: [{ amount: 0, unit: "same-day", subject: "step", actor: "Канцелярия услугодателя" }],
    },
    {
      in: "ru",
      text: "Жалоба, поступившая в адрес уполномоченного органа, рассматривается в течение пятнадцати рабочих дней со дня ее регистрации",
      gives: [
        { amount: 15, subject: "complaint", actor: "уполномоченного органа", from: "со дня ее регистрации" },
      ],
    },
    { in: "ru", text: "Врач со стажем работы не менее пяти лет", gives: [] },
    { in: "ru", text: "Приказ от 28 мая 2020 года", gives: [] },
    { in: "ru", text: "Решение принимается незамедлительно", gives: [] },
  ],
};

function limitsIn(statement: Statement, grammar: Grammar): Reading<"deadline">[] {
  const { isOnlyCase } = syntaxOf(grammar);
  const terms = termsIn(statement, grammar).filter(
    (term) => isLimit(statement, term, grammar) && !isOnlyCase(statement, term, grammar),
  );
  if (terms.length > 0 && beforeClosing(statement, grammar) !== undefined) return [];
  const days = syntaxOf(grammar)
    .sameDaysIn(statement, grammar)
    .map((mark) => ({ ...mark, length: duration(0, "same-day") }));
  const next = nextDaysIn(statement, grammar).map((mark) => ({
    ...mark,
    length: duration(1, "working-day"),
  }));
  const apart = [...days, ...next].filter(
    (day) => !terms.some((term) => term.from < day.to && day.from < term.to),
  );
  return [...terms, ...apart]
    .sort((a, b) => a.from - b.from)
    .map((term) => reading(statement, term, grammar));
}

/**
 * `назначается на следующий рабочий день`: one working day; a request that is only taken in then, because it came too late, is
 * no term.
 */
const nextDaysIn = (statement: Statement, grammar: Grammar): readonly Mark[] =>
  has(statement, "outside-hours", "holiday", "day-off", "accepted", "takes-in", "ways-heading") ||
  lateTimes(statement, grammar).length > 0
    ? []
    : marksFor(statement, "next-working-day").slice(0, 1);

/** Whether a number with a time unit limits anything: an age, a length of service or `бір рет` does not. */
const isLimit = (statement: Statement, term: Term, grammar: Grammar): boolean =>
  !marksFor(statement, "not-a-limit").some((mark) => syntaxOf(grammar).denies(mark, term)) &&
  !isExceeded(statement, term);

/** `задержке более одного часа`: what lasts longer than that; `не более одного часа` is a limit. */
const isExceeded = (statement: Statement, term: Term): boolean =>
  marksFor(statement, "more-than").some(
    (mark) =>
      (mark.to === term.from || mark.from === term.to) &&
      !overlaps(statement, "at-most", mark) &&
      !overlaps(statement, "no-later", mark),
  );

function reading(statement: Statement, term: Term, grammar: Grammar): Reading<"deadline"> {
  const isSameDay = term.length.unit === "same-day";
  const { subjectOf, actorOf, startOf, isBefore } = syntaxOf(grammar);
  const subject = subjectOf(statement, term, isSameDay, grammar);
  const [channel, ...others] = statement.channels;
  const actor = actorOf(statement, term, grammar);
  const from = startOf(statement, term, isSameDay, grammar);
  return {
    fields: {
      kind: "deadline",
      subject,
      amount: term.length.amount,
      unit: term.length.unit,
      ...(term.min === undefined ? {} : { min: term.min }),
      ...(channel === undefined ? {} : { channel }),
      ...(channel === undefined || others.length === 0 ? {} : { channels: statement.channels }),
      ...(actor === undefined ? {} : { actor }),
      ...(from === undefined ? {} : { from }),
      ...eventsOf(subject),
      ...(isBefore(statement, term) ? { direction: "before" } : {}),
    },
    words: wholeOf(statement),
    confidence: confidenceOf(statement, term),
  };
}

const LIMITS = [
  "within",
  "at-most",
  "no-later",
  "after-so-long",
  "lasting",
  "good-for",
  "waiting",
  "at-the-desk",
] as const;

function confidenceOf(statement: Statement, term: Term): number {
  if (term.length.unit === "same-day") return LIKELY;
  const told =
    LIMITS.some((cue) => has(statement, cue)) ||
    statement.topic === "term" ||
    statement.cell?.isTerm === true;
  if (told) return SURE;
  const isSet = /[-–—]\s*$/.test(gapAfter(statement, term.from - 1));
  return isSet || has(statement, "is-rendered", "count-from") ? LIKELY : DOUBTFUL;
}
