import type { Labels, Reason, Verdict } from "../model/verdict.ts";
import type { Names } from "./names.ts";

/** What a letter needs beside the verdict. */
export interface LetterMatter {
  readonly service: string;
  readonly act?:
    | { readonly title: string; readonly number: string; readonly date: string; readonly body: string }
    | undefined;
  readonly names: Names;
}

/**
 * The answer a clerk can send, in Kazakh or Russian: a refusal, a request for the missing documents, or a receipt with
 * the due time, each with the ground and the clause in the regulation's own words. Names of people stay blank.
 */
export function checkLetter(verdict: Verdict, matter: LetterMatter): string {
  const { language } = matter.names;
  const say = (labels: Labels): string => labels[language];
  const opening = [
    say(TITLES[verdict.verdict]).toLocaleUpperCase(),
    "",
    `${say(TO)}: ______________________________`,
    `${say(SERVICE)}: «${matter.service}»`,
    `${say(SUBMITTED)}: ${moment(verdict.submitted, matter.names)}`,
    ...(matter.act === undefined
      ? []
      : [
          `${say(ACT)}: «${matter.act.title}» (${matter.act.body}, ${dotted(matter.act.date)}, № ${matter.act.number})`,
        ]),
    "",
  ];
  const closing = ["", `${say(OFFICER)}: ____________________   ${say(SIGNATURE)}: ____________`, ""];
  return [...opening, ...bodyOf(verdict, matter.names), ...closing].join("\n");
}

function bodyOf(verdict: Verdict, names: Names): string[] {
  const { language } = names;
  const against = verdict.reasons.filter(({ outcome }) => outcome === "fail");
  if (verdict.verdict === "refuse") {
    const grounds = against.filter(
      ({ kind, documents, facts }) => documents === undefined && (kind !== "refusal" || facts.length > 0),
    );
    return [REFUSED[language], ...grounds.flatMap((reason, index) => grounded(reason, index + 1))];
  }
  if (verdict.verdict === "incomplete") {
    const lines = verdict.missingDocuments.map(({ oneOf }, index) => {
      const listed = oneOf.map(({ document, state, validUntil }) =>
        state === "expired"
          ? `${names.document(document)} (${EXPIRED[language]}: ${dotted(validUntil ?? "")})`
          : names.document(document),
      );
      return `${index + 1}) ${listed.join(OR[language])}`;
    });
    const grounds = against.filter(({ kind }) => kind === "refusal" || kind === "document");
    return [
      HAND_IN[language],
      ...lines,
      "",
      GROUNDS[language],
      ...grounds.flatMap((reason, index) => grounded(reason, index + 1)),
    ];
  }
  const due = verdict.deadlines.filter(
    ({ judges, subject, due: end }) => judges && subject === "service" && end !== undefined,
  );
  const tightest = due.toSorted((a, b) => Date.parse(a.due ?? "") - Date.parse(b.due ?? ""))[0];
  const term =
    tightest?.due === undefined
      ? NO_TERM[language]
      : `${DUE[language]}: ${moment(tightest.due, names)} (${tightest.cite}).`;
  return [TAKEN[language], term];
}

const grounded = ({ cite, quote }: Reason, number: number): string[] =>
  quote === undefined ? [`${number}) ${cite}.`] : [`${number}) ${cite}:`, `   «${quote}»`];

/** A time as an official letter has it; a time without an offset stays as it was told. */
function moment(iso: string, { language }: Names): string {
  const [, year, month, day, clock] = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/.exec(iso) ?? [];
  if (year === undefined || month === undefined || day === undefined || clock === undefined) return iso;
  const name = MONTHS[Number(month) - 1];
  if (language === "kk") return `${year} жылғы ${Number(day)} ${name?.kk ?? month}, сағат ${clock}`;
  return `${Number(day)} ${name?.ru ?? month} ${year} года, ${clock}`;
}

const dotted = (iso: string): string => iso.split("-").reverse().join(".");

const MONTHS = [
  { kk: "қаңтар", ru: "января" },
  { kk: "ақпан", ru: "февраля" },
  { kk: "наурыз", ru: "марта" },
  { kk: "сәуір", ru: "апреля" },
  { kk: "мамыр", ru: "мая" },
  { kk: "маусым", ru: "июня" },
  { kk: "шілде", ru: "июля" },
  { kk: "тамыз", ru: "августа" },
  { kk: "қыркүйек", ru: "сентября" },
  { kk: "қазан", ru: "октября" },
  { kk: "қараша", ru: "ноября" },
  { kk: "желтоқсан", ru: "декабря" },
] as const;
const TITLES: Readonly<Record<Verdict["verdict"], Labels>> = {
  refuse: {
    kk: "Мемлекеттік қызметті көрсетуден дәлелді бас тарту",
    ru: "Мотивированный отказ в оказании государственной услуги",
    en: "Refusal",
  },
  incomplete: {
    kk: "Құжаттарды толықтыру туралы хабарлама",
    ru: "Уведомление о представлении недостающих документов",
    en: "Documents wanted",
  },
  admit: { kk: "Өтініштің қабылданғаны туралы қолхат", ru: "Расписка о приёме заявления", en: "Receipt" },
  undetermined: { kk: "Мәліметтер жеткіліксіз", ru: "Сведений недостаточно", en: "Facts wanted" },
};
const TO: Labels = { kk: "Көрсетілетін қызметті алушы", ru: "Услугополучатель", en: "Applicant" };
const SERVICE: Labels = {
  kk: "Мемлекеттік көрсетілетін қызмет",
  ru: "Государственная услуга",
  en: "Service",
};
const SUBMITTED: Labels = { kk: "Өтініш берілген уақыт", ru: "Время подачи заявления", en: "Submitted" };
const ACT: Labels = { kk: "Акт", ru: "Акт", en: "Act" };
const OFFICER: Labels = { kk: "Жауапты адам", ru: "Ответственное лицо", en: "Officer" };
const SIGNATURE: Labels = { kk: "қолы", ru: "подпись", en: "signature" };
const REFUSED: Labels = {
  kk: "Мемлекеттік қызметті көрсетуден мынадай негіздер бойынша бас тартылады:",
  ru: "В оказании государственной услуги отказано по следующим основаниям:",
  en: "The service is refused on these grounds:",
};
const HAND_IN: Labels = {
  kk: "Өтінішті қабылдау үшін мынадай құжаттарды ұсыну қажет:",
  ru: "Для приёма заявления необходимо представить следующие документы:",
  en: "These documents are needed:",
};
const GROUNDS: Labels = { kk: "Негіз:", ru: "Основание:", en: "Grounds:" };
const EXPIRED: Labels = { kk: "қолданылу мерзімі өткен", ru: "срок действия истёк", en: "expired" };
const OR: Labels = { kk: " немесе ", ru: " или ", en: " or " };
const TAKEN: Labels = {
  kk: "Өтініш пен құжаттар қабылданды.",
  ru: "Заявление и документы приняты.",
  en: "The request and documents are taken.",
};
const DUE: Labels = {
  kk: "Нәтиже берілетін ең кеш уақыт",
  ru: "Результат будет выдан не позднее",
  en: "The result is due by",
};
const NO_TERM: Labels = {
  kk: "Нәтижені беру мерзімі қолда бар нормаларда белгіленбеген.",
  ru: "Срок выдачи результата имеющимися нормами не установлен.",
  en: "The rules at hand set no term.",
};
