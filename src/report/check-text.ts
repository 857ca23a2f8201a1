import { impossible } from "../model/impossible.ts";
import type { Answer, Change, Labels, Language, Reason, StartedTerm, Verdict } from "../model/verdict.ts";
import { sentence } from "./check-sentence.ts";
import type { Names } from "./names.ts";
import { word } from "./rule-words.ts";

/** How a terminal marks the parts of a report; plain text where it cannot. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly doubtful: (text: string) => string;
}

/** A verdict as a person reads it: the answer, what it rests on rule by rule, what is missing, and until when. */
export function checkText(verdict: Verdict, service: string, names: Names, paint: Paint): string {
  const { language } = names;
  const { rulebook } = verdict;
  const version = rulebook.version === undefined ? rulebook.id : `${rulebook.id}, ${rulebook.version}`;
  const lines = [
    `${answerText(verdict, language, paint)}  ${service}`,
    paint.faint(`${word("channels", verdict.channel, language)}, ${verdict.submitted} — ${version}`),
  ];
  const section = (title: keyof typeof TITLES, items: readonly string[]): void => {
    if (items.length > 0) lines.push("", paint.strong(TITLES[title][language]), ...items);
  };
  const by = (outcome: Reason["outcome"], mark: string): string[] =>
    verdict.reasons
      .filter((reason) => reason.outcome === outcome)
      .flatMap((reason) => ruleLines(reason, mark, names, paint));
  section("against", by("fail", paint.bad("✗")));
  section("unknown", by("unknown", paint.doubtful("?")));
  section(
    "needed",
    verdict.undetermined.map((fact) => `  - ${names.fact(fact)} ${paint.faint(fact)}`),
  );
  section(
    "documents",
    verdict.missingDocuments.map(
      ({ oneOf }) => `  - ${oneOf.map(({ document }) => names.document(document)).join(OR[language])}`,
    ),
  );
  section("fix", fixLines(verdict, names));
  section(
    "terms",
    verdict.deadlines.map((term) => termText(term, language)),
  );
  section(
    "findings",
    verdict.openFindings.map((fact) => `  - ${names.fact(fact)}`),
  );
  section(
    "notHeld",
    verdict.notHeld.map(({ what, cite }) => `  - ${what} (${cite})`),
  );
  section(
    "ignored",
    verdict.ignored.map(({ pointer, why }) => `  - ${pointer}: ${WHY_IGNORED[why][language]}`),
  );
  section("passed", [...by("pass", paint.good("✓")), ...elsewhere(verdict, language, paint)]);
  if (rulebook.standing !== "in-force") lines.push("", paint.doubtful(PERHAPS[language]));
  if (verdict.reasons.some(({ draft }) => draft === true)) lines.push("", paint.doubtful(DRAFTS[language]));
  return `${lines.join("\n")}\n`;
}

/** The rules on other ways of applying, as one line. */
function elsewhere({ reasons }: Verdict, language: Language, paint: Paint): string[] {
  const count = reasons.filter(({ code }) => code === "another-channel").length;
  return count === 0 ? [] : [paint.faint(`  ${ELSEWHERE[language]}: ${count}`)];
}

function answerText({ verdict, asFarAsRulesAtHandGo }: Verdict, language: Language, paint: Paint): string {
  const word = ANSWERS[verdict][language].toLocaleUpperCase();
  const paints: Record<Answer, (text: string) => string> = {
    admit: paint.good,
    incomplete: paint.doubtful,
    undetermined: paint.doubtful,
    refuse: paint.bad,
  };
  return paint.strong(paints[verdict](word)) + (asFarAsRulesAtHandGo ? ` (${AS_FAR[language]})` : "");
}

function ruleLines(reason: Reason, mark: string, names: Names, paint: Paint): string[] {
  const first = `  ${mark} ${reason.cite}: ${sentence(reason, names)}`;
  return reason.outcome === "pass" || reason.quote === undefined
    ? [first]
    : [first, paint.faint(`      «${reason.quote}»`)];
}

function fixLines({ smallestFix }: Verdict, names: Names): string[] {
  if (smallestFix === undefined) return [];
  const { language } = names;
  if (smallestFix === null) return [`  - ${NO_FIX[language]}`];
  return smallestFix.map((change) => `  - ${changeText(change, names)}`);
}

function changeText(change: Change, names: Names): string {
  const { language } = names;
  switch (change.change) {
    case "channel":
      return `${APPLY_BY[language]}: ${word("channels", change.to, language)}`;
    case "document":
      return `${HAND_IN[language]}: ${names.document(change.document)}`;
    case "finding":
    case "fact": {
      const from = change.from === undefined ? "?" : names.value(change.fact, change.from);
      return `${names.fact(change.fact)}: ${from} → ${names.value(change.fact, change.to)}`;
    }
    default:
      return impossible(change);
  }
}

function termText(
  { amount, unit, subject, due, judges, cite, unknown }: StartedTerm,
  language: Language,
): string {
  const until = due ?? `? (${unknown ?? ""})`;
  const length =
    unit === "same-day" ? word("units", unit, language) : `${amount} ${word("units", unit, language)}`;
  const note = judges ? "" : ` (${NOT_JUDGING[language]})`;
  return `  - ${until}  ${length}, ${word("subjects", subject, language)}, ${cite}${note}`;
}

export const ANSWERS: Readonly<Record<Answer, Labels>> = {
  admit: { kk: "қабылданады", ru: "принимается", en: "admit" },
  incomplete: { kk: "құжаттар толық емес", ru: "документы неполны", en: "incomplete" },
  undetermined: { kk: "анықталмады", ru: "не определено", en: "undetermined" },
  refuse: { kk: "бас тартылады", ru: "отказ", en: "refuse" },
};
const AS_FAR: Labels = {
  kk: "қолда бар нормалар бойынша",
  ru: "насколько хватает имеющихся норм",
  en: "as far as the rules at hand go",
};
const ELSEWHERE: Labels = {
  kk: "басқа тәсілге қатысты нормалар",
  ru: "нормы о других способах обращения",
  en: "rules on other ways of applying",
};
const PERHAPS: Labels = {
  kk: "Бұл редакцияның сол күні қолданыста болғаны анық емес: қолданысқа енгізілген немесе күші жойылған күні белгісіз не болжамды.",
  ru: "Не установлено, действовала ли эта редакция в тот день: день введения в действие или утраты силы неизвестен либо предполагается.",
  en: "Whether this version was in force on that day is not certain: the day it came into force, or ceased to be, is unknown or assumed.",
};
const DRAFTS: Labels = {
  kk: "Нормалардың бір бөлігін ешкім тексермеген (жоба).",
  ru: "Часть правил никем не проверена (черновик).",
  en: "Some of the rules are drafts that nobody has reviewed.",
};
const NO_FIX: Labels = {
  kk: "ешқандай өзгеріс жеткіліксіз",
  ru: "никаких изменений недостаточно",
  en: "no change would do",
};
const APPLY_BY: Labels = {
  kk: "басқа тәсілмен жүгіну",
  ru: "обратиться другим способом",
  en: "apply in another way",
};
const HAND_IN: Labels = { kk: "құжатты ұсыну", ru: "представить документ", en: "hand in" };
const NOT_JUDGING: Labels = {
  kk: "басқа норма қолданылады",
  ru: "применяется другая норма",
  en: "another rule judges",
};
const OR: Labels = { kk: " немесе ", ru: " или ", en: " or " };
const TITLES = {
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
const WHY_IGNORED: Readonly<Record<Verdict["ignored"][number]["why"], Labels>> = {
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
