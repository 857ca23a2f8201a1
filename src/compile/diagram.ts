/**
 * A reduced, ordered decision diagram: a function of variables with few classes of values each, as a graph in which a
 * variable appears if and only if the function depends on it. Numbers below `terminals` are results; others are nodes.
 */
export interface Diagram {
  readonly root: number;
  readonly terminals: number;
  /** By number of the node, less `terminals`: its variable, and where each class of that variable leads. */
  readonly nodes: readonly Node[];
}

export interface Node {
  readonly variable: number;
  readonly children: readonly number[];
}

/** More nodes than any regulation needs; a book beyond it is refused, not run out of memory over. */
const MOST_NODES = 200_000;

/** Puts diagrams together. Nodes are shared, so the same function is the same number. */
export class DiagramBuilder {
  readonly #nodes: Node[] = [];
  readonly #known = new Map<string, number>();

  constructor(readonly terminals: number) {}

  node(variable: number, children: readonly number[]): number {
    const [first] = children;
    if (first !== undefined && children.every((child) => child === first)) return first;
    const key = `${variable}:${children.join()}`;
    const there = this.#known.get(key);
    if (there !== undefined) return there;
    if (this.#nodes.length >= MOST_NODES)
      throw new RangeError(`the conditions depend on one another in more than ${MOST_NODES} ways`);
    this.#nodes.push({ variable, children });
    const number = this.terminals + this.#nodes.length - 1;
    this.#known.set(key, number);
    return number;
  }

  /** `decide(result of a, result of b)`, everywhere. */
  apply(a: number, b: number, decide: (a: number, b: number) => number): number {
    const done = new Map<number, number>();
    const walk = (left: number, right: number): number => {
      const [l, r] = [this.#at(left), this.#at(right)];
      if (l === undefined && r === undefined) return decide(left, right);
      const key = left * MOST_NODES * 2 + right;
      const there = done.get(key);
      if (there !== undefined) return there;
      const variable = Math.min(l?.variable ?? Infinity, r?.variable ?? Infinity);
      const width = (l?.variable === variable ? l : r)?.children.length ?? 0;
      const children = Array.from({ length: width }, (_, index) =>
        walk(child(l, left, variable, index), child(r, right, variable, index)),
      );
      const made = this.node(variable, children);
      done.set(key, made);
      return made;
    };
    return walk(a, b);
  }

  diagram(root: number): Diagram {
    return { root, terminals: this.terminals, nodes: this.#nodes };
  }

  #at(number: number): Node | undefined {
    return number < this.terminals ? undefined : this.#nodes[number - this.terminals];
  }
}

const child = (node: Node | undefined, itself: number, variable: number, index: number): number =>
  node?.variable === variable ? (node.children[index] ?? itself) : itself;
