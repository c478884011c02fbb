// Questions to the server. A refusal comes as a sentence in the reader's language.
import { t } from "./i18n.js";

/** What the server refused and why; `message` is the sentence to show. */
export class Refusal extends Error {
  constructor(status, why, values) {
    super(t(why, values));
    this.status = status;
    this.why = why;
    this.with = values;
  }
}

export const getJson = (url, options = {}) => ask(url, options);

export const postJson = (url, body = {}, options = {}) =>
  ask(url, {
    ...options,
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

async function ask(url, options) {
  let answer;
  try {
    answer = await fetch(url, { credentials: "same-origin", ...options });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refusal(0, t("The server does not answer. Is it still running?"), {});
  }
  if (answer.status === 204) return null;
  const body = await answer.json().catch(() => null);
  if (answer.ok) return body;
  throw new Refusal(answer.status, body?.why || t("The server could not answer this."), body?.with || {});
}
