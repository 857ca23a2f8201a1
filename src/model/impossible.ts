/** Marks a place that the compiler has shown to be out of reach; reached all the same, it is a fault in our code. */
export function impossible(value: never): never {
  throw new TypeError(`impossible value: ${JSON.stringify(value)}`);
}
