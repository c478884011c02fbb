// The phones of the class as a part of the demonstration.
import { followPoll, openPoll } from "../../poll/client.js";
import { useEffect, useRef, useState } from "../../ui.js";

/**
 * {code, url, qr, guesses, refusal, open(), reveal(share)}: guesses as shares. The code stands in the address of the
 * page: after a reload the same poll is followed. The poll ends when the prediction does.
 */
export function usePoll(settings, change) {
  const [guesses, setGuesses] = useState([]);
  const [refusal, setRefusal] = useState("");
  const [poll, setPoll] = useState(null);
  const following = useRef(null);

  const follow = async (coming) => {
    try {
      const come = await coming;
      following.current = come;
      come.onGuesses(setGuesses);
      setPoll(come);
      setRefusal("");
      change({ poll: come.code });
    } catch (error) {
      setRefusal(error.message);
      change({ poll: "" });
    }
  };

  const open = () => {
    const { scenario, quality, mediator, skill } = settings;
    return follow(openPoll({ scenario, quality, mediator, ...(mediator ? { skill } : {}) }));
  };

  const wanted = settings.predict ? settings.poll : "";
  useEffect(() => {
    if (wanted && following.current?.code !== wanted) follow(followPoll(wanted));
    if (wanted || !following.current) return;
    following.current.close().catch(() => {}); // a poll that nobody follows ends by itself
    following.current = null;
    setPoll(null);
    setGuesses([]);
  }, [wanted]);

  const reveal = (share) => following.current?.reveal(share).catch((error) => setRefusal(error.message));

  return { code: poll?.code, url: poll?.url, qr: poll?.qr, guesses, refusal, open, reveal };
}
