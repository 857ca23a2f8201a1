// The form as it is, with the validator for JSON Schema 2020-12 that rjsf's own guide names.
import Form from "@rjsf/core";
import { customizeValidator } from "@rjsf/validator-ajv8";
import Ajv2020 from "ajv/dist/2020.js";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

const validator = customizeValidator({ AjvClass: Ajv2020 });
let data;
globalThis.show = (form) => {
  createRoot(document.getElementById("form")).render(
    createElement(Form, {
      schema: form,
      validator,
      onChange: (change) => (data = change.formData),
      liveValidate: true,
      showErrorList: false,
    }),
  );
};
globalThis.answers = () => data;
