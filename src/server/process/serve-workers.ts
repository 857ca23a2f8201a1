import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import { setTimeout as after } from "node:timers/promises";
import { Trouble } from "../../model/trouble.ts";
import type { DecisionLog } from "../../store/decision-log.ts";
import { Unkept } from "../../store/unkept.ts";
import { ConnectionCounts, RequestCounts } from "../api/counts.ts";
import { LogLines } from "../api/log-lines.ts";
import type { Asked } from "../workbench/thread-calls.ts";
import type { Answers } from "./calls.ts";
import { openedDecisions } from "./opened-decisions.ts";
import type { Entry, ServeOrder } from "./order.ts";
import { oneAfterAnother } from "./reload.ts";
import { limitsFor, workbenchOf } from "./serve-alone.ts";
import { hearSignals } from "./signals.ts";
import type { StopLimits } from "./stop.ts";
import { summedMetrics } from "./summed-metrics.ts";
import type { Taken, ToldUnkept } from "./worker.ts";
import { startedWorker, type AnswersOf, type Ended, type Started } from "./started-worker.ts";

/** A worker that ends sooner than that is not started again at once. */
const SHORT_LIFE_MS = 2000;
const LAST_MS = 500;

/** Has several processes answer on one address, and keeps what there must be one of: decisions, log, workbench, counts. */
export async function serveWithWorkers(order: ServeOrder): Promise<void> {
  // What is wrong with the files is told once, and before any process is started.
  order.open();
  cluster.setupPrimary({ serialization: "advanced" });
  const lines = new LogLines(order.write);
  const log = (entry: Entry): void => {
    lines.add(entry);
  };
  const decisions = await openedDecisions(order, log);
  const workbench = workbenchOf(order);
  const workers = new Workers(order.workers, log);
  const countedOf = countedTogether(order);
  const begun = workers.start((counted, ended) => ({
    log: (text: string) => {
      lines.flush();
      order.write(text);
    },
    ...keeping(decisions),
    review: (asked: Omit<Asked, "number">) => workbench?.call(asked),
    counted,
    ...countedOf(ended),
    metrics: () => workers.metrics(),
  }));
  const { address, rulebooks } = await begun.catch(async (error: unknown) => {
    await decisions?.close();
    throw error;
  });
  order.write(`${JSON.stringify({ listening: address, rulebooks, workers: order.workers })}\n`);
  const reload = oneAfterAnother(() => workers.reload());
  const signals = hearSignals(() => void reload());
  const signal = await signals.toStop;
  log({ stopping: signal });
  const cut = await workers.stop(limitsFor(signal, order), signals.hurry);
  await workbench?.close();
  await decisions?.close();
  log({ stopped: true, cut });
  lines.flush();
  signals.close();
}

/** What keeps decisions, as workers ask it. */
function keeping(decisions: DecisionLog | undefined): Answers {
  const told = (error: unknown): ToldUnkept => {
    if (!(error instanceof Unkept)) throw error;
    return { place: error.place, reason: error.reason };
  };
  return {
    keep: (entry: Parameters<DecisionLog["write"]>) => decisions?.write(...entry).then(() => undefined, told),
    keepTrouble: async () => {
      const trouble = await decisions?.trouble();
      return trouble && told(trouble);
    },
  };
}

/** What is counted of all processes together, as each of them asks it; `ended` calls back once that is gone. */
function countedTogether({
  clients: { mostConnections = Infinity },
  now,
}: ServeOrder): (ended: Ended) => Answers {
  const requests = new RequestCounts(now);
  const connections = new ConnectionCounts(mostConnections);
  return (ended) => {
    const { gone, ...own } = connections.ofOne();
    ended(gone);
    return { asked: (who: string) => requests.asked(who), ...own };
  };
}

/** The processes that answer: as many as were ordered, another for each that ends. */
class Workers {
  readonly #started = new Map<Worker, Started>();
  /** What was counted by those that have ended. */
  #past: string[] = [];
  #prints = "";
  /** Whether one that ends is to be replaced. */
  #isServing = false;
  #answers: AnswersOf = () => ({});

  constructor(
    private readonly count: number,
    private readonly log: (entry: Entry) => void,
  ) {}

