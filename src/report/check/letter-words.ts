import type { Answer, Labels } from "../../model/verdict.ts";

export const TITLES: Readonly<Record<Answer | "held", Labels>> = {
  refuse: {
    kk: "Мемлекеттік қызметті көрсетуден дәлелді бас тарту",
    ru: "Мотивированный отказ в оказании государственной услуги",
    en: "Reasoned refusal of a public service",
  },
  incomplete: {
    kk: "Өтінішті қабылдаудан бас тарту және жетіспейтін құжаттар туралы хабарлама",
    ru: "Уведомление об отказе в приёме заявления и о недостающих документах",
    en: "Notice that an application is not taken, and of what is missing",
  },
  admit: {
    kk: "Өтініштің қабылданғаны туралы қолхат",
    ru: "Расписка о приёме заявления",
    en: "Receipt for an application",
  },
  held: {
    kk: "Мемлекеттік қызмет нәтижесін беруді тоқтата тұру туралы хабарлама",
    ru: "Уведомление о приостановлении выдачи результата государственной услуги",
    en: "Notice that the result of a public service is held back",
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
  place: { kk: "Жасалған жері", ru: "Место составления", en: "Place" },
  address: { kk: "мекенжайы", ru: "адрес", en: "address" },
  person: {
    kk: "(тегі, аты, әкесінің аты (бар болса) не заңды тұлғаның атауы)",
    ru: "(фамилия, имя, отчество (при наличии) либо наименование юридического лица)",
    en: "(full name, or name of the legal person)",
  },
  number12: { kk: "ЖСН/БСН", ru: "ИИН/БИН", en: "IIN/BIN" },
  alsoMissing: {
    kk: "Сонымен қатар мына құжаттар ұсынылмаған немесе олардың қолданылу мерзімі өткен:",
    ru: "Кроме того, не представлены или просрочены следующие документы:",
    en: "Besides, these documents are missing or have expired:",
  },
  fillGround: {
    kk: "1) ____________________________________ (негізді қызметкер көрсетеді)",
    ru: "1) ____________________________________ (основание указывает работник)",
    en: "1) ____________________________________ (the officer states the ground)",
  },
  bringBy: {
    kk: "Құжаттарды 20___ жылғы «____» ______________ дейін ұсыну қажет.",
    ru: "Документы необходимо представить в срок до «____» ______________ 20___ года.",
    en: "The documents have to be handed in by ____ ______________ 20___.",
  },
  returned: {
    kk: "Құжаттар осы мерзімде ұсынылмаса, өтініш {term} ішінде қайтарылады ({cite}).",
    ru: "Если документы не будут представлены в этот срок, заявление возвращается (срок возврата: {term}; {cite}).",
    en: "If they are not handed in by then, the application is returned (term: {term}; {cite}).",
  },
  appealTitle: { kk: "Шағым жасау тәртібі:", ru: "Порядок обжалования:", en: "How to appeal:" },
  appealFile: {
    kk: "Бұл шешімге көрсетілетін қызметті берушіге не мемлекеттік қызметтер көрсету сапасын бағалау және бақылау жөніндегі уәкілетті органға шағым жасауға болады. Шағым беру мерзімі: шешім туралы белгілі болған күннен бастап {term} ({cite}).",
    ru: "Решение может быть обжаловано услугодателю либо в уполномоченный орган по оценке и контролю за качеством оказания государственных услуг. Срок подачи жалобы: {term} со дня, когда стало известно о решении ({cite}).",
    en: "A complaint can be made to the provider or to the authorised body for the quality of public services. Term for it: {term} from the day on which the decision became known ({cite}).",
  },
  appealUndated: {
    kk: "Бұл шешімге көрсетілетін қызметті берушіге не мемлекеттік қызметтер көрсету сапасын бағалау және бақылау жөніндегі уәкілетті органға шағым жасауға болады. Шағым беру мерзімі: ______________.",
    ru: "Решение может быть обжаловано услугодателю либо в уполномоченный орган по оценке и контролю за качеством оказания государственных услуг. Срок подачи жалобы: ______________.",
    en: "A complaint can be made to the provider or to the authorised body for the quality of public services. Term for it: ______________.",
  },
  appealAnswered: {
    provider: {
      kk: "Көрсетілетін қызметті берушіге келіп түскен шағымды қарау мерзімі: тіркелген күнінен бастап {term} ({cite}).",
      ru: "Срок рассмотрения жалобы, поступившей в адрес услугодателя: {term} со дня её регистрации ({cite}).",
      en: "A complaint to the provider is answered within {term} from its registration ({cite}).",
    },
    "authorised-body": {
      kk: "Уәкілетті органға келіп түскен шағымды қарау мерзімі: тіркелген күнінен бастап {term} ({cite}).",
      ru: "Срок рассмотрения жалобы, поступившей в адрес уполномоченного органа: {term} со дня её регистрации ({cite}).",
      en: "A complaint to the authorised body is answered within {term} from its registration ({cite}).",
    },
  },
  appealForwarded: {
    kk: "Шағым жасалған шешімді қабылдаған көрсетілетін қызметті берушінің шағым мен істі жіберу мерзімі: {term} ({cite}).",
    ru: "Срок направления жалобы и дела услугодателем, решение которого обжалуется: {term} ({cite}).",
    en: "The provider forwards the complaint with the file within {term} ({cite}).",
  },
  appealCourt: {
    kk: "Сотқа жүгінуге, егер заңда өзгеше көзделмесе, сотқа дейінгі тәртіппен шағым жасалғаннан кейін жол беріледі ({cite}).",
    ru: "Обращение в суд допускается после обжалования в досудебном порядке, если иное не предусмотрено законом ({cite}).",
    en: "A court can be turned to after the complaint, unless a law provides otherwise ({cite}).",
  },
  submitted: { kk: "Өтініш берілген уақыт", ru: "Время подачи заявления", en: "Submitted" },
  act: { kk: "Акт", ru: "Акт", en: "Act" },
  officer: { kk: "Лауазымы", ru: "Должность", en: "Position" },
  officerName: { kk: "тегі, аты-жөні", ru: "фамилия, инициалы", en: "name" },
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
  asTheActHasIt: {
    kk: "Заңның сөздері қолда бар мәтінінің тілінде келтірілген.",
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
  draftGround: {
    kk: "Мына негізді тек бағдарлама оқыған, оны ешкім тексермеген; хатқа енгізілмеді, қызметкер шешеді: {ground}",
    ru: "Основание прочитано только программой и никем не проверено; в письмо не включено, решает работник: {ground}",
    en: "Only the program has read this ground and nobody has reviewed it; it is left out of the letter, the officer decides: {ground}",
  },
  hearing: {
    kk: "Бас тарту алдында көрсетілетін қызметті алушыны тыңдау қажет пе, тексеріңіз: алдын ала шешім кемінде {term} бұрын жіберіледі ({cite}).",
    ru: "Проверьте, нужно ли заслушивание до отказа: предварительное решение направляется не позднее чем за {term} ({cite}).",
    en: "Check whether the applicant has to be heard first: a preliminary decision comes {term} before at the latest ({cite}).",
  },
  appealUnknown: {
    kk: "Шағым беру мерзімі қолдағы заңнан анықталмады: оны қызметкер толтырады.",
    ru: "Срок подачи жалобы по имеющемуся закону не установлен: его заполняет работник.",
    en: "The term for a complaint could not be told from the law at hand: the officer fills it in.",
  },
  openFindings: {
    kk: "Мыналарды ешкім растаған жоқ, сондықтан жоқ деп есептелді: {findings}.",
    ru: "Никем не установлено и потому считается отсутствующим: {findings}.",
    en: "Nobody has asserted these, so they count as not so: {findings}.",
  },
} as const;
