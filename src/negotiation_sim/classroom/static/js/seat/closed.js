// Why the server closed a page's socket for good.
import { t } from "../i18n.js";

export function closedWords(code) {
  return (
    {
      4401: t("You have no seat at this table."),
      4403: t("This page is for the trainer: enter the PIN first."),
      4404: t("There is no such session or table."),
      4410: t("The trainer has deleted this session."),
    }[code] ?? t("The server has closed this page.")
  );
}
