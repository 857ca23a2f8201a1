import type { Answer, Labels } from "../../model/verdict.ts";

export const TITLES: Readonly<Record<Answer, Labels>> = {
  refuse: {
    kk: "Мемлекеттік қызметті көрсетуден дәлелді бас тарту",
    ru: "Мотивированный отказ в оказании государственной услуги",
    en: "Reasoned refusal of a public service",
  },
  incomplete: {
    kk: "Құжаттарды толықтыру туралы хабарлама",
    ru: "Уведомление о представлении недостающих документов",
    en: "Request for missing documents",
  },
  admit: {
    kk: "Өтініштің қабылданғаны туралы қолхат",
    ru: "Расписка о приёме заявления",
    en: "Receipt for an application",
  },
  undetermined: { kk: "Мәліметтер жеткіліксіз", ru: "Сведений недостаточно", en: "Facts wanted" },
};

export const LETTER = {
  to: { kk: "Көрсетілетін қызметті алушы", ru: "Услугополучатель", en: "Applicant" },
  service: { kk: "Мемлекеттік көрсетілетін қызмет", ru: "Государственная услуга", en: "Public service" },
  number: { kk: "Шығ. № ________", ru: "Исх. № ________", en: "No. ________" },
  of: {
    kk: "20___ жылғы «____» ______________",
    ru: "от «____» ______________ 20___ года",
    en: "of ____ ______________ 20___",
  },
  provider: {
    kk: "Көрсетілетін қызметті беруші",
    ru: "Услугодатель",
    en: "Provider",
  },
  /** The Law on public services and the Administrative procedural code give both ways; the terms are theirs. */
  appeal: {
    kk: "Осы шешімге «Мемлекеттік көрсетілетін қызметтер туралы» Қазақстан Республикасының Заңында және Қазақстан Республикасының Әкімшілік рәсімдік-процестік кодексінде белгіленген тәртіппен шағым жасалуы мүмкін.",
    ru: "Настоящее решение может быть обжаловано в порядке, установленном Законом Республики Казахстан «О государственных услугах» и Административным процедурно-процессуальным кодексом Республики Казахстан.",
    en: "This decision can be appealed against as the Law of the Republic of Kazakhstan on Public Services and its Administrative Procedural Code provide.",
  },
  submitted: { kk: "Өтініш берілген уақыт", ru: "Время подачи заявления", en: "Submitted" },
  act: { kk: "Акт", ru: "Акт", en: "Act" },
  officer: { kk: "Жауапты адам", ru: "Ответственное лицо", en: "Officer" },
  signature: { kk: "қолы", ru: "подпись", en: "signature" },
  refused: {
    kk: "Мемлекеттік қызметті көрсетуден мынадай негіздер бойынша бас тартылады:",
    ru: "В оказании государственной услуги отказано по следующим основаниям:",
    en: "The service is refused on these grounds:",
  },
  handIn: {
    kk: "Өтінішті қабылдау үшін мынадай құжаттарды ұсыну қажет:",
    ru: "Для приёма заявления необходимо представить следующие документы:",
    en: "For the application to be taken, these documents have to be handed in:",
  },
  grounds: { kk: "Негіз:", ru: "Основание:", en: "Grounds:" },
  /** The acts at hand are in Kazakh. */
  asTheActHasIt: {
    kk: "",
    ru: "Положения акта приведены на языке, на котором он имеется.",
    en: "What the act says is quoted in the language in which it is at hand.",
  },
  expired: { kk: "қолданылу мерзімі өткен: {day}", ru: "срок действия истёк {day}", en: "expired on {day}" },
  or: { kk: " немесе ", ru: " или ", en: " or " },
  taken: {
    kk: "Өтініш қабылданды.",
    ru: "Заявление принято.",
    en: "The application has been taken.",
  },
  documents: {
    kk: "Ұсынылған құжаттар: {documents}.",
    ru: "Представлены документы: {documents}.",
    en: "Documents handed in: {documents}.",
  },
  /** The term binds whoever answers; what the answer will be, an admission does not say. */
  due: {
    kk: "Мемлекеттік қызмет көрсету нәтижесі не бас тарту туралы дәлелді жауап мына мерзімнен кешіктірілмей беріледі: {due}. Негізі: {cite}.",
    ru: "Результат оказания услуги либо мотивированный отказ выдаётся не позднее {due}. Основание: {cite}.",
    en: "The result, or a reasoned refusal, is given no later than {due}. Grounds: {cite}.",
  },
  dueUncounted: {
    kk: "Мемлекеттік қызмет көрсету мерзімі: {term}. Негізі: {cite}. Аяқталатын уақытын есептеу мүмкін болмады.",
    ru: "Срок оказания услуги: {term}. Основание: {cite}. Время его окончания вычислить не удалось.",
    en: "Term of the service: {term}. Grounds: {cite}. When it ends could not be counted.",
  },
  /** Of a term that has not begun: no end can be told, and that there is none would be false. */
  dueWaiting: {
    kk: "Мемлекеттік қызмет көрсету мерзімі: {term}; {starts}. Негізі: {cite}.",
    ru: "Срок оказания услуги: {term}; {starts}. Основание: {cite}.",
    en: "Term of the service: {term}; {starts}. Grounds: {cite}.",
  },
  noTerm: {
    kk: "Нәтижені беру мерзімі қолда бар нормаларда белгіленбеген.",
    ru: "Срок выдачи результата имеющимися нормами не установлен.",
    en: "The rules at hand set no term for the result.",
  },
  held: {
    kk: "Мына негіздер жойылғанға дейін нәтиже берілмейді:",
    ru: "Результат не выдаётся, пока не отпадут следующие основания:",
    en: "The result is held back until these grounds fall away:",
  },
  elsewhere: {
    admit: {
      kk: "Құжаттарға қойылатын талаптарды немесе бас тарту негіздерін мына актілер де белгілейді, олар бойынша өтініш тексерілген жоқ: {acts}.",
      ru: "Требования к документам или основания для отказа устанавливают также акты, на соответствие которым заявление не проверялось: {acts}.",
      en: "What documents are needed, or grounds for refusal, are also set by acts by which the application was not checked: {acts}.",
    },
    incomplete: {
      kk: "Құжаттарды мына актілер де белгілейді, олар бойынша өтініш тексерілген жоқ: {acts}.",
      ru: "Документы устанавливают также акты, на соответствие которым заявление не проверялось: {acts}.",
      en: "Documents are also set by acts by which the application was not checked: {acts}.",
    },
  },
  notes: {
    kk: "Қызметкерге ескертпе (хатқа кірмейді):",
    ru: "Примечание для работника (в письмо не входит):",
    en: "Note to the officer (not part of the letter):",
  },
  openFindings: {
    kk: "Мыналарды ешкім растаған жоқ, сондықтан жоқ деп есептелді: {findings}.",
    ru: "Никем не установлено и потому считается отсутствующим: {findings}.",
    en: "Nobody has asserted these, so they count as not so: {findings}.",
  },
} as const;
