import type { InForce } from "../model/in-force.ts";
import type { UnreadShare } from "../model/unread-share.ts";
import type { Act, Service } from "../rulebook/rulebook.ts";
import type { Volume } from "./volume.ts";

/** A version of a service's rules. */
export interface ServiceVersion {
  readonly version: string | undefined;
  /** Absent: it judges whatever the date. */
  readonly inForce: InForce | undefined;
  /** Of the rulebook's bytes. */
  readonly sha256: string;
  /** How much of its regulation is unread, as the rulebook says. */
  readonly unread: UnreadShare | "unknown";
}

/** A service that there are rulebooks for. */
export interface ServiceAtHand {
  /** What a request names it by, `kz-mz-2024-99/1`. */
  readonly id: string;
  /** By language. */
  readonly name: Service["name"] | undefined;
  readonly act: Act | undefined;
  readonly versions: readonly ServiceVersion[];
}

/** The services of these versions, in the order in which they are first met. */
export function servicesOf(volumes: readonly Volume[]): readonly ServiceAtHand[] {
  const services = new Map<string, ServiceAtHand & { readonly versions: ServiceVersion[] }>();
  for (const { book, sha256 } of volumes) {
    const there = services.get(book.id) ?? {
      id: book.id,
      name: book.service?.name,
      act: book.act,
      versions: [],
    };
    there.versions.push({
      version: book.version,
      inForce: book.inForce,
      sha256,
      unread: book.unread ?? "unknown",
    });
    services.set(book.id, there);
  }
  return [...services.values()];
}