  /** Starts them all; gives where they listen. Throws the `Trouble` of the first that cannot begin. */
  async start(answers: AnswersOf): Promise<Started["told"]> {
    this.#answers = answers;
    const all = await Promise.allSettled(Array.from({ length: this.count }, () => this.#add()));
    for (const one of all)
      if (one.status === "rejected") {
        for (const worker of this.#started.keys()) worker.process.kill("SIGKILL");
        throw one.reason;
      }
    const [first] = this.#started.values();
    this.#prints = first?.told.prints ?? "";
    if (first === undefined) throw new Trouble("no process has begun to answer", { wayOut: "See the log." });
    this.#isServing = true;
    return first.told;
  }

  /** What all have counted, those that have ended included. */
  async metrics(): Promise<string> {
    const texts = await Promise.all(
      [...this.#started.values()].map(async (one) => {
        const text = one.calls.call<string>("metrics").catch(() => one.counted());
        return Promise.race([
          text,
          after(SHORT_LIFE_MS, undefined, { ref: false }).then(() => one.counted()),
        ]);
      }),
    );
    return summedMetrics(texts, this.#past);
  }

  /** Has all read their files anew; they take them into use together, or none does. */
  async reload(): Promise<void> {
    const all = [...this.#started.values()];
    for (const { calls } of all) {
      // One after another: the others answer meanwhile.
      const refused = await calls.call<Entry | undefined>("prepare").catch(() => undefined);
      if (refused === undefined) continue;
      for (const one of all) void one.calls.call("forget").catch(() => undefined);
      this.log(refused);
      return;
    }
    const taken = await Promise.all(all.map(({ calls }) => calls.call<Taken>("take").catch(() => undefined)));
    const told = taken.find((one) => one !== undefined);
    this.#prints = told?.prints ?? this.#prints;
    this.log(told?.entry ?? { reload: "refused", reason: "no process has taken it" });
  }

  /** Lets all end by the deadline; gives how many connections were cut. */
  async stop(limits: StopLimits, hurry: AbortSignal): Promise<number> {
    this.#isServing = false;
    const all = [...this.#started];
    const cuts = Promise.all(
      all.map(([worker, { calls }]) =>
        Promise.race([
          calls.call<number>("stop", limits).catch(() => 0),
          new Promise<number>((gone) =>
            worker.once("exit", () => {
              gone(0);
            }),
          ),
        ]),
      ),
    );
    const gone = Promise.all(
      all.map(([worker]) => (worker.isDead() ? Promise.resolve() : once(worker, "exit"))),
    );
    const hurried = new Promise((now) => {
      hurry.addEventListener("abort", now);
    });
    await Promise.race([gone, hurried, after(limits.deadlineMs + LAST_MS, undefined, { ref: false })]);
    for (const [worker] of all) if (!worker.isDead()) worker.process.kill("SIGKILL");
    await gone;
    return (await cuts).reduce((sum, cut) => sum + cut, 0);
  }

  async #add(): Promise<void> {
    const began = performance.now();
    const started = startedWorker(this.#answers);
    const { worker } = started;
    worker.once("exit", (code, signal) => {
      this.#started.delete(worker);
      this.#past = [summedMetrics([], [...this.#past, started.counted()])];
      if (!this.#isServing) return;
      this.log({ fault: "worker-ended", pid: worker.process.pid, code, signal });
      const pause = performance.now() - began < SHORT_LIFE_MS ? SHORT_LIFE_MS : 0;
      void after(pause).then(() => this.#replace());
    });
    const told = await started.listening;
    this.#started.set(worker, { ...started, told });
  }

  async #replace(): Promise<void> {
    if (!this.#isServing) return;
    try {
      await this.#add();
      this.log({ worker: "replaced", workers: this.#started.size });
      // The files are others by now than those the rest goes by: all are to answer alike.
      const [last] = [...this.#started.values()].slice(-1);
      if (last?.told.prints !== this.#prints) await this.reload();
    } catch (error) {
      // It has ended with that, and is replaced in its turn.
      this.log({ fault: "worker-not-begun", reason: error instanceof Error ? error.message : "unknown" });
    }
  }
}
