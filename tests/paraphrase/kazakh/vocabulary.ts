import { plain, third, type Noun } from "./noun.ts";

/** A public service that is made up: its name, what is issued, and who may ask for it. */
export interface Service {
  readonly name: string;
  /** The paper that is issued. */
  readonly thing: Noun;
  readonly who: "natural-person" | "legal-person" | "any";
  /** Who gives it. */
  readonly provider: Noun;
}

const service = (name: string, thing: Noun, who: Service["who"], provider: Noun): Service => ({
  name,
  thing,
  who,
  provider,
});

export const SERVICES: readonly Service[] = [
  service(
    "Балық аулауға рұқсат беру",
    plain("рұқсат"),
    "any",
    third("Балық шаруашылығы комитетінің аумақтық бөлімшелері"),
  ),
  service(
    "Аңшы куәлігін беру",
    third("аңшы куәлігі"),
    "natural-person",
    third("Орман шаруашылығы және жануарлар дүниесі комитеті"),
  ),
  service(
    "Тұқымның сапасы туралы сертификат беру",
    plain("сертификат"),
    "any",
    third("аудандардың ауыл шаруашылығы бөлімдері"),
  ),
  service(
    "Тарихи ғимаратты жөндеуге рұқсат беру",
    plain("рұқсат"),
    "legal-person",
    third("облыстардың мәдениет басқармалары"),
  ),
  service(
    "Спорт төрешісіне санат беру",
    plain("куәлік"),
    "natural-person",
    third("облыстардың дене шынықтыру және спорт басқармалары"),
  ),
  service(
    "Экскурсия жүргізушісіне лицензия беру",
    plain("лицензия"),
    "natural-person",
    third("Туризм индустриясы комитеті"),
  ),
  service(
    "Омартаны есепке алу туралы анықтама беру",
    plain("анықтама"),
    "any",
    third("аудандардың ветеринария бөлімдері"),
  ),
  service(
    "Көктемгі жәрмеңкеде сауда орнын бөлу",
    plain("рұқсат"),
    "any",
    third("қалалардың кәсіпкерлік бөлімдері"),
  ),
  service(
    "Мұрағат қорынан үзінді көшірме беру",
    plain("үзінді"),
    "any",
    third("Мұрағат және құжаттама басқармасы"),
  ),
  service(
    "Жолаушылар тасымалына лицензия беру",
    plain("лицензия"),
    "legal-person",
    third("аумақтық көлік инспекциялары"),
  ),
  service(
    "Жер асты суын пайдалануға рұқсат беру",
    plain("рұқсат"),
    "legal-person",
    plain("бассейндік инспекциялар"),
  ),
  service(
    "Аулада құрылыс салуға келісім беру",
    plain("келісім"),
    "natural-person",
    third("қалалардың сәулет және қала құрылысы бөлімдері"),
  ),
  service(
    "Тіл маманына біліктілік куәлігін беру",
    third("біліктілік куәлігі"),
    "natural-person",
    third("Тіл саясаты комитеті"),
  ),
  service(
    "Жылу желісіне қосылуға техникалық шарттар беру",
    plain("құжат"),
    "any",
    third("облыстардың жергілікті атқарушы органдары"),
  ),
  service(
    "Асыл тұқымды малға паспорт беру",
    plain("паспорт"),
    "any",
    third("аудандардың ауыл шаруашылығы бөлімдері"),
  ),
  service(
    "Кинофильмге прокаттау куәлігін беру",
    third("прокаттау куәлігі"),
    "legal-person",
    third("Мәдениет комитеті"),
  ),
  service(
    "Ағаш кесуге рұқсат беру",
    plain("рұқсат"),
    "any",
    third("Орман шаруашылығы және жануарлар дүниесі комитетінің аумақтық инспекциялары"),
  ),
  service(
    "Автотұрақ ашуға рұқсат беру",
    plain("рұқсат"),
    "legal-person",
    third("облыстардың жергілікті атқарушы органдары"),
  ),
];

/** Ministries: what stands before `министрлігі`, `министрі`. */
export const MINISTRIES = [
  "Мәдениет және спорт",
  "Ауыл шаруашылығы",
  "Экология және табиғи ресурстар",
  "Туризм және спорт",
  "Көлік",
  "Оқу-ағарту",
  "Ғылым және жоғары білім",
  "Сауда және интеграция",
  "Өнеркәсіп және құрылыс",
  "Су ресурстары және ирригация",
] as const;

/** Papers that people bring. */
export const PAPERS: readonly Noun[] = [
  plain("жеке басты куәландыратын құжат"),
  plain("туу туралы куәлік"),
  plain("неке қию туралы куәлік"),
  plain("медициналық анықтама"),
  plain("ветеринариялық анықтама"),
  plain("жоғары білім туралы диплом"),
  plain("техникалық паспорт"),
  plain("мінездеме"),
  plain("бағалау туралы есеп"),
  plain("қорғаншы тағайындау туралы шешім"),
  plain("өтелген алым туралы түбіртек"),
  third("еңбек шарты"),
  third("жалға алу шарты"),
  third("сақтандыру полисі"),
  third("ғимараттың сызбасы"),
  third("жер учаскесінің жоспары"),
  third("ұйымның жарғысы"),
  third("су сапасын зерттеу хаттамасы"),
  third("зертхананың қорытындысы"),
  third("жұмыс өтілін растайтын еңбек кітапшасы"),
  third("жобаның түсіндірме жазбасы"),
  third("көршілердің жазбаша келісімі"),
];

/** Groups of people for whom something is otherwise. */
export const GROUPS: readonly Noun[] = [
  plain("шетелдіктер"),
  plain("он сегіз жасқа толмаған адамдар"),
  plain("көпбалалы отбасылар"),
  plain("зейнеткерлер"),
  plain("дара кәсіпкерлер"),
  plain("қандастар"),
  plain("азаматтығы жоқ адамдар"),
  plain("ардагерлер"),
  plain("студенттер"),
];

/** Who in the provider's house does the steps. */
export const CLERKS: readonly Noun[] = [
  third("кеңсе қызметкері"),
  plain("жауапты орындаушы"),
  third("бөлім басшысы"),
  third("кеңсе меңгерушісі"),
  third("бөлімнің бас маманы"),
  plain("жауапты маман"),
  third("құрылымдық бөлімшенің қызметкері"),
];

/** `көшірме`: of whatever paper. */
export const COPY = plain("көшірме");
