/** How many made-up acts of each family are read: some every day, all of them with `TARMAQ_PARAPHRASE_ACTS=834` (10 000 in all). */
export const ACTS_EACH = Number(process.env["TARMAQ_PARAPHRASE_ACTS"] ?? 20);
