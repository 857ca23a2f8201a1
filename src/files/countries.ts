import KZ from "../../rules/zones/kz.json" with { type: "json" };

/** Zones with the regions and cities whose clocks they are, by country. To add a country is to add its file and a line. */
export const COUNTRIES = [KZ];
