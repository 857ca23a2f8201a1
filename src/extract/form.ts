import { FORMS, type ServiceForm } from "../model/rule.ts";
import { LIKELY, SURE, wholeOf, type Extractor } from "./extractor.ts";
import { has, type Sentence } from "./sentence.ts";

/** In which form the service is given: on paper, electronic and how far automated, without being asked for. */
export const form: Extractor<"form"> = {
  id: "form",
  read: (statement) => {
    const named = has(statement, "is-form-of") && !has(statement, "form-of-result");
    if (statement.topic !== "form" && !(named && statement.topic === undefined)) return [];
    const forms = formsIn(statement);
    if (forms.length === 0) return [];
    const plain = forms.includes("electronic-full") && !has(statement, "fully-automated");
    return [
      { fields: { kind: "form", forms }, words: wholeOf(statement), confidence: plain ? LIKELY : SURE },
    ];
  },
  examples: [
    {
      in: "kk",
      text: "Мемлекеттік қызмет көрсету нысаны: электрондық (ішінара автоматтандырылған) және қағаз түрінде",
      gives: [{ forms: ["electronic-partial", "paper"] }],
    },
    {
      in: "kk",
      topic: "form",
      text: "Электрондық (толық автоматтандырылған)",
      gives: [{ forms: ["electronic-full"] }],
    },
    { in: "kk", text: "Нәтижесін ұсыну нысаны: қағаз түрінде", gives: [] },
    { in: "kk", text: "Анықтама қағаз түрінде беріледі", gives: [] },
    {
      in: "ru",
      topic: "form",
      text: "Электронная (частично автоматизированная)/бумажная",
      gives: [{ forms: ["electronic-partial", "paper"] }],
    },
    {
      in: "ru",
      text: "Форма предоставления результата оказания государственной услуги: бумажная",
      gives: [],
    },
  ],
};

const formsIn = (sentence: Sentence): ServiceForm[] => FORMS.filter((one) => TOLD[one](sentence));

const TOLD: Readonly<Record<ServiceForm, (sentence: Sentence) => boolean>> = {
  "electronic-full": (sentence) =>
    has(sentence, "fully-automated") || (has(sentence, "electronic") && !has(sentence, "partly-automated")),
  "electronic-partial": (sentence) => has(sentence, "partly-automated"),
  paper: (sentence) => has(sentence, "paper", "not-automated"),
  proactive: (sentence) => has(sentence, "proactive"),
  composite: (sentence) => has(sentence, "composite"),
};
