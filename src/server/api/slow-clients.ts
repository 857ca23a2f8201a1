import type { FastifyInstance, FastifyReply } from "fastify";
import type { Arriving } from "./arriving.ts";
import { UnreadableBody } from "./json-body.ts";
import { problem, sendProblem } from "./problem.ts";

/** How long a client may take, and how often that is looked at. */
export interface Patience {
  /** To send the lines before a body. */
  readonly headMs: number;
  /** To send a body or a line of a stream, or to take some of an answer. */
  readonly longestMs: number;
  readonly everyMs: number;
}

/** An answer that somebody is to take: when it was asked for, how much of it was taken, and when last. */
interface Open {
  readonly begun: number;
  taken: number;
  since: number | undefined;
}

/** Bytes that whoever takes an answer has to take in the longest time: below that he only holds the connection. */
const LEAST_TAKEN = 16_384;

/**
 * Cuts clients that are slow to send or to take, on every route: a body that does not arrive in time is answered with a problem, and so is
 * a stream of which no line does; an answer that nobody takes is dropped with its connection. One clock for all that are on their way: a
 * timer for each would cost more than reading most of them. Time is counted in looks, so that a loop that stood still holds its own
 * slowness against nobody.
 */
export class SlowClients {
  /** Whose answers are not out yet. */
  readonly #open = new Map<FastifyReply, Open>();
  /** Streams of lines, and the look since which the next line is waited for. */
  readonly #streams = new Map<Arriving, number>();
  readonly #longest: number;
  #looks = 0;

  /** With `stopping`, streams are told to end: there is no more time for them. */
  constructor(app: FastifyInstance, { longestMs, everyMs }: Patience, stopping?: AbortSignal) {
    this.#longest = longestMs / everyMs;
    const clock = setInterval(this.#look, everyMs).unref();
    stopping?.addEventListener("abort", () => {
      for (const lines of this.#streams.keys()) lines.giveUp(new UnreadableBody(problem("stopping")));
    });
    app.addHook("onRequest", (_, reply, done) => {
      this.#open.set(reply, { begun: this.#looks, taken: 0, since: undefined });
      done();
    });
    app.addHook("onResponse", (_, reply, done) => {
      this.#open.delete(reply);
      done();
    });
    app.addHook("onClose", (_, done) => {
      clearInterval(clock);
      done();
    });
  }

  /** Lets a stream of lines wait for its next one no longer than that. */
  watch(reply: FastifyReply, lines: Arriving): void {
    this.#streams.set(lines, this.#looks);
    reply.raw.once("close", () => this.#streams.delete(lines));
  }

  /** A line of a stream has come, or the time it takes from now on is its own again. */
  heardFrom(lines: Arriving): void {
    if (this.#streams.has(lines)) this.#streams.set(lines, this.#looks);
  }

  readonly #look = (): void => {
    this.#looks += 1;
    const before = this.#looks - this.#longest;
    for (const [lines, since] of this.#streams)
      if (lines.isAwaited && since < before) lines.giveUp(new UnreadableBody(problem("timeout")));
    for (const [reply, open] of this.#open)
      if (reply.sent || reply.request.routeOptions.config.takesLines === true)
        this.#lookAt(reply, open, before);
      else if (!reply.request.raw.complete && open.begun < before) {
        void reply.header("connection", "close");
        sendProblem(reply, problem("timeout"));
      }
  };

  #lookAt({ raw: { socket } }: FastifyReply, open: Open, before: number): void {
    if (socket === null) return;
    const taken = socket.bytesWritten - socket.writableLength;
    const isTaking = socket.writableLength === 0 || taken - open.taken >= LEAST_TAKEN;
    if (isTaking || open.since === undefined) {
      open.taken = taken;
      open.since = this.#looks;
    } else if (open.since < before) socket.destroy();
  }
}
