/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** Takes away what a form has told of faults. */
export function clearFaults(form: HTMLFormElement): void {
  form.querySelectorAll("[aria-invalid]").forEach((one) => {
    one.removeAttribute("aria-invalid");
  });
  form.querySelectorAll(".error").forEach((one) => {
    one.textContent = "";
  });
}

/** The field of a form that a fault is about; none where it is about none, or one that the form does not have. */
export const faultyField = (form: HTMLFormElement, name: string | undefined): HTMLElement | null =>
  name === undefined ? null : form.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
