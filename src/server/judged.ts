import type { Request } from "../check/request.ts";
import { hashOf, receiptOf, type Receipt } from "../cli/receipt.ts";
import type { Library } from "../cli/library.ts";
import type { Language, Reason, Verdict } from "../model/verdict.ts";
import { sentence } from "../report/check-sentence.ts";
import { Names } from "../report/names.ts";

/** Verdicts as JSON texts, with sentences in the language that was asked for and with a receipt. */
export class Judge {
  readonly #names: Readonly<Record<Language, Names>>;
  readonly #vocabulary: string;
  /** Reasons are shared between verdicts where nothing of the request is in them: each is written once. */
  readonly #written: Readonly<Record<Language, WeakMap<Reason, string>>> = {
    kk: new WeakMap(),
    ru: new WeakMap(),
    en: new WeakMap(),
  };

  constructor(readonly library: Library) {
    const { vocabulary } = library;
    const of = (language: Language): Names => new Names(vocabulary, language);
    this.#names = { kk: of("kk"), ru: of("ru"), en: of("en") };
    this.#vocabulary = hashOf(vocabulary);
  }

  /** The verdict on a request that its schema has passed. Throws Trouble as `Library.judge` does. */
  judge(
    request: Request,
    language: Language,
  ): { readonly verdict: Verdict; readonly receipt: Receipt; readonly json: string } {
    const verdict = this.library.judge(request);
    const receipt = receiptOf(request, verdict, this.#vocabulary);
    const { reasons, ...rest } = verdict;
    const written = reasons.map((reason) => this.#write(reason, language)).join(",");
    const head = JSON.stringify({ ...rest, receipt });
    return { verdict, receipt, json: `${head.slice(0, -1)},"reasons":[${written}]}` };
  }

  #write(reason: Reason, language: Language): string {
    const kept = this.#written[language];
    const there = kept.get(reason);
    if (there !== undefined) return there;
    const text = JSON.stringify({ ...reason, sentence: sentence(reason, this.#names[language]) });
    kept.set(reason, text);
    return text;
  }
}
