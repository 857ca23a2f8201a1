/** The worst that was found of a case: nothing, or only what runs still; kept; something cannot be told; a breach. */
export const CASE_IS = { open: 0, kept: 1, untold: 2, breached: 3 } as const;
