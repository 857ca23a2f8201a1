import { describe, expect, it } from "vitest";
import { cellChanges, clauseChanges, told, type TextLanguage } from "./made-up.ts";

describe("who gains rests on who is bound, and by what", () => {
  const clauses: readonly (readonly [
    why: string,
    language: TextLanguage,
    old: string,
    now: string,
    told: string,
  ])[] = [
    [
      "the applicant has to file sooner",
      "kk",
      "Көрсетілетін қызметті алушы өтінішті бала туған күннен бастап күнтізбелік 30 (отыз) күн ішінде береді.",
      "Көрсетілетін қызметті алушы өтінішті бала туған күннен бастап күнтізбелік 10 (он) күн ішінде береді.",
      "term-shortened worse better",
    ],
    [
      "citizens have to ask sooner",
      "kk",
      "Азаматтар құжат жоғалған күннен бастап күнтізбелік 30 күн ішінде анықтама алуға жүгінеді.",
      "Азаматтар құжат жоғалған күннен бастап күнтізбелік 10 күн ішінде анықтама алуға жүгінеді.",
      "term-shortened worse better",
    ],
    [
      "citizens have to ask sooner",
      "ru",
      "Граждане обращаются за выдачей справки в течение 30 календарных дней со дня утраты документа.",
      "Граждане обращаются за выдачей справки в течение 10 календарных дней со дня утраты документа.",
      "term-shortened worse better",
    ],
    [
      "an application so long before an end need be filed less early",
      "ru",
      "Заявление подается услугополучателем не позднее 30 рабочих дней до окончания срока действия лицензии.",
      "Заявление подается услугополучателем не позднее 10 рабочих дней до окончания срока действия лицензии.",
      "term-shortened better worse",
    ],
    [
      "an application so long before an end need be filed less early",
      "kk",
      "Өтініш лицензияның қолданылу мерзімі аяқталғанға дейін кемінде 30 жұмыс күні бұрын беріледі.",
      "Өтініш лицензияның қолданылу мерзімі аяқталғанға дейін кемінде 10 жұмыс күні бұрын беріледі.",
      "term-shortened better worse",
    ],
    [
      "a complaint has to be filed sooner",
      "ru",
      "Жалоба подается в течение трех месяцев со дня, когда услугополучателю стало известно о принятии решения.",
      "Жалоба подается в течение одного месяца со дня, когда услугополучателю стало известно о принятии решения.",
      "term-shortened worse better",
    ],
    [
      "a complaint has to be filed sooner",
      "kk",
      "Шағым көрсетілетін қызметті алушыға шешімнің қабылданғаны белгілі болған күннен бастап үш ай ішінде беріледі.",
      "Шағым көрсетілетін қызметті алушыға шешімнің қабылданғаны белгілі болған күннен бастап бір ай ішінде беріледі.",
      "term-shortened worse better",
    ],
    [
      "what the applicant gets is valid for a shorter time",
      "ru",
      "Лицензия выдается сроком на пять лет.",
      "Лицензия выдается сроком на три года.",
      "term-shortened worse none",
    ],
    [
      "what the applicant gets is valid for a shorter time",
      "kk",
      "Анықтаманың қолданылу мерзімі 5 (бес) жылды құрайды.",
      "Анықтаманың қолданылу мерзімі 3 (үш) жылды құрайды.",
      "term-shortened worse none",
    ],
    [
      "the applicant is barred for longer",
      "ru",
      "Услугополучатель не вправе повторно обращаться за получением лицензии в течение двух лет со дня лишения лицензии.",
      "Услугополучатель не вправе повторно обращаться за получением лицензии в течение трех лет со дня лишения лицензии.",
      "term-lengthened worse none",
    ],
    [
      "the applicant is barred for longer",
      "kk",
      "Көрсетілетін қызметті алушы лицензиядан айырылған күннен бастап екі жыл ішінде лицензия алуға қайта жүгінуге құқылы емес.",
      "Көрсетілетін қызметті алушы лицензиядан айырылған күннен бастап үш жыл ішінде лицензия алуға қайта жүгінуге құқылы емес.",
      "term-lengthened worse none",
    ],
    [
      "one may ask again only later",
      "ru",
      "Повторное рассмотрение вопроса о приеме в гражданство допускается не ранее чем через один год после отказа.",
      "Повторное рассмотрение вопроса о приеме в гражданство допускается не ранее чем через три года после отказа.",
      "term-lengthened worse none",
    ],
    [
      "another start is for a lawyer to weigh",
      "kk",
      "Көрсетілетін қызметті беруші өтінішті тіркелген күннен бастап үш жұмыс күні ішінде қарайды.",
      "Көрсетілетін қызметті беруші өтінішті берілген күннен бастап үш жұмыс күні ішінде қарайды.",
      "term-changed unclear unclear",
    ],
    [
      "another start is for a lawyer to weigh",
      "ru",
      "Услугодатель рассматривает заявление в течение трех рабочих дней со дня регистрации заявления.",
      "Услугодатель рассматривает заявление в течение трех рабочих дней со дня подачи заявления.",
      "term-changed unclear unclear",
    ],
  ];
  it.each(clauses)("%s (%s)", (_, language, old, now, change) => {
    expect(told(clauseChanges(language, old, now))).toEqual([change]);
  });
});

