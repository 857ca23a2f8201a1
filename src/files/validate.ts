import type { ErrorObject } from "ajv";
import type { SchemaName } from "./schemas.ts";
import { validator } from "./validators.ts";

/** What is wrong with something handed in, and where. */
export interface SchemaFault {
  /** JSON Pointer; empty for the whole. */
  readonly pointer: string;
  /** What was expected there. */
  readonly message: string;
}

const MOST = 20;
/** A longer pattern tells nobody anything. */
const READABLE = 60;

/** What a schema has against a value: nothing, or the first twenty faults. */
export function faults(name: SchemaName, value: unknown): SchemaFault[] {
  const validate = validator(name);
  return validate(value) ? [] : explained(validate.errors ?? []);
}

/** The errors of an ajv in words, each place and fault once, those that only follow from others left out. */
export function explained(errors: readonly ErrorObject[]): SchemaFault[] {
  const plain = errors.filter(({ keyword }) => keyword !== "if" && keyword !== "unevaluatedProperties");
  // A branch that failed leaves all its properties unevaluated: only where nothing else is wrong does that tell anything.
  const told = plain.length > 0 ? plain : errors.filter(({ keyword }) => keyword !== "if");
  const strangers = errors.filter(
    ({ keyword }) => keyword === "unevaluatedProperties" || keyword === "additionalProperties",
  );
  const all = told.map((error) => ({ pointer: error.instancePath, message: say(error, strangers) }));
  const seen = new Set<string>();
  return all
    .filter(({ pointer, message }) => !seen.has(`${pointer} ${message}`) && seen.add(`${pointer} ${message}`))
    .slice(0, MOST);
}

function say(error: ErrorObject, strangers: readonly ErrorObject[]): string {
  const { keyword, params } = error as { keyword: string; params: Record<string, unknown> };
  switch (keyword) {
    case "additionalProperties":
    case "unevaluatedProperties":
      return `has ${quoted(params["additionalProperty"] ?? params["unevaluatedProperty"])}, which is not known here`;
    case "required": {
      const missing = String(params["missingProperty"]);
      const meant = strangers
        .filter(({ instancePath }) => instancePath === error.instancePath)
        .map(({ params: { unevaluatedProperty, additionalProperty } }) =>
          String(unevaluatedProperty ?? additionalProperty),
        )
        .find((name) => isNear(name, missing));
      return `must have ${quoted(missing)}${meant === undefined ? "" : ` (${quoted(meant)} is not known; a slip of the pen?)`}`;
    }
    case "enum":
      return `must be one of ${(params["allowedValues"] as unknown[]).map(quoted).join(", ")}`;
    case "const":
      return `must be ${quoted(params["allowedValue"])}`;
    case "pattern": {
      const pattern = String(params["pattern"]);
      return pattern.length > READABLE
        ? "does not fit the pattern of the schema"
        : `must match ${quoted(pattern)}`;
    }
    default:
      return error.message ?? `fails ${keyword}`;
  }
}

const quoted = (value: unknown): string => JSON.stringify(value);

/** Same letters but for two: enough to see a slip of the pen in a field's name. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2) return false;
  const left = Array.from(b);
  let strange = 0;
  for (const letter of a) {
    const at = left.indexOf(letter);
    if (at < 0) strange += 1;
    else left.splice(at, 1);
  }
  return strange + left.length <= 2;
}
