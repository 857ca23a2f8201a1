/** A possible pair and what it costs to take the two for the same. */
export interface Edge {
  readonly left: number;
  readonly right: number;
  readonly cost: number;
}

/**
 * The cheapest way to pair lefts and rights, each at most once, where leaving one single costs `single`: optimal, by
 * successive shortest augmenting paths over the edges there are (Jonker and Volgenant). Gives `[left, right]`.
 *
 * A pair is worth `cost - 2 * single`; every left may also stay single, which is worth nothing.
 */
export function assign(
  lefts: number,
  rights: number,
  edges: readonly Edge[],
  single: number,
): readonly (readonly [number, number])[] {
  const near: { right: number; worth: number }[][] = Array.from({ length: lefts }, () => []);
  for (const { left, right, cost } of edges)
    if (cost < 2 * single) near[left]?.push({ right, worth: cost - 2 * single });
  const state: State = {
    near,
    priceOfLeft: near.map((pairs) => Math.min(0, ...pairs.map(({ worth }) => worth))),
    priceOfRight: new Array<number>(rights).fill(0),
    rightOf: new Array<number | undefined>(lefts).fill(undefined),
    leftOf: new Array<number | undefined>(rights).fill(undefined),
  };
  for (let left = 0; left < lefts; left += 1) augment(state, left);
  return state.rightOf.flatMap((right, left) => (right === undefined ? [] : [[left, right] as const]));
}

interface State {
  readonly near: readonly (readonly { readonly right: number; readonly worth: number }[])[];
  /** Prices keep every edge at or above zero: `worth - priceOfLeft - priceOfRight >= 0`, and at zero where taken. */
  readonly priceOfLeft: number[];
  readonly priceOfRight: number[];
  readonly rightOf: (number | undefined)[];
  readonly leftOf: (number | undefined)[];
}

/** Brings `start` in, by the cheapest chain of exchanges that ends at a free right or leaves one left single. */
function augment(state: State, start: number): void {
  const way = new Map<number, { distance: number; from: number }>();
  const settled = new Map<number, number>();
  let best: { distance: number; single: number } | undefined;
  let end: number | undefined;
  let total = 0;
  for (let left = start, distance = 0; ;) {
    const alone = distance - (state.priceOfLeft[left] ?? 0);
    if (best === undefined || alone < best.distance) best = { distance: alone, single: left };
    for (const { right, worth } of state.near[left] ?? []) {
      if (settled.has(right)) continue;
      const length = distance + worth - (state.priceOfLeft[left] ?? 0) - (state.priceOfRight[right] ?? 0);
      if (length < (way.get(right)?.distance ?? Infinity)) way.set(right, { distance: length, from: left });
    }
    const next = nearest(way, settled);
    if (next === undefined || best.distance <= next.distance) {
      total = best.distance;
      break;
    }
    const taken = state.leftOf[next.right];
    if (taken === undefined) {
      end = next.right;
      total = next.distance;
      break;
    }
    settled.set(next.right, next.distance);
    left = taken;
    distance = next.distance;
  }
  reprice(state, start, settled, total);
  flip(state, way, end ?? release(state, best.single));
}

function nearest(
  way: ReadonlyMap<number, { readonly distance: number }>,
  settled: ReadonlyMap<number, number>,
): { right: number; distance: number } | undefined {
  let found: { right: number; distance: number } | undefined;
  for (const [right, { distance }] of way)
    if (!settled.has(right) && (found === undefined || distance < found.distance))
      found = { right, distance };
  return found;
}

function reprice(state: State, start: number, settled: ReadonlyMap<number, number>, total: number): void {
  state.priceOfLeft[start] = (state.priceOfLeft[start] ?? 0) + total;
  for (const [right, distance] of settled) {
    state.priceOfRight[right] = (state.priceOfRight[right] ?? 0) + distance - total;
    const left = state.leftOf[right];
    if (left !== undefined) state.priceOfLeft[left] = (state.priceOfLeft[left] ?? 0) + total - distance;
  }
}

/** Makes a left single and gives the right that it leaves, if it had one. */
function release(state: State, left: number): number | undefined {
  const right = state.rightOf[left];
  state.rightOf[left] = undefined;
  return right;
}

/** Takes the edges of the way that ends at `right` and leaves those between them. */
function flip(
  state: State,
  way: ReadonlyMap<number, { readonly from: number }>,
  end: number | undefined,
): void {
  for (let right = end; right !== undefined;) {
    const left = way.get(right)?.from;
    if (left === undefined) return;
    const before = state.rightOf[left];
    state.leftOf[right] = left;
    state.rightOf[left] = right;
    right = before;
  }
}
