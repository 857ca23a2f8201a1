import type { ActUnderReview, ServiceText } from "../../desk/act.ts";
import type { Workbench } from "./bench.ts";

/** How requests name an act and a service of it. */
export const ACT_ID = { type: "string", maxLength: 200 };
export const SERVICE_NUMBER = { type: "integer", minimum: 0, maximum: 10000 };

/** A service of an act that is open. */
export interface FoundService {
  readonly act: ActUnderReview;
  readonly service: ServiceText;
}

/** The act and service of a request, the service by its number or by that as an address has it; both are looked up and never become a path. */
export async function serviceAsked(
  bench: Pick<Workbench, "acts">,
  asked: { readonly act: string; readonly service: number | string },
): Promise<FoundService | undefined> {
  const act = await bench.acts.byId(asked.act);
  const service = act?.services.find(({ number }) => String(number) === String(asked.service));
  return act && service && { act, service };
}
