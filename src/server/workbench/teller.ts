import type { FastifyRequest } from "fastify";
import type { ActUnderReview } from "../../desk/act.ts";
import type { Teller } from "../../review/request.ts";
import type { Workbench } from "./bench.ts";

/** Who decides with a request, when, and on which version of the act. */
export const tellerOf = (
  bench: Pick<Workbench, "reviewer" | "now">,
  request: FastifyRequest,
  { version }: Pick<ActUnderReview, "version">,
): Teller => ({ by: bench.reviewer(request), at: new Date(bench.now()).toISOString(), version });
