import { createServer, type AddressInfo, type Socket } from "node:net";
import type { PGlite } from "@electric-sql/pglite";

/** Asks for an encrypted connection, which there is none of: its number in the wire protocol. */
const ENCRYPTED = 80_877_103;

/**
 * Lets programs reach a PGlite as they reach a server. It has one session: of several connections one has its turn until no
 * transaction of it is open.
 */
export async function wireTo(
  database: PGlite,
  port = 0,
): Promise<{ readonly port: number; readonly end: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  let turn: Promise<void> = Promise.resolve();
  const server = createServer((socket) => {
    sockets.add(socket);
    let bytes = Buffer.alloc(0);
    let hasBegun = false;
    let release: (() => void) | undefined;
    const leave = (): void => {
      release?.();
      release = undefined;
    };
    const answered = async (message: Buffer): Promise<void> => {
      if (release === undefined) {
        const before = turn;
        turn = new Promise((done) => (release = done));
        await before;
      }
      const told = await database.execProtocolRaw(message);
      socket.write(told);
      // `Z I`: ready, with no transaction open.
      if (told.length >= 6 && told[told.length - 6] === 0x5a && told[told.length - 1] === 0x49) leave();
    };
    let work = Promise.resolve();
    const taken = (): void => {
      for (;;) {
        const at = hasBegun ? 1 : 0;
        if (bytes.length < at + 4) return;
        const length = at + bytes.readInt32BE(at);
        if (bytes.length < length) return;
        const message = bytes.subarray(0, length);
        bytes = bytes.subarray(length);
        if (!hasBegun && length >= 8 && message.readInt32BE(4) === ENCRYPTED) {
          socket.write("N");
          continue;
        }
        if (hasBegun && message[0] === 0x58) {
          work = work.then(() => void socket.end());
          continue;
        }
        hasBegun = true;
        work = work.then(() => answered(message)).catch(() => void socket.destroy());
      }
    };
    socket.on("data", (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      taken();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      sockets.delete(socket);
      if (release === undefined) return;
      // What it has left open is taken back, as a server does.
      work = work.then(() => void database.exec("rollback").catch(() => undefined)).finally(leave);
    });
  });
  await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
  return {
    port: (server.address() as AddressInfo).port,
    end: () =>
      new Promise((ended) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => {
          ended();
        });
      }),
  };
}
