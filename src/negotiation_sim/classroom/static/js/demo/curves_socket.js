// Asks for curves at every move of a control and shows each answer as it comes, the first rough, then finer.
import { useEffect, useLayoutEffect, useRef, useState } from "../ui.js";
import { t } from "../i18n.js";
import { useSocket } from "../socket.js";

/**
 * {answer, refusal, ask}: the newest curves there are; while the hand moves they may answer the place before.
 * `answer.params`: what it answers, if that is what was asked last.
 * `ask(params)` asks already what the page, once it is drawn, would ask by `params`: the server works meanwhile.
 */
export function useCurves(params, wanted) {
  const [state, setState] = useState({ answer: null, refusal: "" });
  const question = useRef({ id: 0, params: null });
  const shown = useRef(0);
  const next = useRef(null);
  const frame = useRef(0);

  const socket = useSocket("/ws/demo", {
    onOpen: (open) => question.current.params && open.send(question.current),
    onMessage: (message) => {
      if (message.why && message.id === question.current.id) {
        setState((old) => ({ ...old, refusal: t(message.why, message.with) }));
        return;
      }
      // While the hand moves, an answer to an earlier place is better than a still picture; an older one is not.
      if (!message.qualities || message.id < shown.current) return;
      shown.current = message.id;
      const { id, params: wish } = question.current;
      next.current = { ...message, params: message.id === id ? wish : null };
      frame.current ||= requestAnimationFrame(() => {
        frame.current = 0;
        setState({ answer: next.current, refusal: "" });
      });
    },
  });
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const ask = (wish) => {
    if (JSON.stringify(wish) === JSON.stringify(question.current.params)) return;
    question.current = { id: question.current.id + 1, params: wish };
    socket.current?.send(question.current);
  };
  useLayoutEffect(() => {
    if (wanted) ask(params);
  });

  return { ...state, ask };
}
