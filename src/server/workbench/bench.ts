import type { FastifyRequest } from "fastify";
import type { Chrome } from "../../web/views.ts";
import type { Acts } from "./acts.ts";

/** What a handler of the workbench needs of its surroundings. */
export interface Workbench {
  readonly acts: Acts;
  /** Whether a place on this machine may be named: only by whoever sits at it. */
  readonly mayNamePaths: () => boolean;
  /** The names of those who may review. */
  readonly reviewerNames: () => readonly string[];
  readonly now: () => number;
  readonly chrome: (request: FastifyRequest) => Chrome;
  readonly reviewer: (request: FastifyRequest) => string;
}
