import type { Ajv2020, ValidateFunction } from "ajv/dist/2020.js";
import { ourAjv } from "./our-ajv.ts";
import { SCHEMAS, type SchemaName } from "./schemas.ts";

let ajv: Ajv2020 | undefined;

/**
 * The validator of a schema, compiled when it is first asked for. In `dist/` this file is replaced by one that holds the
 * validators ready compiled (`build-validators.mjs`): compiling takes longer than most commands.
 */
export function validator(name: SchemaName): ValidateFunction {
  ajv ??= ourAjv({ allErrors: true, coerceTypes: false });
  const found = ajv.getSchema(SCHEMAS[name].$id);
  if (found === undefined) throw new Error(`the schema ${name} has no validator`);
  return found as ValidateFunction;
}
