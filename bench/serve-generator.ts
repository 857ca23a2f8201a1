import { connect, type Socket } from "node:net";

/** What a generator has seen. */
export interface Seen {
  readonly answers: number;
  readonly bytes: number;
  readonly errors: number;
  readonly seconds: number;
}

const HEAD_END = Buffer.from("\r\n\r\n");

/**
 * Sends ready-made requests over connections that are kept open, one after another on each, and counts the answers
 * without looking into them: a generator that reads what it is sent would be slower than the server it is to measure.
 */
export async function generate(
  port: number,
  requests: readonly Buffer[],
  { connections, seconds }: { readonly connections: number; readonly seconds: number },
): Promise<Seen> {
  let next = 0;
  let [answers, bytes, errors] = [0, 0, 0];
  let isOver = false;
  const began = performance.now();
  const ask = (socket: Socket): void => {
    next = (next + 1) % requests.length;
    socket.write(requests[next]!);
  };
  const ended = Array.from({ length: connections }, async () => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let missing = 0;
    socket.on("data", (chunk) => {
      bytes += chunk.length;
      if (missing === 0) {
        const answer = lengthOf(chunk);
        if (answer === undefined) {
          errors += 1;
          socket.destroy();
          return;
        }
        missing = answer;
      }
      missing -= chunk.length;
      if (missing > 0) return;
      answers += 1;
      if (isOver) socket.end();
      else ask(socket);
    });
    socket.once("connect", () => {
      ask(socket);
    });
    await new Promise<void>((closed) => {
      socket
        .once("error", () => (errors += 1))
        .once("close", () => {
          closed();
        });
    });
  });
  setTimeout(() => (isOver = true), seconds * 1000);
  await Promise.all(ended);
  return { answers, bytes, errors, seconds: (performance.now() - began) / 1000 };
}

/** Bytes of the answer that begins here, head and body; `undefined` unless it is a 200 that says its length. */
function lengthOf(chunk: Buffer): number | undefined {
  const end = chunk.indexOf(HEAD_END);
  const head = chunk.toString("latin1", 0, end);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (end < 0 || length === undefined || !head.startsWith("HTTP/1.1 200 ")) return undefined;
  return end + HEAD_END.length + Number(length);
}
