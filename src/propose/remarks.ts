import type { InForce } from "../model/in-force.ts";
import type { Matter } from "./matter.ts";
import type { FieldProposal, RemarkProposal } from "../model/book-proposal.ts";

/** What a reader has to know: days that the text does not give, a zone that is assumed, a head that is missing. */
export function remarksOf(matter: Matter, fields: readonly FieldProposal[]): readonly RemarkProposal[] {
  const validity = fields.find(({ field }) => field === "inForce");
  const zone = fields.find(({ field }) => field === "zone");
  return [
    ...(validity === undefined ? [] : ofValidity(validity)),
    ...(zone?.standing === "assumed"
      ? [
          {
            code: "zone-assumed" as const,
            values: { zone: String(zone.value), body: zone.why[0]?.values?.["body"] ?? "" },
            grounds: [],
          },
        ]
      : []),
    ...(matter.actTitle === "" ? [{ code: "head-missing" as const, values: {}, grounds: [] }] : []),
  ];
}

function ofValidity({ value, grounds, why }: FieldProposal): readonly RemarkProposal[] {
  const { from, repealed } = value as InForce;
  const [first] = grounds;
  const codes = why.map(({ code }) => code);
  return [
    ...(from !== "unknown"
      ? []
      : codes.includes("after-publication")
        ? [
            {
              code: "from-unknown" as const,
              values: { cite: first?.cite ?? "" },
              grounds: grounds.slice(0, 1),
            },
          ]
        : [{ code: "from-unsaid" as const, values: {}, grounds: [] }]),
    ...(repealed === undefined
      ? []
      : [{ code: "repealed" as const, values: { day: repealed }, grounds: grounds.slice(-1) }]),
  ];
}
