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
  });
  formats.default(ajv);
  for (const schema of Object.values(SCHEMAS)) ajv.addSchema(schema);
  return ajv;
}
