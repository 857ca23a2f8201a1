import { homedir } from "node:os";
import { basename, join, resolve } from "node:path";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { openFile, type Opening } from "../../desk/open-file.ts";
import { actFilesIn } from "../../files/acts-folder.ts";
import { readText, type TextFile } from "../../files/read-text.ts";
import { whatIsAt } from "../../files/what-is-at.ts";
import type { Language } from "../../model/language.ts";
import { Trouble } from "../../model/trouble.ts";
import type { Opened } from "../../web/opened.ts";
import { opening } from "../../web/opening-words.ts";
import { missingOf } from "../../web/act-fields.ts";
import type { Workbench } from "./bench.ts";
import { LARGEST_ACT } from "./limits.ts";
import { troubleWords } from "./trouble-words.ts";
import { Turns } from "./turns.ts";

/** How a workbench opens acts. */
export interface OpeningOptions {
  /** Where acts are kept. */
  readonly acts: string;
  /** Where paths start that a person on this machine names. */
  readonly cwd: string;
}

/** Acts at most that are opened at once from a folder. */
const MOST_ACTS = 500;
const PATH = {
  type: "object",
  required: ["path"],
  properties: { path: { type: "string", minLength: 1, maxLength: 4096 } },
};

type Upload = FastifyRequest<{ Querystring: { name?: string } }>;
type ByPath = FastifyRequest<{ Body: { path: string } }>;

/** Opening acts: as files that a browser sends, or by their place on this machine. One after another. */
export function openingRoutes(app: FastifyInstance, bench: Workbench, options: OpeningOptions): void {
  const turns = new Turns();
  const open: Open = (request, name, read) =>
    turns.take("open", () => opened(bench, options, request, { name, read }));
  app.addContentTypeParser(
    "application/octet-stream",
    { parseAs: "buffer", bodyLimit: LARGEST_ACT },
    (_, body, give) => {
      give(null, body);
    },
  );
  // Asked before a file is taken in: who may not open one is refused without sending it.
  app.post("/may-open", (_request, reply) => reply.send({ ok: true }));
  app.post("/open", { bodyLimit: LARGEST_ACT }, async (request: Upload, reply) => {
    const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array();
    const name = request.query.name ?? "";
    const answer = await open(request, name, () => Promise.resolve({ name, bytes }));
    return reply.code(answer.ok ? 200 : 422).send(answer);
  });
  app.post("/open-path", { schema: { body: PATH } }, async (request: ByPath, reply) => {
    const { lang } = bench.chrome(request);
    if (!bench.mayNamePaths()) return reply.code(403).send({ ok: false, error: opening("noPaths", lang) });
    try {
      return await openAll(request, reply, options.cwd, open);
    } catch (error) {
      return reply.code(422).send({ ok: false, error: toldOf(error, lang) });
    }
  });
}

/** Opens a file by its name, whose bytes are read when its turn has come. */
type Open = (request: FastifyRequest, name: string, read: () => Promise<TextFile>) => Promise<Opened>;

async function openAll(
  request: ByPath,
  reply: FastifyReply,
  start: string,
  open: Open,
): Promise<FastifyReply> {
  const paths = actsAt(placeOf(request.body.path.trim(), start));
  const all: Opened[] = [];
  for (const path of paths)
    all.push(await open(request, basename(path), () => readText(path, { cwd: start })));
  return reply.send({ ok: all.some(({ ok }) => ok), opened: all });
}

/** What a person calls a place: from where the desk was started, or from the folder that is the person's own. */
const placeOf = (named: string, start: string): string =>
  named === "~" || /^~[/\\]/u.test(named) ? join(homedir(), named.slice(1)) : resolve(start, named);

/** The file at a place, or all texts of the folder there. Throws `Trouble` where there is neither. */
function actsAt(path: string): readonly string[] {
  if (whatIsAt(path) !== "folder") return [path];
  const paths = actFilesIn(path);
  if (paths.length === 0)
    throw new Trouble("this folder holds no text", {
      file: path,
      wayOut: "Name a folder with the texts of acts.",
    });
  if (paths.length > MOST_ACTS)
    throw new Trouble(`this folder holds ${paths.length} texts`, {
      file: path,
      wayOut: `At most ${MOST_ACTS} are opened at once: name them one by one, or start the desk with this folder.`,
    });
  return paths;
}

async function opened(
  bench: Workbench,
  { acts }: OpeningOptions,
  request: FastifyRequest,
  file: { readonly name: string; readonly read: () => Promise<TextFile> },
): Promise<Opened> {
  const { lang } = bench.chrome(request);
  const asked: Opening = {
    folder: acts,
    by: bench.reviewer(request),
    at: new Date(bench.now()).toISOString(),
    open: bench.acts.files(),
  };
  try {
    const id = bench.acts.add(await openFile(await file.read(), asked));
    const act = await bench.acts.byId(id);
    return {
      ok: true,
      file: file.name,
      act: id,
      title: act?.about?.title ?? "",
      missing: act ? missingOf(act.about, lang) : [],
    };
  } catch (error) {
    return { ok: false, file: basename(file.name), error: toldOf(error, lang) };
  }
}

/** A trouble in a person's own language; anything else is a fault of ours. */
function toldOf(error: unknown, lang: Language): string {
  if (!(error instanceof Trouble)) throw error;
  return troubleWords(error, lang);
}
