// Asks the server for one thing and keeps the last answer on the page until the next is there.
import { getJson } from "../http.js";
import { lang } from "../i18n.js";
import { useEffect, useState } from "../ui.js";

const PATIENCE = 120; // a slider passes many places on its way; only where it rests is worth a negotiation

/** `useAnswer("why", {…})`: {answer, refusal, waiting}. */
export function useAnswer(what, params) {
  const query = new URLSearchParams({ lang });
  for (const [key, value] of Object.entries(params)) {
    query.set(key, typeof value === "object" ? JSON.stringify(value) : String(value));
  }
  const url = `/api/demo/${what}?${query}`;
  const [state, setState] = useState({ answer: null, refusal: "", waiting: true });
  useEffect(() => {
    const stop = new AbortController();
    setState((old) => ({ ...old, waiting: true }));
    const timer = setTimeout(async () => {
      try {
        const answer = await getJson(url, { signal: stop.signal });
        setState({ answer, refusal: "", waiting: false });
      } catch (error) {
        if (error.name !== "AbortError") setState((old) => ({ ...old, refusal: error.message, waiting: false }));
      }
    }, state.answer ? PATIENCE : 0);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [url]);
  return state;
}
