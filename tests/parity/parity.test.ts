import { describe, expect, it } from "vitest";
import { parity } from "../../src/parity/parity.ts";
import type { ParitySide } from "../../src/parity/side.ts";
import { held, side } from "./made-up.ts";

/** A clause that says the same in both, so that the languages are told and the clauses are a list. */
const SAME = [
  "Көрсетілетін қызметті беруші мемлекеттік қызметті «электрондық үкімет» веб-порталы арқылы көрсетеді.",
  "Услугодатель оказывает государственную услугу через веб-портал «электронного правительства».",
] as const;

/** What two clauses differ in: each point by its class and both its values. */
const differences = (kazakh: string, russian: string): readonly (readonly unknown[])[] =>
  held([SAME[0], kazakh], [SAME[1], russian]).differences.flatMap(({ points }) =>
    points.map(({ class: of, first, second }) => [of, first?.value, second?.value]),
  );

describe("what differs in substance is told", () => {
  it.each([
    [
      "the amount of a term",
      "Көрсетілетін қызметті беруші құжаттарды бес жұмыс күні ішінде қарайды.",
      "Услугодатель рассматривает документы в течение шести рабочих дней.",
      [["deadline", "5 working-day", "6 working-day"]],
    ],
    [
      "the kind of day",
      "Көрсетілетін қызметті беруші құжаттарды күнтізбелік он күн ішінде қарайды.",
      "Услугодатель рассматривает документы в течение десяти рабочих дней.",
      [["deadline", "10 calendar-day", "10 working-day"]],
    ],
    [
      "a time of day",
      "Құжаттар сағат 9.00-ден 18.30-ға дейін қабылданады.",
      "Прием документов осуществляется с 9.00 до 17.30 часов.",
      [["hours", "18:30", "17:30"]],
    ],
    [
      "the number of a clause that is referred to",
      "Құжаттар Стандарттың 9-тармағына сәйкес ұсынылады.",
      "Документы представляются в соответствии с пунктом 9-1 Стандарта.",
      [["reference", "9", "9-1"]],
    ],
    [
      "who is bound",
      "Мемлекеттік қызмет көрсетілетін қызметті берушіде ЭЦҚ болған кезде көрсетіледі.",
      "Государственная услуга оказывается при наличии ЭЦП у услугополучателя.",
      [["bound", "provider", "applicant"]],
    ],
    [
      "that one refuses and the other only answers",
      "Жауапты орындаушы екі жұмыс күні ішінде дәлелді жауап жолдайды.",
      "Ответственный исполнитель в течение двух рабочих дней направляет мотивированный отказ.",
      [["refusal", undefined, "refusal"]],
    ],
    [
      "a right that is a mere act in the other",
      "Көрсетілетін қызметті беруші мерзімді тоқтата тұруға құқылы.",
      "Услугодатель приостанавливает срок.",
      [["modality", "entitled", undefined]],
    ],
    [
      "a paper that one of them wants certified by a notary",
      "Құжаттарға аударма қоса беріледі.",
      "К документам прилагается перевод, заверенный нотариально.",
      [
        ["document", undefined, "certified"],
        ["actor", undefined, "notary"],
      ],
    ],
    [
      "that one denies what the other says",
      "Нәтиже мұрағатта сақталады.",
      "Результат в архиве не хранится.",
      [["denial", undefined, "denied"]],
    ],
    [
      "that one denies what the other says, the other way round",
      "Көшірмелер түпнұсқамен салыстырылмайды.",
      "Копии сверяются с оригиналом.",
      [["denial", "denied", undefined]],
    ],
    [
      "that one denies it in the second of two sentences and the other in the first",
      "Нәтиже мұрағатта сақталмайды. Көшірмелер салыстырылады.",
      "Результат хранится в архиве. Копии не сравниваются.",
      [["denial", "denied", "denied"]],
    ],
    [
      "that one may what the other does",
      "Мемлекеттік қызмет үшінші тұлғаларға олар келіскен кезде көрсетіледі.",
      "Государственная услуга может оказываться третьим лицам при их согласии.",
      [["modality", undefined, "entitled"]],
    ],
    [
      "two languages of which one text wants both and the other either",
      "Өтініш мемлекеттік және орыс тілдерінде беріледі.",
      "Заявление подается на государственном или русском языке.",
      [["condition", "and", "or"]],
    ],
    [
      "which of two papers has to be certified: the last alone, or both",
      "Келісімшарттың көшірмесі және фирма куәландырған нөмірлердің тізбесі ұсынылады.",
      "Представляются копия контракта и перечень номеров, заверенные фирмой.",
      [["document", "certified", "certified"]],
    ],
    [
      "an address that one of them leaves out",
      "Мекенжайлар www.egov.kz, www.elicense.kz порталдарында орналастырылған.",
      "Адреса размещены на портале www.elicense.kz.",
      [["channel", "wwwgvkz", undefined]],
    ],
    [
      "an exception that one of them does not make",
      "Өтініштер күн сайын, жөндеу күндерін қоспағанда, қабылданады.",
      "Заявления принимаются ежедневно в дни ремонта.",
      [["condition", "exception", undefined]],
    ],
  ])("%s", (_, kazakh, russian, told) => {
    expect(differences(kazakh, russian)).toEqual(told);
  });

  it("a provision that one language does not have, with its words and its place", () => {
    const result = held(
      [SAME[0]],
      [
        SAME[1],
        "Услугодатель возвращает документы в течение пяти рабочих дней со дня обращения услугополучателя.",
      ],
    );
    expect(result.differences.map(({ class: of, weight }) => [of, weight])).toEqual([["missing", "major"]]);
    expect(result.differences[0]?.first).toEqual([]);
    const [cited] = result.differences[0]?.second ?? [];
    expect(cited?.document).toBe("rus.md");
    expect(cited?.path).toMatch(/clause-2$/u);
  });

  it("with both quotes and both citations", () => {
    const [difference] = held(
      [SAME[0], "Құжаттар бес жұмыс күні ішінде қаралады."],
      [SAME[1], "Документы рассматриваются в течение шести рабочих дней."],
    ).differences;
    expect(difference?.first[0]?.quote).toBe("Құжаттар бес жұмыс күні ішінде қаралады.");
    expect(difference?.second[0]?.quote).toBe("Документы рассматриваются в течение шести рабочих дней.");
    expect(difference?.points[0]).toMatchObject({
      first: { words: "бес жұмыс күні" },
      second: { words: "шести рабочих дней" },
    });
  });
});

