// The room as it is, again every few seconds: seats fill while one chooses.
import { getJson } from "../http.js";
import { lang } from "../i18n.js";
import { useEffect } from "../ui.js";

const FRESH_EVERY = 5000;

export function useFresh(code, onRoom, onRefused) {
  useEffect(() => {
    let timer = 0;
    let first = true;
    const look = async () => {
      try {
        onRoom(await getJson(`/api/join/${encodeURIComponent(code)}?lang=${lang}`));
        first = false;
      } catch (refused) {
        if (first) onRefused(refused.message);
      }
      if (!first) timer = setTimeout(look, FRESH_EVERY);
    };
    look();
    return () => clearTimeout(timer);
  }, [code]);
}
