// What a trainer does to a session or a table; a refusal is kept until the next command.
import { postJson } from "../http.js";
import { useState } from "../ui.js";

/** [command(do, parameters) -> answer or null, refusal, busy] */
export function useCommands(session) {
  const [refusal, setRefusal] = useState("");
  const [busy, setBusy] = useState(false);
  const command = async (what, parameters = {}) => {
    setBusy(true);
    setRefusal("");
    try {
      return (await postJson(`/api/sessions/${session}/do`, { do: what, ...parameters })) ?? {};
    } catch (refused) {
      setRefusal(refused.message);
      return null;
    } finally {
      setBusy(false);
    }
  };
  return [command, refusal, busy];
}
