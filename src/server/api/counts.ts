import { MINUTE_MS } from "../../model/time-units.ts";

/** How often somebody has asked within a minute, and how many ms of it are left. */
export interface AskedSoOften {
  readonly count: number;
  readonly leftMs: number;
}

/** What is counted of a whole server, however many processes answer for it. */
export interface Counts {
  /** Counts a request of somebody. */
  readonly asked: (who: string) => AskedSoOften | Promise<AskedSoOften>;
  /** Counts a connection, where there may be another; gives whether there may. */
  readonly opened: () => boolean | Promise<boolean>;
  /** A connection that was counted is no more. */
  readonly closed: () => void;
}

interface Minute {
  readonly began: number;
  count: number;
}

/** More ask at once than that, and whoever has asked first is counted anew. */
const MOST_WHO = 100_000;

/** Requests of each who asks, a minute from the first of them on. */
export class RequestCounts {
  /** In the order in which the minutes began. */
  readonly #minutes = new Map<string, Minute>();

  constructor(private readonly now: () => number) {}

  asked(who: string): AskedSoOften {
    const now = this.now();
    this.#forget(now);
    const there = this.#minutes.get(who);
    if (there !== undefined && isOver(there, now)) this.#minutes.delete(who);
    const minute = this.#minutes.get(who) ?? { began: now, count: 0 };
    minute.count += 1;
    this.#minutes.set(who, minute);
    return { count: minute.count, leftMs: minute.began + MINUTE_MS - now };
  }

  /** Lets go of the first minutes as far as they are over, or there are too many. */
  #forget(now: number): void {
    for (const [who, minute] of this.#minutes) {
      if (!isOver(minute, now) && this.#minutes.size <= MOST_WHO) return;
      this.#minutes.delete(who);
    }
  }
}

/** Also where it begins later than now: somebody has put the clock back. */
const isOver = ({ began }: Minute, now: number): boolean => now - began >= MINUTE_MS || now < began;

/** Connections that are open at once, those of several processes together. */
export class ConnectionCounts {
  #open = 0;

  constructor(private readonly most: number) {}

  /** Those of one process; `gone` is called once it has ended with all that it had open. */
  ofOne(): Pick<Counts, "closed"> & { readonly opened: () => boolean; readonly gone: () => void } {
    let own = 0;
    let isGone = false;
    const add = (count: number): void => {
      own += count;
      this.#open += count;
    };
    return {
      opened: () => {
        const isRoom = !isGone && this.#open < this.most;
        if (isRoom) add(1);
        return isRoom;
      },
      closed: () => {
        if (own > 0) add(-1);
      },
      gone: () => {
        isGone = true;
        add(-own);
      },
    };
  }
}
