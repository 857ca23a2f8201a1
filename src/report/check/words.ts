import type { Answer, Labels, StartedTerm, Verdict } from "../../model/verdict.ts";
import { withinSentence } from "../../model/within-sentence.ts";
import type { Names } from "../names.ts";

export const ANSWERS: Readonly<Record<Answer, Labels>> = {
  admit: { kk: "өтініш қабылданады", ru: "заявление принимается", en: "admit" },
  incomplete: { kk: "құжаттар толық емес", ru: "пакет документов неполный", en: "incomplete" },
  undetermined: { kk: "анықталмады", ru: "не определено", en: "undetermined" },
  refuse: { kk: "қызмет көрсетуден бас тартылады", ru: "отказ в оказании услуги", en: "refuse" },
};
export const AS_FAR: Labels = {
  kk: "қолда бар нормалар бойынша",
  ru: "по имеющимся нормам",
  en: "as far as the rules at hand go",
};
export const ELSEWHERE: Labels = {
  kk: "басқа көрсету тәсілдеріне қатысты нормалар",
  ru: "нормы о других способах оказания",
  en: "rules on other ways of applying",
};
export const PERHAPS: Labels = {
  kk: "Бұл редакцияның сол күні қолданыста болғаны анық емес: қолданысқа енгізілген немесе күші жойылған күні белгісіз не болжамды.",
  ru: "Не установлено, действовала ли эта редакция в тот день: день введения в действие или утраты силы неизвестен либо предполагается.",
  en: "Whether this version was in force on that day is not certain: the day it came into force, or ceased to be, is unknown or assumed.",
};
export const DRAFTS: Labels = {
  kk: "Нормалардың бір бөлігін ешкім тексермеген (жоба).",
  ru: "Часть норм никем не проверена (черновик).",
  en: "Some of the rules are drafts that nobody has reviewed.",
};
export const NO_FIX: Labels = {
  kk: "ешқандай өзгеріс жеткіліксіз",
  ru: "никаких изменений недостаточно",
  en: "no change would do",
};
export const APPLY_BY: Labels = {
  kk: "өтінішті басқа тәсілмен беру",
  ru: "подать заявление другим способом",
  en: "apply in another way",
};
export const HAND_IN: Labels = { kk: "құжатты ұсыну", ru: "представить документ", en: "hand in" };
export const NOT_JUDGING: Labels = {
  kk: "басқа норма қолданылады",
  ru: "применяется другая норма",
  en: "another rule judges",
};
export const TITLES = {
  against: { kk: "Өтінішті қабылдауға кедергілер", ru: "Препятствия", en: "Against the request" },
  held: {
    kk: "Нәтижені кейінге қалдыратын негіздер",
    ru: "Задерживает выдачу результата",
    en: "Holds the result back",
  },
  unknown: { kk: "Анықтау мүмкін емес", ru: "Нельзя установить", en: "Cannot be told" },
  needed: { kk: "Шешуші мәліметтер", ru: "Решающие сведения", en: "Facts that would decide" },
  documents: { kk: "Жетіспейтін құжаттар", ru: "Недостающие документы", en: "Documents to hand in" },
  fix: {
    kk: "Өтініш қабылдануы үшін жеткілікті өзгерістер",
    ru: "Что достаточно изменить",
    en: "Smallest fix",
  },
  terms: { kk: "Мерзімдер", ru: "Сроки", en: "Due" },
  findings: {
    kk: "Ешкім растамаған жайттар",
    ru: "Обстоятельства, которых никто не установил",
    en: "Findings that nobody has asserted",
  },
  notHeld: {
    kk: "Мәтіні жоқ актілерге сілтемелер",
    ru: "Отсылки к актам, тексты которых отсутствуют",
    en: "Left to acts that are not at hand",
  },
  ignored: { kk: "Ескерілмегені", ru: "Не учтено", en: "Not used" },
  passed: {
    kk: "Тексерілген нормалар (кедергі жоқ)",
    ru: "Проверенные нормы (препятствий нет)",
    en: "Passed",
  },
} satisfies Record<string, Labels>;
export const WHY_IGNORED: Readonly<Record<Verdict["ignored"][number]["why"], Labels>> = {
  "unknown-fact": {
    kk: "бұл қызмет үшін мұндай мәлімет қаралмайды",
    ru: "для этой услуги такие сведения не рассматриваются",
    en: "no rule of the service looks at it",
  },
  "not-of-its-type": {
    kk: "мәні түріне сай емес",
    ru: "значение не того вида",
    en: "not a value of its type",
  },
  "no-value": { kk: "мәні жоқ", ru: "нет значения", en: "has no value" },
  "finding-as-fact": {
    kk: "мұны жауапты адам растауы керек",
    ru: "это должен установить ответственный работник",
    en: "a finding, to be asserted by a person",
  },
  "not-a-finding": {
    kk: "бұл жауапты адам растайтын жайт емес",
    ru: "это не относится к тому, что устанавливает работник",
    en: "a plain fact, not a finding",
  },
  "unknown-document": {
    kk: "бұл қызмет мұндай құжатты сұрамайды",
    ru: "услуга такого документа не требует",
    en: "the service does not ask for it",
  },
  "unknown-zone": {
    kk: "мұндай уақыт белдеуі жоқ",
    ru: "такого часового пояса нет",
    en: "there is no such time zone",
  },
};
export const PASSED_OF: Labels = {
  kk: "Кедергі жоқ: {passed} / {all:rule} (тізімі: --verbose)",
  ru: "Препятствий нет: {passed} из {all:rule} (список: --verbose)",
  en: "{passed} of {all:rule} passed (--verbose lists them)",
};
export const RULEBOOK: Labels = { kk: "Нормалар жинағы", ru: "Свод норм", en: "Rulebook" };
export const VERSION: Labels = { kk: "редакциясы", ru: "редакция", en: "version" };
export const UNCOUNTED: Labels = {
  kk: "аяқталатын уақыты есептелмеді",
  ru: "время окончания не вычислено",
  en: "when it ends could not be counted",
};
const WHY_UNCOUNTED: Readonly<Record<string, Labels>> = {
  "no-zone": {
    kk: "уақыт белдеуі белгісіз",
    ru: "часовой пояс неизвестен",
    en: "the time zone is not known",
  },
  "no-calendar": { kk: "күнтізбе көрсетілмеген", ru: "календарь не указан", en: "no calendar is named" },
  "case-unknown": {
    kk: "мерзімнің бұл өтінішке қатысы бар-жоғы белгісіз",
    ru: "неизвестно, относится ли срок к этому заявлению",
    en: "whether the term is for this request is not known",
  },
  "uncovered-year": {
    kk: "күнтізбеде {year} жыл жоқ",
    ru: "в календаре нет {year} года",
    en: "the calendar does not have {year}",
  },
};

/** Why the end of a term could not be counted: `no-zone`, `no-calendar`, `uncovered-year 2031`, `case-unknown`. */
export function unknownText({ unknown = "", missing = [] }: Uncounted, names: Names): string {
  const [code = "", year = ""] = unknown.split(" ");
  const why = WHY_UNCOUNTED[code]?.[names.language].replace("{year}", year) ?? unknown;
  return missing.length === 0 ? why : `${why}: ${openFacts(missing, names)}`;
}

/** Facts that nobody has told, as part of a sentence. */
const openFacts = (missing: readonly string[], names: Names): string =>
  missing.map((fact) => withinSentence(names.fact(fact))).join("; ");

/** What is said of a waiting term of which it is not known whether it is of such a request; nothing where it is known. */
export const ofOpenCase = ({ missing }: Pick<StartedTerm, "missing">, names: Names): string =>
  missing === undefined ? "" : `; ${unknownText({ unknown: "case-unknown", missing }, names)}`;

type Uncounted = Pick<StartedTerm, "unknown" | "missing">;
