// How long a table has been waiting.
import { nt, t } from "../i18n.js";
import { useEffect, useState } from "../ui.js";

const MINUTE = 60000;

/** Draws the page again from time to time, so that minutes go on. */
export function useMinute() {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), MINUTE / 4);
    return () => clearInterval(timer);
  }, []);
}

export const minutesSince = (iso) => Math.max(0, Math.floor((Date.now() - new Date(iso).getTime()) / MINUTE));

export function waitingWords(iso) {
  const minutes = minutesSince(iso);
  return minutes < 1 ? t("less than a minute") : nt("{n} minute", "{n} minutes", minutes, { n: minutes });
}
