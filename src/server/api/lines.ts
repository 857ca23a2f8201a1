import type { Readable } from "node:stream";
import { UnreadableBody } from "./json-body.ts";
import { problem } from "./problem.ts";

/** The lines of a stream in UTF-8. Throws UnreadableBody for a line longer than that, and for bytes that are no text. */
export async function* linesOf(stream: Readable, longest: number): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  for await (const bytes of stream) {
    const lines = (rest + decoded(decoder, bytes as Buffer)).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
    if (rest.length > longest)
      throw new UnreadableBody(problem("too-large", `A line may have ${longest} letters.`));
  }
  yield rest + decoded(decoder, undefined);
}

function decoded(decoder: TextDecoder, bytes: Buffer | undefined): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    throw new UnreadableBody(problem("bad-request", "The stream is no text in UTF-8."));
  }
}
