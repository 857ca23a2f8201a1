/** The option by which a rule that is decided on judges only once a second person has accepted it. */
export const FOUR_EYES = [
  "--four-eyes",
  "a rule judges only once two people have accepted it; kept with the first decision, so that it holds for the book too",
] as const;

export const fourEyesOf = ({ fourEyes }: { readonly fourEyes?: true }): { readonly fourEyes?: true } =>
  fourEyes === true ? { fourEyes } : {};
