/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { actOf, announceAnswer } from "./browser-desk.ts";
import { openForm } from "./browser-form.ts";
import { type Answer, post } from "./browser-server.ts";

/** Says something of the whole service; the page then shows it. */
async function sayOfService(service: string, request: object): Promise<Answer> {
  const answer = await post("decide", { act: actOf(), service: Number(service), request });
  announceAnswer(answer);
  if (answer.ok) {
    sessionStorage.setItem("tarmaq-said", answer.announce ?? "");
    location.reload();
  }
  return answer;
}

/** A word on the service, whose it is, or four eyes. */
export function ofService(what: string, button: HTMLElement | undefined): void {
  const service = button?.closest<HTMLElement>(".service")?.dataset["service"] ?? "";
  if (what === "four-eyes") {
    void sayOfService(service, { action: "four-eyes", asked: button?.dataset["asked"] === "true" });
    return;
  }
  const is = what === "comment-service" ? "comment" : "assign";
  void openForm("form", { act: actOf(), is, service }, (request) => sayOfService(service, request));
}
