import { describe, expect, it } from "vitest";
import { EXTRACTORS } from "../../src/extract/extractors.ts";
import { grammar } from "../../src/language/ru/grammar.ts";
import type { RowTopic } from "../../src/language/structure-words.ts";
import type { Kind } from "../../src/model/rule.ts";
import { statementsIn } from "./read-example.ts";

interface Read {
  readonly kind: Kind;
  readonly words: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Every rule of a kind that a Russian sentence gives, with its own words. */
const rulesOf = (
  kind: Kind,
  text: string,
  where: { lead?: string; topic?: RowTopic } = {},
): readonly Read[] =>
  statementsIn(text, where, grammar).flatMap((statement) =>
    EXTRACTORS.filter(({ id }) => id === kind)
      .flatMap((one) => one.read(statement, grammar))
      .map(({ fields, words }) => ({
        kind,
        words: statement.passage.text.slice(words.start, words.end),
        fields: { ...fields },
      })),
  );

const wordsOf = (rules: readonly Read[]): readonly string[] => rules.map(({ words }) => words);

describe("headings in the row of papers", () => {
  it("that say for what the papers are ask for none themselves", () => {
    const text = "1. Для получения Свидетельства при первичной и повторной аттестации:";
    expect(rulesOf("document", text, { topic: "documents" })).toEqual([]);
  });
});

describe("the colon of a time of day", () => {
  it("ends no heading", () => {
    const text = "услугодателя – с понедельника по пятницу с 9:00 до 18:30 часов";
    expect(rulesOf("hours", text).map(({ fields }) => [fields["open"], fields["close"]])).toEqual([
      ["09:00", "18:30"],
    ]);
  });
});

describe("who is freed from paying", () => {
  const freed = (text: string): readonly unknown[] =>
    rulesOf("fee", text, { topic: "fee" }).map(({ fields }) => [fields["free"], fields["condition"]]);

  it("stands before the verb, behind it, or between it and the payment", () => {
    for (const text of [
      "Ветераны труда освобождаются от уплаты государственной пошлины",
      "От уплаты государственной пошлины освобождаются Ветераны труда",
      "Освобождаются Ветераны труда от уплаты государственной пошлины",
    ])
      expect(freed(text), text).toEqual([[true, "Ветераны труда"]]);
  });

  it("is nobody where something else than paying is spared", () => {
    expect(freed("Ветераны труда освобождаются от экзамена")).toEqual([]);
  });
});

describe("grounds of refusal in Russian", () => {
  it("are parted by a comma before a noun in the form of the first", () => {
    const text =
      "При несоответствии подписи образцу, не соответствии заявления требованиям закона, либо установлении неполноты документов услугодатель отказывает в приеме заявления";
    expect(rulesOf("refusal", text)).toHaveLength(3);
  });

  it("are told where a term runs before the refusal: the verb ends its start", () => {
    const text =
      "При представлении неполного пакета документов услугодатель в течение двух дней с момента получения дает мотивированный отказ в приеме заявления";
    expect(rulesOf("refusal", text).map(({ fields }) => fields["stage"])).toEqual(["intake"]);
  });

  it("end with the clause whose verb is past", () => {
    const text =
      "Если услугополучатель не устранил замечания, услугодатель направляет мотивированный отказ в приеме заявления";
    expect(rulesOf("refusal", text)).toHaveLength(1);
  });

  it("are told in an item that begins with its ground and goes on with the refusal", () => {
    const lead = "Основаниями для отказа являются:";
    const text =
      "представление неполного пакета документов и (или) документов с истекшим сроком действия услугодатель отказывает в приеме заявления";
    expect(rulesOf("refusal", text, { lead })).toHaveLength(2);
  });

  it("are told by a step that forms the message before its reason", () => {
    const text =
      "процесс 2 - формирование сообщения об отказе в авторизации в связи с нарушениями в данных услугополучателя";
    expect(rulesOf("refusal", text).map(({ fields }) => fields["stage"])).toEqual(["intake"]);
  });
});

describe("terms in Russian", () => {
  it("are none where something lasts longer than that; not longer is a term", () => {
    expect(rulesOf("deadline", "Случай, приводящий к задержке более одного часа, фиксируется")).toEqual([]);
    expect(rulesOf("deadline", "Задержка длится не более одного часа")).toHaveLength(1);
  });

  it("are working days where the word for the day is left out before what they are counted to", () => {
    const [rule] = rulesOf(
      "deadline",
      "Услугополучатель уведомляется за 3 (три) рабочих до дня принятия решения",
    );
    expect(rule?.fields).toMatchObject({ amount: 3, unit: "working-day", direction: "before" });
  });

  it("are one working day where a thing is set for the next one, and none where a late request waits for it", () => {
    const [rule] = rulesOf("deadline", "Проставление апостиля назначается на следующий рабочий день");
    expect(rule?.fields).toMatchObject({ amount: 1, unit: "working-day" });
    expect(
      rulesOf(
        "deadline",
        "Заявление, поступившее после 18:00 часов, регистрируется на следующий рабочий день",
      ),
    ).toEqual([]);
  });

  it("are no validity where papers are said to have run out", () => {
    const text =
      "В случае представления документов с истекшим сроком действия услугодатель в течение одного рабочего дня направляет уведомление";
    expect(rulesOf("deadline", text)[0]?.fields["subject"]).toBe("response");
  });
});

describe("papers in Russian", () => {
  it("of who acts for another are theirs alone", () => {
    const text =
      "Выдача документов осуществляется при предъявлении удостоверения личности, либо электронного документа (либо его представителя, действующего на основании доверенности)";
    const rules = rulesOf("document", text);
    expect(rules.map(({ fields }) => fields["condition"])).toEqual([
      undefined,
      undefined,
      "его представителя",
    ]);
  });

  it("are asked of those who apply for others where the case says so", () => {
    const [of] = rulesOf("document", "доверенность, в случае обращения представителя услугополучателя", {
      topic: "documents",
    });
    expect(of?.fields["condition"]).toBe("в случае обращения представителя услугополучателя");
    const [all] = rulesOf("document", "доверенность, при обращении через портал", { topic: "documents" });
    expect(all?.fields["condition"]).toBeUndefined();
  });

  it("have no case that is their password's", () => {
    const text =
      "электронное заявление, удостоверенное одноразовым паролем, в случае подключения абонентского номера к учетной записи";
    const [rule] = rulesOf("document", text, { topic: "documents" });
    expect(rule?.fields["condition"]).toBeUndefined();
    expect(rule?.fields["channel"]).toBeUndefined();
  });

  it("have for their case what they are handed in for", () => {
    const text =
      "Для замены документа в уполномоченный орган дополнительно представляется письменное заявление";
    expect(rulesOf("document", text, { topic: "documents" })[0]?.fields["condition"]).toMatch(/^Для замены/u);
  });

  it("stand in a list that only says that they are handed in", () => {
    const lead =
      "Для получения государственной услуги заявитель направляет услугодателю посредством портала:";
    expect(wordsOf(rulesOf("document", "заявление по форме", { lead }))).toEqual(["заявление по форме"]);
    expect(
      rulesOf("document", "Заявление направляется не позднее десяти дней до заседания", { lead }),
    ).toEqual([]);
  });

  it("are told elsewhere only where their own word says so", () => {
    const text =
      "Услугополучатель обращается с запросом с приложением заявления и документов, подтверждающих указанные изменения";
    expect(wordsOf(rulesOf("document", text))).toContain("документов, подтверждающих указанные изменения");
  });

  it("are none in a consent to the use of data", () => {
    expect(
      rulesOf(
        "document",
        "Услугополучатель представляет согласие на использование сведений, составляющих тайну",
      ),
    ).toEqual([]);
  });
});

describe("places and hours in Russian", () => {
  it("are not the provider's where its desk is the corporation's, or where the corporation takes paper", () => {
    const at = (text: string): unknown[] =>
      rulesOf("channel", text, { topic: "channels" }).map(({ fields }) => fields["channel"]);
    expect(at("услугодателя в Государственной корпорации")).toEqual(["corporation"]);
    expect(at("Государственную корпорацию в бумажном виде")).toEqual(["corporation"]);
    expect(at("на бумажном носителе")).toEqual(["provider"]);
  });

  it("are no way of giving where a participle tells how papers were made", () => {
    expect(
      rulesOf("channel", "Выдача документов, оформленных через портал, осуществляется услугодателем"),
    ).toEqual([]);
  });

  it("have no break in times behind `без перерыва`", () => {
    const text =
      "услугодатель – с понедельника по пятницу с 9-00 до 18-30 часов без перерыва на обед, в субботу с 9-00 до 13-00 часов";
    expect(
      rulesOf("hours", text, { topic: "hours" }).map(({ fields }) => [fields["days"], fields["break"]]),
    ).toEqual([
      [[1, 2, 3, 4, 5], null],
      [[6], null],
    ]);
  });
});
