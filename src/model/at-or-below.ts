import type { RuleCommon } from "./rule.ts";

/** Whether a rule has this id, or stands at the provision with this path or below it. */
export const isAtOrBelow = ({ id, path }: Pick<RuleCommon, "id" | "path">, provision: string): boolean =>
  id === provision || path === provision || (path?.startsWith(`${provision}/`) ?? false);
