// A question before a step that cannot be taken back. Esc and "Back" close it and do nothing.
import { t } from "../i18n.js";
import { html, useEffect, useRef } from "../ui.js";

export function Confirm({ title, yes, danger = false, onYes, onNo, children }) {
  const box = useRef(null);
  useEffect(() => {
    const dialog = box.current;
    dialog.showModal();
    return () => dialog.close(); // gives the focus back to where it was
  }, []);
  const cancelled = (event) => {
    event.preventDefault();
    onNo();
  };
  return html`<dialog class="confirm" ref=${box} aria-labelledby="confirm-title" onCancel=${cancelled}>
    <h2 id="confirm-title">${title}</h2>
    <div class="confirm-body" tabindex="0">${children}</div>
    <div class="confirm-buttons">
      <button type="button" class="button" onClick=${onNo}>${t("Back")}</button>
      <button type="button" class=${danger ? "button danger" : "button primary"} onClick=${onYes}>${yes}</button>
    </div>
  </dialog>`;
}
