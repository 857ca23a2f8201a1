import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { SCHEMAS } from "./schemas.ts";

/** An ajv that knows all our schemas, and is strict. */
export function ourAjv({ allErrors, coerceTypes }: { allErrors: boolean; coerceTypes: boolean }): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    allErrors,
    coerceTypes,
    useDefaults: coerceTypes,
    allowUnionTypes: true,
    discriminator: true,
    code: { process: boundedLoops },
  });
  formats.default(ajv);
  for (const schema of Object.values(SCHEMAS)) ajv.addSchema(schema);
  return ajv;
}

/** So many faults are looked for, and then no further. */
const ENOUGH = 100;

/**
 * Lets every loop over items or keys in ajv's code end once enough faults are found: a body of a hundred thousand wrong values would
 * otherwise give as many. `build-validators.mjs` does the same.
 */
const boundedLoops = (code: string): string =>
  code
    .replaceAll(
      /for\(let (i\d+)=0; \1<(len\d+); \1\+\+\)\{/gu,
      `for(let $1=0; $1<$2 && errors<${ENOUGH}; $1++){`,
    )
    .replaceAll(/for\(const (key\d+) in (data\d*)\)\{/gu, `for(const $1 in $2){if(errors>=${ENOUGH})break;`);
