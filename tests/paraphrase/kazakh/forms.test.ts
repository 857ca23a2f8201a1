import { describe, expect, it } from "vitest";
import { figureIn, spelled } from "./number.ts";
import { inCase, joinedWith, of, plain, plural, possessed, third, type Case } from "./noun.ts";
import { action, actionOf, does, done, having, ifDone, negated } from "./verb.ts";

/** From any grammar of Kazakh: genitive, dative, accusative, locative, ablative, instrumental. */
const DECLINED: Readonly<Record<string, readonly string[]>> = {
  құжат: ["құжаттың", "құжатқа", "құжатты", "құжатта", "құжаттан", "құжатпен"],
  өтініш: ["өтініштің", "өтінішке", "өтінішті", "өтініште", "өтініштен", "өтінішпен"],
  анықтама: ["анықтаманың", "анықтамаға", "анықтаманы", "анықтамада", "анықтамадан", "анықтамамен"],
  көрсеткіш: ["көрсеткіштің", "көрсеткішке", "көрсеткішті", "көрсеткіште", "көрсеткіштен", "көрсеткішпен"],
  беру: ["берудің", "беруге", "беруді", "беруде", "беруден", "берумен"],
  диплом: ["дипломның", "дипломға", "дипломды", "дипломда", "дипломнан", "дипломмен"],
  қағаз: ["қағаздың", "қағазға", "қағазды", "қағазда", "қағаздан", "қағазбен"],
  АЕК: ["АЕК-тің", "АЕК-ке", "АЕК-ті", "АЕК-те", "АЕК-тен", "АЕК-пен"],
  минут: ["минуттың", "минутқа", "минутты", "минутта", "минуттан", "минутпен"],
  лицензия: ["лицензияның", "лицензияға", "лицензияны", "лицензияда", "лицензиядан", "лицензиямен"],
};
const CASES: readonly Case[] = ["genitive", "dative", "accusative", "locative", "ablative", "instrumental"];

describe("word forms of the made-up acts", () => {
  it.each(Object.entries(DECLINED))("declines %s", (word, forms) => {
    expect(CASES.map((one) => inCase(plain(word), one))).toEqual(forms);
  });

  it("declines what bears the suffix of possession", () => {
    expect(CASES.map((one) => inCase(third("еңбек шарты"), one))).toEqual([
      "еңбек шартының",
      "еңбек шартына",
      "еңбек шартын",
      "еңбек шартында",
      "еңбек шартынан",
      "еңбек шартымен",
    ]);
  });

  it("possesses", () => {
    const words = ["куәлік", "құжат", "анықтама", "түбіртек", "беру", "полис", "сұраныс", "көшірме"];
    expect(words.map((word) => possessed(plain(word)).text)).toEqual([
      "куәлігі",
      "құжаты",
      "анықтамасы",
      "түбіртегі",
      "беруі",
      "полисі",
      "сұранысы",
      "көшірмесі",
    ]);
    expect(of(plain("паспорт"), plain("көшірме")).text).toBe("паспорттың көшірмесі");
    expect(joinedWith(third("өтініші"), third("мәліметтері"))).toBe("өтініші мен мәліметтері");
    expect(joinedWith(plain("құжат"), plain("қағаз"))).toBe("құжат пен қағаз");
  });

  it("makes many of one", () => {
    const words = ["құжат", "тұлға", "куәлік", "орган", "жыл", "өкіл", "мүлік", "бөлім"];
    expect(words.map((word) => plural(plain(word)).text)).toEqual([
      "құжаттар",
      "тұлғалар",
      "куәліктер",
      "органдар",
      "жылдар",
      "өкілдер",
      "мүліктер",
      "бөлімдер",
    ]);
  });

  it("bends verbs", () => {
    const stems = ["ұсын", "төле", "өт", "тапсыр", "бекітіл", "ұсынба"];
    expect(stems.map((stem) => done(stem))).toEqual([
      "ұсынған",
      "төлеген",
      "өткен",
      "тапсырған",
      "бекітілген",
      "ұсынбаған",
    ]);
    expect(["ұсын", "төле", "жет", "растал", "бол"].map(negated)).toEqual([
      "ұсынба",
      "төлеме",
      "жетпе",
      "расталма",
      "болма",
    ]);
    expect(stems.map((stem) => ifDone(stem))).toEqual([
      "ұсынса",
      "төлесе",
      "өтсе",
      "тапсырса",
      "бекітілсе",
      "ұсынбаса",
    ]);
    expect(stems.map((stem) => actionOf(stem).text)).toEqual([
      "ұсынуы",
      "төлеуі",
      "өтуі",
      "тапсыруы",
      "бекітілуі",
      "ұсынбауы",
    ]);
    expect(["ұсын", "жолда", "жібер", "тексер"].map(does)).toEqual([
      "ұсынады",
      "жолдайды",
      "жібереді",
      "тексереді",
    ]);
    expect(["ұсын", "жолда", "жібер"].map(having)).toEqual(["ұсынып", "жолдап", "жіберіп"]);
    expect(action("оқы").text).toBe("оқу");
  });

  it("says numbers and declines figures", () => {
    expect([1, 15, 30, 100, 1200, 45_320].map(spelled)).toEqual([
      "бір",
      "он бес",
      "отыз",
      "бір жүз",
      "бір мың екі жүз",
      "қырық бес мың үш жүз жиырма",
    ]);
    expect(figureIn("9.00", "ablative")).toBe("9.00-ден");
    expect(figureIn("18.30", "dative")).toBe("18.30-ға");
    expect(figureIn("14:00", "dative")).toBe("14:00-ге");
    expect(figureIn("9", "ablative")).toBe("9-дан");
    expect(figureIn("20", "dative")).toBe("20-ға");
  });
});
