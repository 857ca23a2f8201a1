import type { Channel } from "../model/rule.ts";
import type { Labels } from "../model/verdict.ts";

/** Names of the fields that every request form has, and of the channels. */
export const FORM_WORDS = {
  channel: { kk: "Жүгіну тәсілі", ru: "Способ обращения", en: "Way of applying" },
  submitted: { kk: "Өтініш берілген уақыт", ru: "Время подачи", en: "Time of submission" },
  facts: { kk: "Мәліметтер", ru: "Сведения", en: "Facts" },
  documents: { kk: "Ұсынылған құжаттар", ru: "Представленные документы", en: "Documents handed in" },
  document: { kk: "Құжат", ru: "Документ", en: "Document" },
  validUntil: { kk: "Жарамдылығының соңғы күні", ru: "Последний день действия", en: "Last day of validity" },
  channels: {
    provider: { kk: "көрсетілетін қызметті берушіде", ru: "у услугодателя", en: "at the provider" },
    phone: { kk: "телефон арқылы", ru: "по телефону", en: "by telephone" },
    portal: {
      kk: "«электрондық үкімет» порталы",
      ru: "портал «электронного правительства»",
      en: "e-government portal",
    },
    corporation: { kk: "Мемлекеттік корпорация", ru: "Государственная корпорация", en: "State corporation" },
    post: { kk: "пошта арқылы", ru: "по почте", en: "by post" },
  } satisfies Record<Channel, Labels>,
} as const satisfies Record<string, Labels | Record<Channel, Labels>>;
