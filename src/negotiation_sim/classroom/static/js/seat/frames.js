// The view of a table, put together from frames: the first is whole, the others say what has changed since.
import { useSocket } from "../socket.js";
import { useRef, useState } from "../ui.js";

/** What a page holds, {view, frame}, once it has a frame; null where one before it is missing. */
export function merged(held, { view, change, log, frame }) {
  if (view) return { view, frame };
  if (held?.frame !== frame - 1) return null;
  const now = { ...held.view, ...change };
  if (log.length) now.log = [...held.view.log, ...log].sort((a, b) => a.n - b.n);
  return { view: now, frame };
}

/** {view, socket} of a table's socket; `view` is null until it is there. */
export function useView(path, onEnd) {
  const [view, setView] = useState(null);
  const held = useRef(null);
  const socket = useSocket(path, {
    onMessage: (message, handle) => {
      if (!message.frame) return;
      held.current = merged(held.current, message);
      if (held.current) setView(held.current.view);
      else handle.send({ again: true });
    },
    onEnd,
  });
  return { view, socket };
}
