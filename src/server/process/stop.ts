import type { FastifyInstance } from "fastify";
import type { Readiness } from "../api/readiness.ts";

/** How a server stops. */
export interface StopLimits {
  /** How long it goes on as before, but unready, so that whoever sends requests here notices. */
  readonly pauseMs: number;
  /** When it is out whatever its clients do, counted from the signal. */
  readonly deadlineMs: number;
}

/** Of the time until the deadline: what is left for streams to be ended with a word before they are cut. */
const LAST_PART = 0.2;
const LONGEST_LAST_MS = 1000;
const SWEEP_MS = 25;

/**
 * Lets a server end: unready at once, every answer from now on the last of its connection; after the pause nothing new is taken, and what was
 * begun is answered; streams that would go on past the deadline are told to end, and what is open then is cut. `hurry` ends the pause and
 * brings the deadline. Gives how many connections were cut.
 */
export async function stopServing(
  app: FastifyInstance,
  parts: { readonly readiness: Readiness; readonly stopping: AbortController },
  { pauseMs, deadlineMs }: StopLimits,
  hurry: AbortSignal,
): Promise<number> {
  const { server } = app;
  const begun = performance.now();
  const until = (ms: number): Promise<void> => waited(ms - (performance.now() - begun), hurry);
  parts.readiness.drain();
  await until(Math.min(pauseMs, deadlineMs));
  const closed = new Promise<void>((done) => {
    server.close(() => {
      done();
    });
  });
  // A connection that has had its last answer, but was not told so in time, would else be waited for.
  const sweep = setInterval(() => {
    server.closeIdleConnections();
  }, SWEEP_MS);
  await Promise.race([closed, until(deadlineMs - Math.min(LONGEST_LAST_MS, LAST_PART * deadlineMs))]);
  parts.stopping.abort();
  await Promise.race([closed, until(deadlineMs)]);
  clearInterval(sweep);
  const cut = await new Promise<number>((told) => {
    server.getConnections((_, count) => {
      told(count);
    });
  });
  server.closeAllConnections();
  await closed;
  await app.close();
  return cut;
}

/** Resolves after that time, or at once when there is hurry. */
function waited(ms: number, hurry: AbortSignal): Promise<void> {
  if (hurry.aborted || ms <= 0) return Promise.resolve();
  return new Promise((done) => {
    const end = (): void => {
      clearTimeout(timer);
      hurry.removeEventListener("abort", end);
      done();
    };
    const timer = setTimeout(end, ms);
    hurry.addEventListener("abort", end);
  });
}
