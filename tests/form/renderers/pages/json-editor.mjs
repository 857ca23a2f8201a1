// The form for json-editor, with no theme and no option but that nothing is fetched.
import { JSONEditor } from "@json-editor/json-editor";

let editor;
globalThis.show = (form) => {
  editor = new JSONEditor(document.getElementById("form"), { schema: form, ajax: false });
};
globalThis.answers = () => editor.getValue();
