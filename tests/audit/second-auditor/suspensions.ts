import type { Told } from "./deadlines.ts";
import type { World } from "./worlds.ts";

type Found = Omit<Told, "case">;

const dueAt = ({ due }: World): number => due?.at ?? Infinity;
const counted = (worlds: readonly World[]): readonly World[] => worlds.filter(({ usual }) => !usual);

/**
 * The code knows no suspension (chapters 9, 10), and no book here cites a clause that allows one: where one put off the end
 * of a term, that is told, with when it would have ended. `stood`: the worlds of each way in which the clock may have
 * stood still; `bare`: those in which it never did.
 */
export function withoutBasis(
  unknown: Found,
  stood: readonly (readonly World[])[],
  bare: readonly World[],
): readonly Found[] {
  const ends = counted(bare).map(dueAt);
  const putOff = stood.flatMap((worlds) =>
    counted(worlds).map((world, index) => dueAt(world) !== ends[index]),
  );
  if (!putOff.includes(true)) return [];
  return [
    {
      ...unknown,
      outcome: "suspension-without-basis",
      due: [Math.min(...ends), Math.max(...ends)],
      ...(putOff.includes(false) ? { perhaps: true as const } : {}),
    },
  ];
}
