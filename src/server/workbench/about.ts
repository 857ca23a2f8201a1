import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { knownOf } from "../../desk/about-of.ts";
import type { ActUnderReview } from "../../desk/act.ts";
import { correctAbout, type Corrected } from "../../desk/correct-about.ts";
import type { AboutTold } from "../../desk/told-about.ts";
import { isBrought } from "../../files/corpus-texts.ts";
import type { Language } from "../../model/language.ts";
import { lineIndex } from "../../model/line-index.ts";
import { aboutPage } from "../../web/about-page.tsx";
import { ACT_FIELDS } from "../../web/act-fields.ts";
import { opening } from "../../web/opening-words.ts";
import { html, missing } from "./answers.ts";
import type { Workbench } from "./bench.ts";
import { ACT_ID } from "./service-asked.ts";
import { Turns } from "./turns.ts";

const LONGEST = 4000;
const TOLD = {
  type: "object",
  required: ["act", "told"],
  properties: {
    act: ACT_ID,
    told: {
      type: "object",
      additionalProperties: false,
      required: [...ACT_FIELDS],
      properties: Object.fromEntries(
        ACT_FIELDS.map((field) => [field, { type: "string", maxLength: LONGEST }]),
      ),
    },
  },
};

type Show = FastifyRequest<{ Params: { act: string }; Querystring: { opened?: string } }>;
type Tell = FastifyRequest<{ Body: { act: string; told: AboutTold } }>;

/** What is known of an act: shown with the words it was taken from, and corrected. */
export function aboutRoutes(app: FastifyInstance, bench: Workbench, bodyLimit: number): void {
  const turns = new Turns();
  app.get("/about/:act", async (request: Show, reply) => {
    const act = await bench.acts.byId(request.params.act);
    if (act === undefined) return missing(reply);
    const lineOf = lineIndex(act.text.content);
    const view = {
      act: act.id,
      about: knownOf(act),
      head: act.head,
      lineOf: (offset: number) => (act.text.places.length > 0 ? undefined : lineOf(offset).line),
      mayBeChanged: !isBrought(act.path),
      isNew: request.query.opened !== undefined,
    };
    return html(reply, aboutPage(bench.chrome(request), view));
  });
  app.post("/about", { bodyLimit, schema: { body: TOLD } }, (request: Tell, reply) =>
    turns.take("about", () => told(bench, request, reply)),
  );
}

async function told(bench: Workbench, request: Tell, reply: FastifyReply): Promise<unknown> {
  const { lang } = bench.chrome(request);
  const act = await bench.acts.byId(request.body.act);
  if (act === undefined) return missing(reply);
  if (isBrought(act.path)) return reply.code(403).send({ ok: false, error: opening("brought", lang) });
  const corrected = await correctAbout(act, request.body.told, {
    by: bench.reviewer(request),
    at: new Date(bench.now()).toISOString(),
    otherIds: bench.acts.files().flatMap(({ path, id }) => (path === act.path ? [] : [id])),
  });
  if (corrected.is === "refused") reply.code(422);
  return shown(corrected, act, lang);
}

function shown(corrected: Corrected, act: ActUnderReview, lang: Language): object {
  switch (corrected.is) {
    case "refused":
      return {
        ok: false,
        field: corrected.fault.field,
        error: opening(`fault.${corrected.fault.code}`, lang),
      };
    case "already":
      return { ok: true, act: act.id, announce: opening("already", lang) };
    case "kept": {
      const { superseded, about } = corrected;
      const aside = superseded.map((name) => opening("superseded", lang).replace("{0}", name));
      return { ok: true, act: about.id, announce: [opening("saved", lang), ...aside].join(" ") };
    }
  }
}
