// The cases there are, and who sits at the table of one.
import { getJson } from "../http.js";
import { lang } from "../i18n.js";
import { useEffect, useState } from "../ui.js";

/** [{name, title}] of the shipped cases; empty until they are there. */
export function useCases() {
  const [cases, setCases] = useState([]);
  useEffect(() => {
    getJson(`/api/cases?lang=${lang}`).then(setCases, () => {}); // the page works on one case without the list
  }, []);
  return cases;
}

/** [{id, label}] of the sides of a case, in the order they speak. */
export function useParties(scenario) {
  const [seated, setSeated] = useState({ scenario: "", parties: [] });
  useEffect(() => {
    let here = true;
    getJson(`/api/demo/parties?${new URLSearchParams({ scenario, lang })}`).then(
      (parties) => here && setSeated({ scenario, parties }),
      () => {}, // the curves tell what is wrong with the case
    );
    return () => {
      here = false;
    };
  }, [scenario]);
  return seated.scenario === scenario ? seated.parties : [];
}
