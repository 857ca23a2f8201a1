// Puts compiled validators in the place of src/files/validators.ts: ajv's own code for every schema in schemas/, made with
// the same options as src/files/our-ajv.ts. Compiling them at each start would take longer than most commands.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { Ajv2020 } = require("ajv/dist/2020.js");
const formats = require("ajv-formats").default;
const standalone = require("ajv/dist/standalone").default;

/** An esbuild plugin. */
export const precompiledValidators = {
  name: "precompiled-validators",
  setup(build) {
    build.onLoad({ filter: /src[/\\]files[/\\]validators\.ts$/ }, () => ({ contents: code(), loader: "js" }));
  },
};

function code() {
  const ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    allowUnionTypes: true,
    discriminator: true,
    code: { source: true, esm: true },
  });
  formats(ajv);
  const schemas = readdirSync("schemas")
    .filter((name) => name.endsWith(".schema.json"))
    .map((name) => JSON.parse(readFileSync(`schemas/${name}`, "utf8")));
  for (const schema of schemas) ajv.addSchema(schema);
  const names = Object.fromEntries(schemas.map(({ $id }, index) => [`v${index}`, $id]));
  const table = Object.entries(names).map(([name, id]) => `${JSON.stringify(id)}: ${name}`);
  return `import { SCHEMAS } from "./schemas.ts";
${boundedLoops(standalone(ajv, names))}
const VALIDATORS = { ${table.join(", ")} };
export const validator = (name) => VALIDATORS[SCHEMAS[name].$id];`;
}

/** As in src/files/our-ajv.ts, whose reasons it has: ajv's own hook for this leaves code that stands alone as it is. */
function boundedLoops(source) {
  const bounded = source
    .replaceAll(/for\(let (i\d+)=0; \1<(len\d+); \1\+\+\)\{/gu, "for(let $1=0; $1<$2 && errors<100; $1++){")
    .replaceAll(/for\(const (key\d+) in (data\d*)\)\{/gu, "for(const $1 in $2){if(errors>=100)break;");
  if (/for\((?:let i\d+=0; i\d+<len\d+; |const key\d+ in data\d*\)\{(?!if\(errors))/u.test(bounded))
    throw new Error("a loop of a validator is not bounded: ajv writes its loops in another way");
  return bounded;
}
