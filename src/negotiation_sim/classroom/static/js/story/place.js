// Where one is in the story: the scene in the path, what was set in it in the hash.
import { useCallback, useEffect, useState } from "../ui.js";

function read(names) {
  const name = location.pathname.split("/")[2] || names[0];
  return { scene: names.includes(name) ? name : names[0], set: Object.fromEntries(new URLSearchParams(location.hash.slice(1))) };
}

/** {scene, set, go(scene), change({key: value})}; `set` holds texts, and only what differs from how the scene starts. */
export function usePlace(names) {
  const [place, setPlace] = useState(() => read(names));
  useEffect(() => {
    const follow = () => setPlace(read(names));
    addEventListener("popstate", follow);
    addEventListener("hashchange", follow);
    return () => {
      removeEventListener("popstate", follow);
      removeEventListener("hashchange", follow);
    };
  }, []);
  const go = useCallback((scene) => {
    history.pushState(null, "", `/story/${scene}${location.search}`);
    setPlace({ scene, set: {} });
  }, []);
  const change = useCallback((patch) => {
    setPlace(({ scene, set }) => {
      const hash = new URLSearchParams({ ...set, ...patch });
      history.replaceState(null, "", `${location.pathname}${location.search}#${hash}`);
      return { scene, set: Object.fromEntries(hash) };
    });
  }, []);
  return { ...place, go, change };
}