describe("a change of a cell", () => {
  const FORM = { ru: "Форма оказания государственной услуги", kk: "Мемлекеттік қызмет көрсету нысаны" };
  const FEE = {
    ru: "Размер платы, взимаемой с услугополучателя при оказании государственной услуги, и способы ее взимания",
    kk: "Мемлекеттік қызмет көрсету кезінде көрсетілетін қызметті алушыдан алынатын төлем мөлшері",
  };
  const cells: readonly (readonly [
    why: string,
    language: TextLanguage,
    heading: string,
    old: string,
    now: string,
    told: string,
  ])[] = [
    [
      "another form",
      "ru",
      FORM.ru,
      "Электронная (полностью автоматизированная)",
      "Электронная (частично автоматизированная)",
      "form-changed mixed mixed",
    ],
    [
      "another form",
      "kk",
      FORM.kk,
      "Электрондық (толық автоматтандырылған)",
      "Электрондық (ішінара автоматтандырылған)",
      "form-changed mixed mixed",
    ],
    [
      "a higher cap",
      "ru",
      FEE.ru,
      "Ставка сбора составляет 10 % от ставки при выдаче лицензии, но не более 4 месячных расчетных показателей.",
      "Ставка сбора составляет 10 % от ставки при выдаче лицензии, но не более 6 месячных расчетных показателей.",
      "fee-raised worse better",
    ],
    [
      "a higher cap",
      "kk",
      FEE.kk,
      "Алым мөлшерлемесі лицензия беру кезіндегі мөлшерлеменің 10 %-ын құрайды, бірақ 4 айлық есептік көрсеткіштен аспайды.",
      "Алым мөлшерлемесі лицензия беру кезіндегі мөлшерлеменің 10 %-ын құрайды, бірақ 6 айлық есептік көрсеткіштен аспайды.",
      "fee-raised worse better",
    ],
    [
      "no cap any more",
      "ru",
      FEE.ru,
      "Ставка сбора составляет 10 % от ставки при выдаче лицензии, но не более 4 месячных расчетных показателей.",
      "Ставка сбора составляет 10 % от ставки при выдаче лицензии.",
      "cap-removed worse better",
    ],
    [
      "no cap any more",
      "kk",
      FEE.kk,
      "Алым мөлшерлемесі лицензия беру кезіндегі мөлшерлеменің 10 %-ын құрайды, бірақ 4 айлық есептік көрсеткіштен аспайды.",
      "Алым мөлшерлемесі лицензия беру кезіндегі мөлшерлеменің 10 %-ын құрайды.",
      "cap-removed worse better",
    ],
  ];
  it.each(cells)("%s (%s)", (_, language, heading, old, now, change) => {
    expect(told(cellChanges(language, heading, old, now))).toEqual([change]);
  });

  it("in the order of its parts alone is none", () => {
    const heading = "Основания для отказа в оказании государственной услуги";
    const [one, other] = [
      "установление недостоверности документов, представленных услугополучателем",
      "несоответствие услугополучателя требованиям, установленным нормативными правовыми актами",
    ];
    expect(cellChanges("ru", heading, `1) ${one};\n2) ${other}.`, `1) ${other};\n2) ${one}.`)).toEqual([]);
  });
});

