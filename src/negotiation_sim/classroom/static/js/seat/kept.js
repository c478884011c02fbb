// State that survives a reload of this tab: what a person has typed is never lost.
import { useState } from "../ui.js";

export function useKept(key, initial) {
  const [value, setValue] = useState(() => {
    try {
      return JSON.parse(sessionStorage.getItem(key)) ?? initial;
    } catch {
      return initial;
    }
  });
  const keep = (next) => {
    setValue(next);
    try {
      sessionStorage.setItem(key, JSON.stringify(next));
    } catch {
      // a full or forbidden storage only costs the protection against a reload
    }
  };
  return [value, keep];
}
