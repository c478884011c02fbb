// A WebSocket that comes back by itself: networks drop, phones sleep, servers restart.
import { tellConnection } from "./banner.js";
import { t } from "./i18n.js";
import { useEffect, useRef } from "./ui.js";

const FIRST_WAIT = 200;
const LONGEST_WAIT = 5000;
const ANSWER_WITHIN = 5000;
const LONG_SLEEP = 10000;
const TOLD_AFTER = 400; // a blink of the network is not worth a banner

/**
 * Opens `/ws/…` and keeps it open.
 * onMessage(message): every message but acknowledgements. onOpen(): each time it is (again) open; ask here for what
 * the server does not send by itself. onEnd(code, reason): the server said (4400-4499) that trying again is no use.
 */
export function openSocket(path, { onMessage, onOpen, onEnd } = {}) {
  const url = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${path}`;
  const unanswered = new Map(); // seq -> {action, resolve}; sent again after every reconnection
  let seq = Math.floor(Math.random() * 2 ** 31);
  let socket = null;
  let wait = FIRST_WAIT;
  let retry = 0;
  let watchdog = 0;
  let bannerTimer = 0;
  let hiddenAt = 0;
  let closed = false;
  const handle = { send, act, close };

  function connect() {
    clearTimeout(retry);
    if (closed) return;
    const mine = (socket = new WebSocket(url));
    mine.onopen = () => {
      if (socket !== mine) return;
      wait = FIRST_WAIT;
      clearTimeout(bannerTimer);
      bannerTimer = 0;
      tellConnection(handle, true);
      onOpen?.(handle);
      for (const [number, { action }] of unanswered) deliver({ seq: number, action });
    };
    mine.onmessage = ({ data }) => socket === mine && receive(JSON.parse(data));
    mine.onclose = ({ code, reason }) => {
      if (socket !== mine || closed) return;
      if (code >= 4400 && code < 4500) {
        close();
        onEnd?.(code, reason);
        return;
      }
      bannerTimer ||= setTimeout(() => tellConnection(handle, false), TOLD_AFTER);
      retry = setTimeout(connect, wait);
      wait = Math.min(wait * 1.7, LONGEST_WAIT);
    };
  }

  function receive(message) {
    const number = message.ack ?? message.refused;
    if (number === undefined) {
      onMessage?.(message, handle);
      return;
    }
    const waiting = unanswered.get(number);
    unanswered.delete(number);
    if (!unanswered.size) clearTimeout(watchdog);
    waiting?.resolve(message.refused === undefined ? { ok: true } : { ok: false, text: t(message.why, message.with) });
  }

  function deliver(message) {
    if (socket?.readyState !== WebSocket.OPEN) return false;
    socket.send(JSON.stringify(message));
    return true;
  }

  /** Says something that need not arrive (false: not connected; onOpen is the place to say it again). */
  function send(message) {
    return deliver(message);
  }

  /** Does something exactly once, whatever the network does: {ok: true} or {ok: false, text: why not}. */
  function act(action) {
    return new Promise((resolve) => {
      const number = seq++;
      unanswered.set(number, { action, resolve });
      deliver({ seq: number, action });
      clearTimeout(watchdog);
      watchdog = setTimeout(() => unanswered.size && again(), ANSWER_WITHIN);
    });
  }

  function again() {
    wait = FIRST_WAIT;
    const old = socket;
    socket = null;
    old?.close();
    connect();
  }

  // A phone that slept often believes in a connection that is long gone.
  function wake() {
    if (document.visibilityState === "hidden") {
      hiddenAt = Date.now();
      return;
    }
    const slept = hiddenAt && Date.now() - hiddenAt > LONG_SLEEP;
    hiddenAt = 0;
    if (slept || socket?.readyState > WebSocket.OPEN) again();
  }

  function close() {
    closed = true;
    clearTimeout(retry);
    clearTimeout(watchdog);
    clearTimeout(bannerTimer);
    document.removeEventListener("visibilitychange", wake);
    removeEventListener("pageshow", wake);
    removeEventListener("online", wake);
    tellConnection(handle, true);
    socket?.close();
  }

  document.addEventListener("visibilitychange", wake);
  addEventListener("pageshow", wake);
  addEventListener("online", wake);
  connect();
  return handle;
}

/** A socket for as long as a component is on the page: `const socket = useSocket("/ws/demo", {onMessage})`. */
export function useSocket(path, handlers) {
  const socket = useRef(null);
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    if (!path) return undefined;
    socket.current = openSocket(path, {
      onMessage: (message, handle) => latest.current.onMessage?.(message, handle),
      onOpen: (handle) => latest.current.onOpen?.(handle),
      onEnd: (code, reason) => latest.current.onEnd?.(code, reason),
    });
    return () => socket.current.close();
  }, [path]);
  return socket;
}
