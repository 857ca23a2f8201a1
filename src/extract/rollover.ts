import { lateTimes } from "./cutoff.ts";
import { LIKELY, SURE, wholeOf, type Extractor } from "./extractor.ts";
import { has } from "./sentence.ts";

/** A request outside working time counts as, or is taken on, the next working day. */
export const rollover: Extractor<"rollover"> = {
  id: "rollover",
  read: (statement, grammar) => {
    if (!has(statement, "next-working-day")) return [];
    const outside =
      has(statement, "outside-hours", "holiday", "day-off") || lateTimes(statement, grammar).length > 0;
    if (!outside) return [];
    const confidence = has(statement, "outside-hours") ? SURE : LIKELY;
    return [{ fields: { kind: "rollover" }, words: wholeOf(statement), confidence }];
  },
  examples: [
    {
      in: "kk",
      text: "жұмыс уақыты аяқталғаннан кейін, демалыс күндері берілген өтініш келесі жұмыс күні қабылданады",
      gives: [{ kind: "rollover" }],
    },
    { in: "kk", text: "Талон келесі жұмыс күні беріледі", gives: [] },
    { in: "kk", text: "Демалыс және мереке күндері өтініш қабылданбайды", gives: [] },
    {
      in: "ru",
      text: "При обращении после окончания рабочего времени, в выходные и праздничные дни прием заявлений осуществляется следующим рабочим днем",
      gives: [{ kind: "rollover" }],
    },
    { in: "ru", text: "Талон выдается на следующий рабочий день", gives: [] },
  ],
};
