// Arrow keys and the two keys of a presenter's remote control move from scene to scene.
import { useEffect } from "../ui.js";
import { SCENES } from "./scenes.js";

const STEPS = { ArrowLeft: -1, ArrowRight: 1, PageUp: -1, PageDown: 1 };

export function useKeys(scene, go) {
  useEffect(() => {
    const press = (event) => {
      const by = STEPS[event.key];
      if (!by || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      if (event.key.startsWith("Arrow") && event.target.closest("input, select, textarea")) return; // a slider's own keys
      const next = SCENES[SCENES.findIndex(({ id }) => id === scene) + by];
      if (!next) return;
      event.preventDefault();
      go(next.id);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [scene]);
}
