// What the page shows is in the hash of its address: it survives a reload and can be sent to a colleague.
import { useCallback, useEffect, useRef, useState } from "../ui.js";

export const TABS = ["curves", "one", "side", "why"];
export const PICTURES = ["worth", "plane", "trust"];
export const CHANGES = ["mediator", "quality", "interests", "trust"];
const STEP = 0.05;

const share = (start) => ({ start, read: (text) => snapped(Number(text)), write: (value) => String(value) });
const word = (start, allowed) => ({ start, read: (text) => (!allowed || allowed.includes(text) ? text : start), write: String });
const count = (start) => ({ start, read: (text) => Math.max(0, Math.trunc(Number(text)) || 0), write: String });
const flag = (start) => ({ start, read: (text) => text === "1", write: (value) => (value ? "1" : "0") });
const list = () => ({ start: [], read: (text) => text.split(",").filter(Boolean), write: (value) => value.join(",") });

// The short names of the address. It starts with a table that mostly fails: bad communication, nobody helps.
const FIELDS = {
  scenario: ["case", word("kazakhstan_general_agreement")],
  quality: ["q", share(0.3)],
  mediator: ["m", flag(false)],
  skill: ["s", share(0.6)],
  interests: ["i", list()], // the sides that bargain over interests; all others bargain over positions
  seed: ["seed", count(1)],
  tab: ["tab", word("curves", TABS)],
  run: ["run", count(0)],
  round: ["round", count(1)],
  picture: ["see", word("worth", PICTURES)],
  change: ["change", word("mediator", CHANGES)],
  predict: ["p", word("", ["", "asking", "shown"])],
  hands: ["hands", list()], // show of hands: how many guess 10, 30, 50, 70, 90 per cent
  asked: ["at", share(0)], // the quality the class guessed about
  poll: ["poll", word("")],
};

export const snapped = (value) =>
  Number((Math.round(Math.min(Math.max(value || 0, 0), 1) / STEP) * STEP).toFixed(2));

function read() {
  const hash = new URLSearchParams(location.hash.slice(1));
  return Object.fromEntries(
    Object.entries(FIELDS).map(([name, [key, kind]]) => [name, hash.has(key) ? kind.read(hash.get(key)) : kind.start]),
  );
}

function write(settings) {
  const hash = new URLSearchParams();
  for (const [name, [key, kind]] of Object.entries(FIELDS)) {
    const text = kind.write(settings[name]);
    if (text !== kind.write(kind.start)) hash.set(key, text);
  }
  const text = hash.toString().replaceAll("%2C", ",");
  history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
}

/** [settings, change]: `change({quality: 0.5})` keeps everything else. */
export function useSettings() {
  const [settings, setSettings] = useState(read);
  const latest = useRef(settings);
  const change = useCallback((patch) => {
    latest.current = { ...latest.current, ...patch };
    setSettings(latest.current);
    write(latest.current);
  }, []);
  useEffect(() => {
    const follow = () => {
      latest.current = read();
      setSettings(latest.current);
    };
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return [settings, change];
}

/** Which arm the mediator's switch stands for. */
export const armOf = ({ mediator }) => (mediator ? "with" : "without");

/** What the server is asked: the talks alone, not the page. */
export function talksOf({ scenario, quality, mediator, skill, interests, seed }, parties) {
  const known = parties.length ? parties.map(({ id }) => id) : interests;
  return {
    scenario,
    quality,
    mediator,
    skill,
    style: "full",
    bargain: Object.fromEntries(
      known.map((id) => [id, interests.includes(id) ? "interest_based" : "position_based"]),
    ),
    seed,
  };
}
