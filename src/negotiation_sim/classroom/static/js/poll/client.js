// The trainer's end of a poll: opens it, hears every guess, shows the answer to the phones.
import { getJson, postJson } from "../http.js";
import { openSocket } from "../socket.js";

/** `await openPoll({scenario, quality, mediator, skill})`: what is asked, not its sentence; see followPoll. */
export async function openPoll({ scenario, quality, mediator, skill }) {
  const question = { kind: "rate", scenario, quality, mediator, ...(skill === undefined ? {} : { skill }) };
  const { code } = await postJson("/api/polls", { question });
  return followPoll(code);
}

/**
 * A poll that is open already, after a reload: {code, url, qr, onGuesses(cb), reveal(answer), close()}.
 * cb gets all guesses so far as shares, in order; `answer` is a share as well. url: what phones type; qr: a picture.
 */
export async function followPoll(code) {
  const { url, qr } = await getJson(`/api/polls/${code}`);
  let guesses = [];
  let listener = null;
  const socket = openSocket(`/ws/poll/${code}?as=trainer`, {
    onMessage: ({ poll }) => {
      guesses = poll.guesses;
      listener?.(guesses);
    },
  });
  const order = (body) => postJson(`/api/polls/${code}/do`, body);
  return {
    code,
    url,
    qr,
    onGuesses(callback) {
      listener = callback;
      listener(guesses);
    },
    reveal: (answer) => order({ do: "reveal", answer }),
    close() {
      socket.close();
      return order({ do: "close" });
    },
  };
}