describe("words and their order are silent", () => {
  it.each([
    [
      "a party that one language leaves out",
      "Өтініш портал арқылы берілген кезде екі жұмыс күні ішінде қаралады.",
      "Заявление услугополучателя, поданное через портал, рассматривается услугодателем в течение двух рабочих дней.",
    ],
    [
      "a number in digits and in words",
      "Қорытынды 2 данада жасалады.",
      "Заключение готовится в двух экземплярах.",
    ],
    [
      "a day without a number",
      "Нәтиже мерзім өткенге дейін бір тәуліктен кешіктірмей жеткізіледі.",
      "Результат доставляется не позднее чем за сутки до истечения срока.",
    ],
    [
      "a telephone number parted otherwise",
      "Бірыңғай байланыс орталығы: 1414, 8 800 080 7777.",
      "Единый контакт-центр: 1414, 8-800-080-7777.",
    ],
    [
      "a denial that is a noun in the other language",
      "Көрсетілетін қызметті алушы құжаттарды ұсынбаған жағдайда өтініш қаралмайды.",
      "При непредставлении услугополучателем документов заявление остается без рассмотрения.",
    ],
    [
      "bounds that only look like denials",
      "Құжаттар бес жұмыс күнінен кешіктірмей, он парақтан аспайтын көлемде қаралады.",
      "Документы объемом до десяти листов рассматриваются в течение пяти рабочих дней.",
    ],
    [
      "a bound behind a word of duty",
      "Куәліктің мерзімі рұқсаттың мерзімінен аспауы тиіс.",
      "Срок удостоверения не должен превышать срока разрешения.",
    ],
    [
      "what costs nothing, by a noun",
      "Суретке түсіру ақысыз жүргізіледі.",
      "Фотографирование производится без оплаты.",
    ],
    [
      "an attribute of the second paper alone in both",
      "Келісімшарттың көшірмесі және фирма куәландырған нөмірлердің тізбесі ұсынылады.",
      "Представляются копия контракта и заверенный фирмой перечень номеров.",
    ],
    [
      "an attribute of which it cannot be told what it belongs to",
      "Келісімшарттың көшірмесі және фирма куәландырған нөмірлердің тізбесі ұсынылады.",
      "Представляются копия контракта и перечень номеров, заверенный фирмой.",
    ],
    [
      "an address with a letter of the other script",
      "Мекенжай www.gov4c.kz ресурсында орналастырылған.",
      "Адрес размещен на ресурсе www.gov4с.kz.",
    ],
    [
      "words that both texts have in one language",
      "Орган выдачи Министерство внутренних дел в течение 5 рабочих дней.",
      "Орган выдачи Министерство внутренних дел в течение 5 рабочих дней.",
    ],
    [
      "a month that is misspelt",
      "2010 жылғы 2 сәурдегі бұйрық қолданылады.",
      "Применяется приказ от 2 апреля 2010 года.",
    ],
  ])("%s", (_, kazakh, russian) => {
    expect(differences(kazakh, russian)).toEqual([]);
  });

  it("a predicate that stands over a list in one language and behind its last item in the other", () => {
    const result = held(
      [
        SAME[0],
        "Мыналар:\n\n1) құжаттардың толық ұсынылмауы;\n\n2) мерзімі өткен құжаттарды ұсыну мемлекеттік қызметті көрсетуден бас тартуға негіз болып табылады.",
      ],
      [
        SAME[1],
        "Основаниями для отказа в оказании государственной услуги являются:\n\n1) неполное представление документов;\n\n2) представление документов с истекшим сроком.",
      ],
    );
    expect(result.differences).toEqual([]);
  });
});

