import type { Labels, ReasonCode } from "../../model/verdict.ts";

/** A sentence for each way a rule can come out. `{facts}`, `{documents}` and `{missing}` are put in as lists, `{starts}` as when a term starts. */
export const SENTENCES: Readonly<Record<ReasonCode, Labels>> = {
  eligible: {
    kk: "Көрсетілетін қызметті алушы бұл талапқа сай келеді: {facts}.",
    ru: "Услугополучатель отвечает этому требованию: {facts}.",
    en: "The applicant meets this requirement: {facts}.",
  },
  "not-eligible": {
    kk: "Көрсетілетін қызметті алушы бұл талапқа сай келмейді: {facts}.",
    ru: "Услугополучатель не отвечает этому требованию: {facts}.",
    en: "The applicant does not meet this requirement: {facts}.",
  },
  "eligibility-unknown": {
    kk: "Көрсетілетін қызметті алушының бұл талапқа сай келетіні белгісіз; қажетті мәлімет: {missing}.",
    ru: "Неизвестно, отвечает ли услугополучатель этому требованию; нужны сведения: {missing}.",
    en: "Whether the applicant meets this requirement is not known; needed: {missing}.",
  },
  "grants-possibility": {
    kk: "Бұл норма мүмкіндік береді, талап қоймайды.",
    ru: "Эта норма даёт возможность и ничего не требует.",
    en: "This provision gives a possibility and demands nothing.",
  },
  "document-present": {
    kk: "Құжат ұсынылған: {documents}.",
    ru: "Документ представлен: {documents}.",
    en: "The document is there: {documents}.",
  },
  "document-missing": {
    kk: "Құжат ұсынылмаған: {documents}.",
    ru: "Документ не представлен: {documents}.",
    en: "The document is missing: {documents}.",
  },
  "document-missing-whichever": {
    kk: "Құжат ұсынылмаған: {documents}; осы құжаттың немесе оның орнына басқасының талап етілуі мына мәліметке байланысты: {missing}.",
    ru: "Документ не представлен: {documents}; требуется ли он или вместо него другой, зависит от сведений: {missing}.",
    en: "The document is missing: {documents}; whether it is asked for or another in its place hangs on: {missing}.",
  },
  "document-replaced-unknown": {
    kk: "Мына құжаттың орнына ұсынылған басқасының жарайтыны белгісіз: {documents}; қажетті мәлімет: {missing}.",
    ru: "Неизвестно, достаточно ли другого документа вместо этого: {documents}; нужны сведения: {missing}.",
    en: "Whether another document is enough in place of this is not known: {documents}; needed: {missing}.",
  },
  "document-expired": {
    kk: "Құжаттың қолданылу мерзімі өткен: {documents}.",
    ru: "Срок действия документа истёк: {documents}.",
    en: "The document has expired: {documents}.",
  },
  "document-unknown": {
    kk: "Құжаттың ұсынылғаны және жарамдылығы белгісіз: {documents}.",
    ru: "Неизвестно, представлен ли документ и действует ли он: {documents}.",
    en: "Whether the document is there and still good is not known: {documents}.",
  },
  "document-not-needed": {
    kk: "Бұл жағдайда құжат талап етілмейді: {documents}.",
    ru: "В этом случае документ не требуется: {documents}.",
    en: "In this case the document is not asked for: {documents}.",
  },
  "document-need-unknown": {
    kk: "Құжаттың талап етілетіні белгісіз: {documents}; қажетті мәлімет: {missing}.",
    ru: "Неизвестно, требуется ли документ: {documents}; нужны сведения: {missing}.",
    en: "Whether the document is asked for is not known: {documents}; needed: {missing}.",
  },
  "other-document-present": {
    kk: "Құжаттың орнына басқасы ұсынылған: {documents}.",
    ru: "Вместо документа представлен другой: {documents}.",
    en: "Another one is there in place of the document: {documents}.",
  },
  "ground-holds": {
    kk: "Бас тарту негізі бар: {facts}.",
    ru: "Имеется основание для отказа: {facts}.",
    en: "The ground for refusal holds: {facts}.",
  },
  "ground-does-not-hold": {
    kk: "Бас тарту негізі жоқ: {facts}.",
    ru: "Основания для отказа нет: {facts}.",
    en: "The ground for refusal does not hold: {facts}.",
  },
  "ground-unknown": {
    kk: "Бас тарту негізінің бары белгісіз; қажетті мәлімет: {missing}.",
    ru: "Неизвестно, имеется ли основание для отказа; нужны сведения: {missing}.",
    en: "Whether the ground for refusal holds is not known; needed: {missing}.",
  },
  "result-held": {
    kk: "Қызмет нәтижесін беру тоқтатыла тұрады: {facts}.",
    ru: "Выдача результата услуги задерживается: {facts}.",
    en: "The result of the service is held back: {facts}.",
  },
  "result-not-held": {
    kk: "Қызмет нәтижесін беруге бұл негіз бойынша кедергі жоқ: {facts}.",
    ru: "По этому основанию выдача результата не задерживается: {facts}.",
    en: "This ground does not hold the result back: {facts}.",
  },
  "result-hold-unknown": {
    kk: "Қызмет нәтижесін беру кейінге қалдырылатыны белгісіз; қажетті мәлімет: {missing}.",
    ru: "Неизвестно, задерживается ли выдача результата; нужны сведения: {missing}.",
    en: "Whether the result is held back is not known; needed: {missing}.",
  },
  "channel-offered": {
    kk: "Қызмет таңдалған тәсілмен көрсетіледі.",
    ru: "Услуга оказывается выбранным способом.",
    en: "The service is given in this way.",
  },
  "channel-not-offered": {
    kk: "Қызмет таңдалған тәсілмен көрсетілмейді.",
    ru: "Выбранным способом услуга не оказывается.",
    en: "The service is not given in the way that was chosen.",
  },
  "another-channel": {
    kk: "Басқа көрсету тәсіліне қатысты.",
    ru: "Относится к другому способу оказания.",
    en: "Concerns another way of applying.",
  },
  "another-rule-judges": {
    kk: "Норма қолданыста, бірақ оның орнына басқа норма қолданылады.",
    ru: "Норма действует, но применяется другая норма вместо неё.",
    en: "Stands, but another rule judges in its place.",
  },
  "term-starts": {
    kk: "Мерзім өтініш берілген кезден басталады: {facts}.",
    ru: "Срок начинается с подачи заявления: {facts}.",
    en: "The term starts with the request: {facts}.",
  },
  "term-stands": {
    kk: "Мерзімді бұл өтініш бастамайды: {starts}.",
    ru: "Заявление этот срок не начинает: {starts}.",
    en: "The request does not start this term: {starts}.",
  },
  "term-of-other-requests": {
    kk: "Мерзім басқа өтініштерге қатысты.",
    ru: "Срок относится к другим заявлениям.",
    en: "The term is for other requests.",
  },
  "term-of-other-cases": {
    kk: "Мерзім басқа жағдайларға қатысты: {facts}.",
    ru: "Срок для других случаев: {facts}.",
    en: "The term is for other cases: {facts}.",
  },
  "term-case-unknown": {
    kk: "Бұл мерзімнің өтінішке қатысы бар-жоғы белгісіз: {missing}.",
    ru: "Неизвестно, относится ли этот срок к заявлению: {missing}.",
    en: "Whether the term is for this request is not known: {missing}.",
  },
  stands: {
    kk: "Норма қолданыста, өтінішті қабылдауға кедергі келтірмейді.",
    ru: "Норма действует и препятствий не содержит.",
    en: "Stands, and says nothing against the request.",
  },
};
