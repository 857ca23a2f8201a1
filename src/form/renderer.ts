import type { FormSchema } from "./form-parts.ts";
import { jsonEditorForm } from "./json-editor-form.ts";
import { jsonFormsForm } from "./json-forms.ts";

/** Whom a form is made for: whatever reads JSON Schema 2020-12 whole, or a renderer that needs its own. */
export const RENDERERS = ["json-schema", "json-forms", "json-editor"] as const;

export type Renderer = (typeof RENDERERS)[number];

/** The same questions, as a renderer can show them. */
export function formFor(renderer: Renderer, form: FormSchema): unknown {
  switch (renderer) {
    case "json-schema":
      return form;
    case "json-forms":
      return jsonFormsForm(form);
    case "json-editor":
      return jsonEditorForm(form);
  }
}
