import type { Answer, Labels, Verdict } from "../../model/verdict.ts";

export const ANSWERS: Readonly<Record<Answer, Labels>> = {
  admit: { kk: "қабылданады", ru: "принимается", en: "admit" },
  incomplete: { kk: "құжаттар толық емес", ru: "документы неполны", en: "incomplete" },
  undetermined: { kk: "анықталмады", ru: "не определено", en: "undetermined" },
  refuse: { kk: "бас тартылады", ru: "отказ", en: "refuse" },
};
export const AS_FAR: Labels = {
  kk: "қолда бар нормалар бойынша",
  ru: "насколько хватает имеющихся норм",
  en: "as far as the rules at hand go",
};
export const ELSEWHERE: Labels = {
  kk: "басқа тәсілге қатысты нормалар",
  ru: "нормы о других способах обращения",
  en: "rules on other ways of applying",
};
export const PERHAPS: Labels = {
  kk: "Бұл редакцияның сол күні қолданыста болғаны анық емес: қолданысқа енгізілген немесе күші жойылған күні белгісіз не болжамды.",
  ru: "Не установлено, действовала ли эта редакция в тот день: день введения в действие или утраты силы неизвестен либо предполагается.",
  en: "Whether this version was in force on that day is not certain: the day it came into force, or ceased to be, is unknown or assumed.",
};
export const DRAFTS: Labels = {
  kk: "Нормалардың бір бөлігін ешкім тексермеген (жоба).",
  ru: "Часть правил никем не проверена (черновик).",
  en: "Some of the rules are drafts that nobody has reviewed.",
};
export const NO_FIX: Labels = {
  kk: "ешқандай өзгеріс жеткіліксіз",
  ru: "никаких изменений недостаточно",
  en: "no change would do",
};
export const APPLY_BY: Labels = {
  kk: "басқа тәсілмен жүгіну",
  ru: "обратиться другим способом",
  en: "apply in another way",
};
export const HAND_IN: Labels = { kk: "құжатты ұсыну", ru: "представить документ", en: "hand in" };
export const NOT_JUDGING: Labels = {
  kk: "басқа норма қолданылады",
  ru: "применяется другая норма",
  en: "another rule judges",
};
export const OR: Labels = { kk: " немесе ", ru: " или ", en: " or " };
export const TITLES = {
  against: { kk: "Қарсы", ru: "Против", en: "Against the request" },
  unknown: { kk: "Белгісіз", ru: "Неизвестно", en: "Cannot be told" },
  needed: { kk: "Шешуші мәліметтер", ru: "Решающие сведения", en: "Facts that would decide" },
  documents: { kk: "Жетіспейтін құжаттар", ru: "Недостающие документы", en: "Documents to hand in" },
  fix: { kk: "Ең аз өзгеріс", ru: "Наименьшее исправление", en: "Smallest fix" },
  terms: { kk: "Мерзімдер", ru: "Сроки", en: "Due" },
  findings: {
    kk: "Ешкім растамаған жайттар",
    ru: "Обстоятельства, которых никто не установил",
    en: "Findings that nobody has asserted",
  },
  notHeld: {
    kk: "Қолда жоқ актілерге сілтемелер",
    ru: "Отсылки к актам, которых нет под рукой",
    en: "Left to acts that are not at hand",
  },
  ignored: { kk: "Ескерілмегені", ru: "Не учтено", en: "Not used" },
  passed: { kk: "Өткен нормалар", ru: "Пройденные нормы", en: "Passed" },
} satisfies Record<string, Labels>;
export const WHY_IGNORED: Readonly<Record<Verdict["ignored"][number]["why"], Labels>> = {
  "unknown-fact": {
    kk: "бұл қызмет үшін мұндай мәлімет қаралмайды",
    ru: "правила услуги такого сведения не смотрят",
    en: "no rule of the service looks at it",
  },
  "not-of-its-type": {
    kk: "мәні түріне сай емес",
    ru: "значение не того вида",
    en: "not a value of its type",
  },
  "no-value": { kk: "мәні жоқ", ru: "нет значения", en: "has no value" },
  "finding-as-fact": {
    kk: "мұны адам растауы керек (findings)",
    ru: "это должен установить человек (findings)",
    en: "a finding, to be asserted by a person under findings",
  },
  "not-a-finding": {
    kk: "бұл адам растайтын жайт емес",
    ru: "это не то, что устанавливает человек",
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
  kk: "{all} норманың {passed} өтті (--verbose тізімін береді)",
  ru: "Пройдено правил: {passed} из {all} (--verbose перечислит их)",
  en: "{passed} of {all} rules passed (--verbose lists them)",
};
