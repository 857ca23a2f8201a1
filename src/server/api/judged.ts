import { day } from "../../calendar/day.ts";
import type { Language } from "../../model/language.ts";
import type { Request } from "../../check/request.ts";
import { ByteWriter } from "../../model/byte-writer.ts";
import { canonicalJson } from "../../model/canonical-json.ts";
import { receiptOf } from "../../library/receipt.ts";
import { hashOf } from "../../model/print.ts";
import type { Receipt, Told } from "../../model/receipt.ts";
import type { Signer } from "../../library/sign.ts";
import { writeIgnored, writeMissing, writeNames } from "../../library/written-lists.ts";
import type { Judgement, Library } from "../../library/library.ts";
import type { Vocabulary } from "../../model/vocabulary.ts";
import type { Verdict } from "../../model/verdict.ts";
import { Names } from "../../report/names.ts";
import { frameOf, type Frame } from "./frame.ts";
import { stepForAll, tried } from "./together.ts";
import { byService } from "./by-service.ts";
import { writeReceipt } from "./written-receipt.ts";
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

/** A request with its verdict, and the rules as they bear on its channel. */
interface Decided extends Asked, Judgement {}

/** The same with the receipt, which does not cover the answer yet. */
interface Certified extends Decided {
  readonly receipt: Receipt;
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
    return this.#written(this.#certified(this.#judged({ request, wording })));
  }

  /** The same for many, step by step; what `judge` would throw stands in its place. */
  judgeAll(asked: readonly Asked[]): (Judged | Error)[] {
    const decided = stepForAll(asked, (one) => this.#judged(one));
    const certified = stepForAll(decided, (one) => this.#certified(one));
    return stepForAll(certified, (one) => this.#written(one));
  }

  /**
   * The same for lines: every answer goes into one writer with a line's end behind it, those to one service after another,
   * so that its rules are found in the caches. What came as an error, or fails, is left out, and stands in the place of
   * its answer.
   */
  writeAll(asked: readonly (Asked | Error)[], to: ByteWriter): (Answered | Error)[] {
    const told: (Answered | Error)[] = asked.slice() as Error[];
    for (const places of byService(asked)) {
      const some = places.map((place) => asked[place] as Asked);
      const decided = stepForAll(some, (one) => this.#judged(one));
      const certified = stepForAll(decided, (one) => this.#certified(one));
      for (const [index, one] of certified.entries())
        told[places[index] ?? 0] = one instanceof Error ? one : this.#tryAnswer(one, to);
    }
    return told;
  }

  #tryAnswer(one: Certified, to: ByteWriter): Answered | Error {
    const begin = to.length;
    const told = tried(() => this.#answered(one, begin, to));
    if (told instanceof Error) to.backTo(begin);
    return told;
  }

  #answered(one: Certified, begin: number, to: ByteWriter): Answered {
    const receipt = this.#write(one, to);
    to.ascii("\n");
    const { request, verdict } = one;
    return { request, verdict, receipt, begin, end: to.length };
  }

  #judged({ request, wording }: Asked): Decided {
    const { at } = wording;
    const { library } = this;
    const { verdict, channel } =
      at === undefined ? library.judgement(request) : library.judgement(request, { at: day(at) });
    return { request, wording, verdict, channel };
  }

  #certified({ request, wording, verdict, channel }: Decided): Certified {
    const receipt = receiptOf(request, verdict, this.#vocabulary, wording.at, channel);
    return { request, wording, verdict, channel, receipt };
  }

  /** Lets the memory of an answer be used again. Only for who holds it alone, and once. */
  giveBack(json: Buffer): void {
    this.#writer.giveBack(json);
  }

  #written(one: Certified): Judged {
    const writer = this.#writer;
    writer.beginAnew();
    const receipt = this.#write(one, writer);
    return { verdict: one.verdict, receipt, json: writer.take() };
  }

  /**
   * Writes the answer, and gives its receipt, which covers what was written: all but the receipt is canonical JSON, so that its
   * bytes are those that the hash is of.
   */
  #write(one: Certified, to: ByteWriter): Receipt {
    const begin = to.length;
    const frame = this.#frameOf(one);
    this.#writeVerdict(one, frame, to);
    const { lang, reasons } = one.wording;
    const told: Told = { lang, reasons, form: "canonical", sha256: to.sha256From(begin) };
    const receipt = this.signer.sign({ ...one.receipt, told });
    to.back();
    writeReceipt(receipt, told, frame, to);
    to.ascii("}");
    return receipt;
  }

  #writeVerdict(one: Certified, frame: Frame, to: ByteWriter): void {
    const { verdict, wording } = one;
    to.ascii(verdict.asFarAsRulesAtHandGo ? '{"asFarAsRulesAtHandGo":true' : '{"asFarAsRulesAtHandGo":false');
    to.bytes(frame.beforeDeadlines);
    this.#terms.write(verdict.deadlines, to);
    to.ascii(',"ignored":');
    writeIgnored(verdict.ignored, to);
    to.ascii(',"missingDocuments":');
    writeMissing(verdict.missingDocuments, to, canonicalJson);
    to.bytes(frame.beforeOpenFindings);
    writeNames(verdict.openFindings, to);
    to.ascii(',"reasons":');
    this.#reasonsOf(verdict)[wording.lang].write(one, wording.reasons, to);
    to.bytes(frame.beforeSubmitted);
    to.quoted(verdict.submitted);
    to.ascii(',"undetermined":');
    writeNames(verdict.undetermined, to);
    to.ascii(',"verdict":"');
    to.ascii(verdict.verdict);
    to.ascii('","waiting":');
    to.bytes(this.#waiting[wording.lang].of(verdict.waiting));
    to.ascii("}");
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

  #frameOf({ verdict, receipt }: Certified): Frame {
    const { rulebook, calendar, notHeld, channel } = verdict;
    const there = this.#frames.get(rulebook) ?? [];
    const found = there.find(
      (one) => one.channel === channel && one.calendar === calendar && one.notHeld === notHeld,
    );
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