describe("a list", () => {
  it("tells terms that two of its items have changed for each other", () => {
    const result = held(
      [
        SAME[0],
        "Мерзімдер:\n\n1) құжаттарды қарау – бес жұмыс күні ішінде;\n\n2) шағымды қарау – он жұмыс күні ішінде.",
      ],
      [
        SAME[1],
        "Сроки:\n\n1) рассмотрение документов – в течение десяти рабочих дней;\n\n2) рассмотрение жалобы – в течение пяти рабочих дней.",
      ],
    );
    expect(
      result.differences.map(({ points: [point] }) => [point?.first?.value, point?.second?.value]),
    ).toEqual([
      ["5 working-day", "10 working-day"],
      ["10 working-day", "5 working-day"],
    ]);
  });

  it("is compared item by item where one language has more of them", () => {
    const result = held(
      [
        SAME[0],
        "Құжаттардың толықтығы екі жұмыс күні ішінде тексеріледі.\n\nҚұжаттар толық ұсынылмаған жағдайда көрсетілетін қызметті беруші бас тартады.",
      ],
      [
        SAME[1],
        "Полнота документов проверяется в течение двух рабочих дней.\n\nВ случае представления неполных документов услугодатель отказывает.\n\nУведомление о заслушивании направляется не менее чем за три рабочих дня до завершения срока.\n\nПо результатам заслушивания услугодатель выдает лицензию либо мотивированный отказ.",
      ],
    );
    expect(
      result.differences.map(({ first, second }) => [first.length, second[0]?.quote.slice(0, 9)]),
    ).toEqual([
      [0, "Уведомлен"],
      [0, "По резуль"],
    ]);
  });
});

describe("words that bind nobody", () => {
  it("are not missed: the rest of a heading, what stands over an annex, a form to be filled in", () => {
    const kazakh = side(
      "kaz.md",
      `# Қағидалар\n\n1. ${SAME[0]}\n\n## 2-тарау. Шағымдану тәртібі\n\n2. Шағым почта арқылы беріледі.`,
    );
    const russian = side(
      "rus.md",
      `# Правила\n\n1. ${SAME[1]}\n\n## Глава 2. Порядок обжалования решений\n\n(бездействия) услугодателя и его должностных лиц по вопросам оказания услуг\n\n2. Жалоба подается по почте.\n\nПриложение 2к стандарту государственной услуги «Выдача справок из архива, хранящихся более года»`,
    );
    expect(parity(kazakh, russian).differences).toEqual([]);
  });
});

describe("what cannot be told is not said to be the same", () => {
  it("texts of which one was amended by an act that the other does not name", () => {
    const note =
      "\n\n> *Ескерту. 2-тармақ жаңа редакцияда - ҚР Әділет министрінің 05.05.2025 № 353 бұйрығымен.*";
    const result = held(
      [SAME[0], `Құжаттар бес жұмыс күні ішінде қаралады.${note}`],
      [SAME[1], "Документы рассматриваются в течение пяти рабочих дней."],
    );
    expect(result.amendments).toEqual({ first: ["05.05.2025 № 353"], second: [] });
    expect(result.isOneVersion).toBe(false);
  });

  it("a pair of which one side alone was not read", () => {
    const [kazakh, russian] = [side("kaz.md", `1. ${SAME[0]}`), side("rus.md", `1. ${SAME[1]}`)];
    const as = (account: "rule" | "unread"): ParitySide["ledger"] =>
      kazakh.ledger.map((entry) => ({ ...entry, account }));
    const whyNot = (first: ParitySide["ledger"], second: ParitySide["ledger"]): readonly string[] =>
      parity({ ...kazakh, ledger: first }, { ...russian, ledger: second }).notCompared.map(({ why }) => why);
    expect(whyNot(as("unread"), as("rule"))).toEqual(["unread"]);
    expect(whyNot(as("rule"), as("unread"))).toEqual(["unread"]);
    expect(whyNot(as("rule"), as("rule"))).toEqual([]);
  });
});
