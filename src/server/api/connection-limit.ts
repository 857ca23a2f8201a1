import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import type { Counts } from "./counts.ts";

/**
 * Closes a connection beyond those that there may be; one that is there is not. Nothing is answered over one of which that is not
 * known yet. `dropped` is called for each that was closed.
 */
export function limitConnections(
  app: FastifyInstance,
  counts: Pick<Counts, "opened" | "closed">,
  dropped: () => void,
): void {
  const taken = new WeakMap<Socket, Promise<boolean>>();
  const take = async (socket: Socket): Promise<boolean> => {
    // Where nobody counts any more, this process is about to end.
    const isTaken = await Promise.resolve(counts.opened()).catch(() => false);
    if (!isTaken) {
      dropped();
      socket.destroy();
    } else if (socket.closed) counts.closed();
    else
      socket.once("close", () => {
        counts.closed();
      });
    return isTaken;
  };
  app.server.on("connection", (socket: Socket) => {
    taken.set(socket, take(socket));
  });
  app.addHook("onRequest", async (request, reply) => {
    if ((await taken.get(request.raw.socket)) === false) return reply.hijack();
    return undefined;
  });
}
