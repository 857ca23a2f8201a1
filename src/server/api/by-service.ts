/** What is asked about a service. */
interface OfService {
  readonly request: { readonly service: string };
}

/** Places of the requests to each service; errors are of none. */
export function byService(asked: readonly (OfService | Error)[]): Iterable<readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [place, one] of asked.entries()) {
    if (one instanceof Error) continue;
    const { service } = one.request;
    const there = places.get(service);
    if (there === undefined) places.set(service, [place]);
    else there.push(place);
  }
  return places.values();
}
