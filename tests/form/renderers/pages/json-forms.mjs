// The form for JSON Forms; what it gives becomes a request as docs/guide/forms.md tells.
import { JsonForms } from "@jsonforms/react";
import { vanillaCells, vanillaRenderers } from "@jsonforms/vanilla-renderers";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

let data;
globalThis.show = ({ schema, uischema, data: begun }) => {
  data = begun;
  createRoot(document.getElementById("form")).render(
    createElement(JsonForms, {
      schema,
      uischema,
      data: begun,
      renderers: vanillaRenderers,
      cells: vanillaCells,
      onChange: (change) => (data = change.data),
    }),
  );
};
const plainly = { true: true, false: false };
globalThis.answers = () => ({
  ...data,
  facts: Object.fromEntries(
    Object.entries(data.facts).map(([name, value]) => [name.replaceAll(":", "."), plainly[value] ?? value]),
  ),
});
