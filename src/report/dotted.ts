const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day as official papers have it, `18.03.2025`; what is no day stays as it is. */
export const dotted = (iso: string): string => iso.replace(DAY, "$3.$2.$1");
