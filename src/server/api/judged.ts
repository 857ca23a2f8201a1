import { day } from "../../calendar/day.ts";
import type { Language } from "../../model/language.ts";
import type { Request } from "../../check/request.ts";
import { quoted } from "../../model/canonical-json.ts";
import { receiptOf } from "../../library/receipt.ts";
import { hashOf } from "../../model/print.ts";
import type { Receipt, Told } from "../../model/receipt.ts";
import type { Signer } from "../../library/sign.ts";
import { toldHashOf } from "../../library/told.ts";
import type { Library } from "../../library/library.ts";
import type { Vocabulary } from "../../model/vocabulary.ts";
import type { Verdict } from "../../model/verdict.ts";
import { Names } from "../../report/names.ts";
import { ByteWriter } from "./byte-writer.ts";
import { frameOf, type Frame } from "./frame.ts";
import { stepForAll, tried } from "./together.ts";
import { WrittenReasons } from "./written-reasons.ts";
import { WrittenTerms } from "./written-terms.ts";
import { WrittenWaiting } from "./written-waiting.ts";

/** How a verdict is to be worded. */
export interface Wording {
  readonly lang: Language;
  readonly reasons: "all" | "decisive";
  /** Day by whose version is judged, `YYYY-MM-DD`, where it is not that of submission. */
  readonly at?: string;
}

/** A request that its schema has passed, and how its verdict is to be worded. */
export interface Asked {
  readonly request: Request;
  readonly wording: Wording;
}

/** A verdict, and its JSON in UTF-8 with sentences and receipt. */
export interface Judged {
  readonly verdict: Verdict;
  readonly receipt: Receipt;
  readonly json: Buffer;
}

/** A verdict whose JSON stands with others in a writer, its line's end included. */
export interface Answered {
  readonly request: Request;
  readonly verdict: Verdict;
  readonly receipt: Receipt;
  readonly begin: number;
  readonly end: number;
}

/**
 * Verdicts as JSON, in the language that was asked for. Nine tenths of an answer are words of the law that were written
 * before: they are kept as bytes, and an answer is put together from them and from what is the request's own.
 */
