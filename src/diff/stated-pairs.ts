import { Trouble } from "../model/trouble.ts";
import type { StatedPair } from "./pair-services.ts";
import type { Version } from "./version.ts";

/** Services that somebody has said to be the same, where both versions have them. Throws `Trouble` that names those there are. */
export function knownPairs(stated: readonly StatedPair[], old: Version, now: Version): readonly StatedPair[] {
  for (const pair of stated)
    for (const [key, version] of [[pair.old, old] as const, [pair.new, now] as const])
      if (!version.services.some((service) => service.key === key))
        throw new Trouble(`there is no service ${JSON.stringify(key)} in ${version.name}`, {
          place: `--pair ${pair.old}=${pair.new}`,
          wayOut: `Services there: ${version.services.map((service) => `${service.key} (${service.name})`).join("; ")}.`,
        });
  return stated;
}
