/** Numbers between 0 and 1 that are the same at every run (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The bytes with a few of them changed, left out, doubled or cut off. */
export function mutated(bytes: Uint8Array, next: () => number): Buffer {
  let made = Buffer.from(bytes);
  const at = (): number => Math.floor(next() * made.length);
  for (let times = 1 + Math.floor(next() * 8); times > 0; times -= 1) {
    const [from, to] = [at(), at()].sort((a, b) => a - b) as [number, number];
    const stretch = made.subarray(from, Math.min(to, from + 2000));
    switch (Math.floor(next() * 5)) {
      case 0:
        made[from] = Math.floor(next() * 256);
        break;
      case 1:
        made = Buffer.concat([made.subarray(0, from), made.subarray(from + stretch.length)]);
        break;
      case 2:
        made = Buffer.concat([made.subarray(0, from), stretch, made.subarray(from)]);
        break;
      case 3:
        stretch.copy(made, at());
        break;
      default:
        if (next() < 0.1) made = made.subarray(0, from);
        else made[from] = (made[from] ?? 0) ^ (1 << Math.floor(next() * 8));
    }
    if (made.length === 0) return made;
  }
  return made;
}