export class Judge {
  /** Reasons as they are worded by the names of a book: most books have those of the common vocabulary. */
  readonly #reasons = new WeakMap<Verdict["rulebook"], Worded>();
  readonly #worded = new Map<Vocabulary, Worded>();
  readonly #terms = new WrittenTerms();
  readonly #waiting: Readonly<Record<Language, WrittenWaiting>> = {
    kk: new WrittenWaiting("kk"),
    ru: new WrittenWaiting("ru"),
    en: new WrittenWaiting("en"),
  };
  readonly #frames = new WeakMap<Verdict["rulebook"], readonly Frame[]>();
  readonly #vocabulary: string;
  readonly #writer = new ByteWriter();

  constructor(
    readonly library: Library,
    private readonly signer: Signer = { sign: (receipt) => receipt },
  ) {
    this.#vocabulary = hashOf(library.vocabulary);
  }

  /**
   * The verdict on a request that its schema has passed; with `decisive`, only the reasons that stand against it or are
   * unknown are written. Throws Trouble as `Library.judge` does.
   */
  judge(request: Request, wording: Wording): Judged {
    const verdict = this.#judged(request, wording);
    return this.#written(verdict, receiptOf(request, verdict, this.#vocabulary, wording.at), wording);
  }

  /** The same for many, step by step; what `judge` would throw stands in its place. */
  judgeAll(asked: readonly Asked[]): (Judged | Error)[] {
    const decided = stepForAll(asked, ({ request, wording }) => ({
      request,
      wording,
      verdict: this.#judged(request, wording),
    }));
    const certified = stepForAll(decided, ({ request, wording, verdict }) => ({
      wording,
      verdict,
      receipt: receiptOf(request, verdict, this.#vocabulary, wording.at),
    }));
    return stepForAll(certified, ({ wording, verdict, receipt }) => this.#written(verdict, receipt, wording));
  }

  /**
   * The same for lines: every answer goes into one writer with a line's end behind it. What came as an error, or fails, is handed to `failed`,
   * which writes into the same place.
   */
  writeAll(
    asked: readonly (Asked | Error)[],
    to: ByteWriter,
    failed: (error: Error, index: number) => void,
  ): (Answered | Error)[] {
    const decided = stepForAll(asked, ({ request, wording }) => ({
      request,
      wording,
      verdict: this.#judged(request, wording),
    }));
    const certified = stepForAll(decided, (one) => ({
      ...one,
      receipt: receiptOf(one.request, one.verdict, this.#vocabulary, one.wording.at),
    }));
    return certified.map((one, index) => {
      const begin = to.length;
      const told = one instanceof Error ? one : tried(() => this.#answered(one, begin, to));
      if (told instanceof Error) {
        to.backTo(begin);
        failed(told, index);
      }
      return told;
    });
  }

  #answered(
    { request, wording, verdict, receipt: bare }: Asked & Pick<Judged, "verdict" | "receipt">,
    begin: number,
    to: ByteWriter,
  ): Answered {
    const receipt = this.#write(verdict, bare, wording, to);
    to.ascii("\n");
    return { request, verdict, receipt, begin, end: to.length };
  }

  #judged(request: Request, { at }: Wording): Verdict {
    return at === undefined ? this.library.judge(request) : this.library.judge(request, { at: day(at) });
  }

  /** Lets the memory of an answer be used again. Only for who holds it alone, and once. */
  giveBack(json: Buffer): void {
    this.#writer.giveBack(json);
  }

  #written(verdict: Verdict, bare: Receipt, wording: Wording): Judged {
    const writer = this.#writer;
    writer.beginAnew();
    const receipt = this.#write(verdict, bare, wording, writer);
    return { verdict, receipt, json: writer.take() };
  }

  /** Writes the answer, and gives its receipt, which covers what was written. */
  #write(verdict: Verdict, bare: Receipt, { lang, reasons: wanted }: Wording, writer: ByteWriter): Receipt {
    const frame = this.#frameOf(verdict, bare);
    const waiting = this.#waiting[lang].of(verdict.waiting);
    writer.text(ownOf(verdict));
    writer.bytes(waiting.bytes);
    this.#terms.write(verdict.deadlines, writer);
    if (verdict.deadlines.length > 0) writer.back();
    writer.bytes(frame.toReasons);
    const before = writer.length;
    const hashes = this.#reasonsOf(verdict)[lang].write(verdict, wanted, writer);
    if (writer.length > before) writer.back();
    const common = { ...frame.hashes, waiting: waiting.hash };
    const told: Told = { lang, reasons: wanted, sha256: toldHashOf(verdict, common, hashes.slice(0, -1)) };
    const receipt = this.signer.sign({ ...bare, told });
    writer.bytes(frame.toRequest);
    writer.ascii(receipt.request);
    writer.bytes(frame.toAnswer);
    writer.ascii(`${receipt.answer}","verdict":"${receipt.verdict}","told":${JSON.stringify(told)}`);
    if (receipt.at !== undefined) writer.ascii(`,"at":"${receipt.at}"`);
    if (receipt.signature !== undefined) writer.ascii(`,"signature":${JSON.stringify(receipt.signature)}`);
    writer.ascii("}}");
    return receipt;
  }

  #reasonsOf({ rulebook }: Verdict): Worded {
    const there = this.#reasons.get(rulebook);
    if (there !== undefined) return there;
    const vocabulary = this.library.vocabularyOf({ rulebook });
    const worded = this.#worded.get(vocabulary) ?? wordedBy(vocabulary);
    this.#worded.set(vocabulary, worded);
    this.#reasons.set(rulebook, worded);
    return worded;
  }

  #frameOf(verdict: Verdict, receipt: Receipt): Frame {
    const { rulebook, calendar, notHeld } = verdict;
    const there = this.#frames.get(rulebook) ?? [];
    const found = there.find((one) => one.calendar === calendar && one.notHeld === notHeld);
    if (found !== undefined) return found;
    const made = frameOf(verdict, receipt);
    // Channels have one each, and so has every year's calendar.
    this.#frames.set(rulebook, [...there.slice(1 - MOST_FRAMES), made]);
    return made;
  }
}

const MOST_FRAMES = 32;

type Worded = Readonly<Record<Language, WrittenReasons>>;

function wordedBy(vocabulary: Vocabulary): Worded {
  const of = (language: Language): WrittenReasons => new WrittenReasons(new Names(vocabulary, language));
  return { kk: of("kk"), ru: of("ru"), en: of("en") };
}

/** The beginning of an answer, which is the request's own, up to the terms. */
const ownOf = (verdict: Verdict): string =>
  `{"verdict":"${verdict.verdict}","service":${quoted(verdict.service)},"channel":"${verdict.channel}"` +
  `,"submitted":${quoted(verdict.submitted)},"asFarAsRulesAtHandGo":${verdict.asFarAsRulesAtHandGo}` +
  `,"undetermined":${listOf(verdict.undetermined)},"missingDocuments":${listOf(verdict.missingDocuments)}` +
  `,"openFindings":${listOf(verdict.openFindings)},"ignored":${listOf(verdict.ignored)},`;

const listOf = (items: readonly unknown[]): string => (items.length === 0 ? "[]" : JSON.stringify(items));
