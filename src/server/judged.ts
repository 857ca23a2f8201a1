import type { Request } from "../check/request.ts";
import { hashOf, receiptOf, type Receipt } from "../cli/receipt.ts";
import type { Library } from "../cli/library.ts";
import type { Language, Reason, Verdict } from "../model/verdict.ts";
import { sentence } from "../report/check-sentence.ts";
import { Names } from "../report/names.ts";

/** How a verdict is to be worded. */
export interface Wording {
  readonly lang: Language;
  readonly reasons: "all" | "decisive";
}

/** Verdicts as JSON in UTF-8, with sentences in the language that was asked for and with a receipt. */
export class Judge {
  readonly #names: Readonly<Record<Language, Names>>;
  readonly #vocabulary: string;
  /** Reasons are shared between verdicts where nothing of the request is in them: each is written once. */
  readonly #written: Readonly<Record<Language, WeakMap<Reason, Buffer>>> = {
    kk: new WeakMap(),
    ru: new WeakMap(),
    en: new WeakMap(),
  };
  readonly #notHeld = new WeakMap<Verdict["notHeld"], Buffer>();

  constructor(readonly library: Library) {
    const { vocabulary } = library;
    const of = (language: Language): Names => new Names(vocabulary, language);
    this.#names = { kk: of("kk"), ru: of("ru"), en: of("en") };
    this.#vocabulary = hashOf(vocabulary);
  }

  /**
   * The verdict on a request that its schema has passed; with `decisive`, only the reasons that stand against it or are
   * unknown are written. Throws Trouble as `Library.judge` does.
   */
  judge(
    request: Request,
    { lang, reasons: wanted }: Wording,
  ): { readonly verdict: Verdict; readonly receipt: Receipt; readonly json: Buffer } {
    const verdict = this.library.judge(request);
    const receipt = receiptOf(request, verdict, this.#vocabulary);
    const { reasons, notHeld, ...rest } = verdict;
    const head = JSON.stringify({ ...rest, receipt });
    const parts = [Buffer.from(head.slice(0, -1)), NOT_HELD, this.#writeNotHeld(notHeld), REASONS];
    for (const reason of reasons) {
      if (wanted === "decisive" && reason.outcome === "pass") continue;
      if (parts.length > BEFORE_REASONS) parts.push(COMMA);
      parts.push(this.#write(reason, lang));
    }
    parts.push(END);
    return { verdict, receipt, json: Buffer.concat(parts) };
  }

  #write(reason: Reason, language: Language): Buffer {
    const kept = this.#written[language];
    const there = kept.get(reason);
    if (there !== undefined) return there;
    const text = Buffer.from(
      JSON.stringify({ ...reason, sentence: sentence(reason, this.#names[language]) }),
    );
    kept.set(reason, text);
    return text;
  }

  #writeNotHeld(notHeld: Verdict["notHeld"]): Buffer {
    const there = this.#notHeld.get(notHeld);
    if (there !== undefined) return there;
    const text = Buffer.from(JSON.stringify(notHeld));
    this.#notHeld.set(notHeld, text);
    return text;
  }
}

/** Parts of an answer that come before its first reason. */
const BEFORE_REASONS = 4;
const NOT_HELD = Buffer.from(',"notHeld":');
const REASONS = Buffer.from(',"reasons":[');
const COMMA = Buffer.from(",");
const END = Buffer.from("]}");
