import type { Language } from "../model/language.ts";

/** Words of a citation as our rulebooks have them, in Kazakh, with what a lawyer writes for them elsewhere. */
const PARTS: readonly { readonly kk: RegExp; readonly ru: string; readonly en: string }[] = [
  { kk: /^(\d+(?:-\d+)*)-қосымша$/, ru: "приложение $1", en: "annex $1" },
  { kk: /^(\d+(?:-\d+)*)-тарау$/, ru: "глава $1", en: "chapter $1" },
  { kk: /^(\d+(?:-\d+)*)-тармақ$/, ru: "пункт $1", en: "clause $1" },
  { kk: /^(\d+(?:-\d+)*)\) тармақша$/, ru: "подпункт $1)", en: "item $1)" },
  { kk: /^(\d+(?:-\d+)*)-кесте$/, ru: "таблица $1", en: "table $1" },
  { kk: /^кесте$/, ru: "таблица", en: "table" },
  { kk: /^(\d+(?:-\d+)*)-жол$/, ru: "строка $1", en: "row $1" },
  { kk: /^(\d+(?:-\d+)*)-баған$/, ru: "графа $1", en: "column $1" },
  { kk: /^(\d+(?:-\d+)*)-бөлік$/, ru: "часть $1", en: "part $1" },
  { kk: /^(\d+[).])$/, ru: "$1", en: "$1" },
  { kk: /^қаулы$/, ru: "постановление", en: "resolution" },
  { kk: /^бұйрық$/, ru: "приказ", en: "order" },
  ...[
    ["бірінші", "первая", "first"],
    ["екінші", "вторая", "second"],
    ["үшінші", "третья", "third"],
    ["төртінші", "четвёртая", "fourth"],
    ["бесінші", "пятая", "fifth"],
    ["алтыншы", "шестая", "sixth"],
    ["жетінші", "седьмая", "seventh"],
    ["сегізінші", "восьмая", "eighth"],
    ["тоғызыншы", "девятая", "ninth"],
    ["оныншы", "десятая", "tenth"],
  ].map(([kk = "", ru = "", en = ""]) => ({
    kk: new RegExp(`^${kk} бөлік$`),
    ru: `часть ${ru}`,
    en: `${en} part`,
  })),
];

/** What belongs together in a citation: a number and its word, or a word alone. */
const TOGETHER = /\d+(?:-\d+)*\) тармақша|\p{L}+ бөлік|[^ ,]+/gu;

/** A citation in the reader's language; as it stands where its words are not those of our rulebooks. */
export function citation(cite: string, language: Language): string {
  if (language === "kk") return cite;
  const parts = (cite.match(TOGETHER) ?? []).map((part) => {
    const known = PARTS.find(({ kk }) => kk.test(part));
    return known === undefined ? undefined : part.replace(known.kk, known[language]);
  });
  return parts.length === 0 || parts.includes(undefined) ? cite : parts.join(", ");
}
