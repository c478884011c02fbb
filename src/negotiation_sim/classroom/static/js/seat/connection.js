// The table as this seat sees it, pushed by the server, and the actions of this seat.
import { postJson } from "../http.js";
import { lang } from "../i18n.js";
import { useEffect, useRef, useState } from "../ui.js";
import { closedWords } from "./closed.js";
import { useView } from "./frames.js";

/** {view, act(action) -> {ok, text}, refusal, ended}: `ended` says why the server closed the door for good. */
export function useTable(table) {
  const [refusal, setRefusal] = useState("");
  const [ended, setEnded] = useState("");
  const claimed = useClaim(setEnded);
  const path = claimed ? `/ws/t/${table}?lang=${lang}` : null;
  const { view, socket } = useView(path, (code) => setEnded(closedWords(code)));
  const waiting = useRef(new Map()); // what was done and not yet answered: pressing twice does it once
  const act = (action) => {
    const key = JSON.stringify(action);
    if (!waiting.current.has(key)) waiting.current.set(key, take(action).finally(() => waiting.current.delete(key)));
    return waiting.current.get(key);
  };
  const take = async (action) => {
    setRefusal("");
    const answer = await socket.current.act(action);
    if (!answer.ok) setRefusal(answer.text);
    return answer;
  };
  return { view, act, refusal, ended, forget: () => setRefusal("") };
}

/** A re-issued seat comes as #claim=TOKEN: it is turned into this browser's own cookie, once. */
function useClaim(onRefused) {
  const token = new URLSearchParams(location.hash.slice(1)).get("claim");
  const [claimed, setClaimed] = useState(!token);
  useEffect(() => {
    if (!token) return;
    postJson("/api/claim", { token }).then(
      () => {
        history.replaceState(null, "", location.pathname + location.search);
        setClaimed(true);
      },
      (refused) => onRefused(refused.message),
    );
  }, []);
  return claimed;
}
