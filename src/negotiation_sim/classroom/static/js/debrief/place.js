// Where the reader stands in the debrief: tab, table and axes live in the address, so a reload or a link keeps them.
import { useEffect, useState } from "../ui.js";

const read = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));

/** [place, go]: `go({tab: "one", table})` changes some of it. */
export function usePlace() {
  const [place, setPlace] = useState(read);
  useEffect(() => {
    const follow = () => setPlace(read());
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  const go = (some) => {
    history.replaceState(null, "", `#${new URLSearchParams({ ...read(), ...some })}`);
    setPlace(read());
  };
  return [place, go];
}