describe("what is deleted whole is told", () => {
  const clauses: readonly (readonly [why: string, language: TextLanguage, clause: string])[] = [
    [
      "a clause on payment",
      "ru",
      "Оплата производится в наличной или безналичной форме через банки второго уровня.",
    ],
    [
      "a clause on payment",
      "kk",
      "Төлем екінші деңгейдегі банктер арқылы қолма-қол немесе қолма-қол ақшасыз нысанда жүргізіледі.",
    ],
    [
      "a clause on suspension",
      "ru",
      "Срок рассмотрения заявления приостанавливается на период проведения экспертизы.",
    ],
    ["a clause on suspension", "kk", "Өтінішті қарау мерзімі сараптама жүргізу кезеңіне тоқтатыла тұрады."],
  ];
  it.each(clauses)("%s (%s)", (_, language, clause) => {
    const changes = clauseChanges(language, clause);
    expect(told(changes)).toEqual(["provision-removed unclear unclear"]);
    expect(changes[0]?.old?.quote).toBe(clause);
  });

  it.each([
    [
      "a paper",
      "kk",
      "Мемлекеттік қызмет көрсету үшін қажетті құжаттар мен мәліметтердің тізбесі",
      "1) осы Қағидаларға 2-қосымшаға сәйкес нысан бойынша өтініш;\n2) жеке басын куәландыратын құжат;\n3) үй-жайды жалға алу шартының көшірмесі.",
      "1) осы Қағидаларға 2-қосымшаға сәйкес нысан бойынша өтініш;\n2) жеке басын куәландыратын құжат.",
      "document-removed better none",
    ],
    [
      "a ground",
      "ru",
      "Основания для отказа в оказании государственной услуги",
      "1) установление недостоверности документов, представленных услугополучателем;\n2) несоответствие услугополучателя требованиям, установленным нормативными правовыми актами.",
      "1) установление недостоверности документов, представленных услугополучателем.",
      "refusal-removed better worse",
    ],
  ] as const)("%s (%s)", (_, language, heading, old, now, change) => {
    expect(told(cellChanges(language, heading, old, now))).toEqual([change]);
  });
});

describe("words that deny, or name who does something, are no forms of those that do not", () => {
  const clauses: readonly (readonly [language: TextLanguage, old: string, now: string, sort: string])[] = [
    [
      "kk",
      "Құжаттың көшірмесі мұрағатта сақталады.",
      "Құжаттың көшірмесі мұрағатта сақталмайды.",
      "modality",
    ],
    ["kk", "Бас тартуға жол беріледі.", "Бас тартуға жол берілмейді.", "modality"],
    ["kk", "Мұрағатшы қолды салыстырады.", "Мұрағатшы қолды салыстыра алады.", "modality"],
    [
      "ru",
      "Копия бланка подлежит хранению и является действительной.",
      "Копия бланка подлежит хранению и является недействительной.",
      "modality",
    ],
    ["ru", "Журнал хранит представитель архива.", "Журнал хранит представление архива.", "otherWords"],
    [
      "kk",
      "Мәліметтерді көрсетілетін қызметті беруші шлюз арқылы алады.",
      "Мәліметтерді көрсетілетін қызметті алушы шлюз арқылы алады.",
      "name",
    ],
  ];
  it.each(clauses)("(%s) %s → %s", (language, old, now, sort) => {
    const changes = clauseChanges(language, old, now);
    expect(changes.map(({ code, fields }) => [code, fields.map(({ field }) => field)])).toEqual([
      ["provision-changed", [sort]],
    ]);
  });
});
