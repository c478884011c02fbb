// Sentences in the reader's language. English sentences are their own names in the catalogue.
import { setSigns } from "./numbers.js";

export { formatNumber, percent, signed } from "./numbers.js";

export const LANGUAGES = [
  { code: "en", name: "English", short: "EN" },
  { code: "ru", name: "Русский", short: "РУ" },
  { code: "kk", name: "Қазақша", short: "ҚАЗ" },
];

const PLURALS = {
  en: (n) => (n === 1 ? 0 : 1),
  kk: (n) => (n === 1 ? 0 : 1),
  ru: (n) => {
    if (n % 10 === 1 && n % 100 !== 11) return 0;
    return n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 10 || n % 100 >= 20) ? 1 : 2;
  },
};

export const lang = document.body.dataset.lang || document.documentElement.lang || "en";
let messages = {};

/** Loads the sentences of the page's language; if they cannot be had, the page speaks English. */
export async function loadLanguage() {
  try {
    const answer = await fetch(`/i18n/${lang}.json`);
    if (!answer.ok) return;
    const catalogue = await answer.json();
    messages = catalogue.messages;
    setSigns(catalogue.numbers);
  } catch {
    // The page's own files came, the catalogue did not: English is better than nothing.
  }
}

const fill = (text, values) =>
  text.replace(/\{(\w+)\}/g, (whole, name) => (values[name] === undefined ? whole : String(values[name])));

/** A sentence: `t("{party} proposes a package", {party})`. */
export function t(id, values = {}) {
  const text = messages[id];
  return fill(Array.isArray(text) ? text[0] : text || id, values);
}

/** A sentence with a number: `nt("{n} seat", "{n} seats", n, {n})`. */
export function nt(one, many, n, values = {}) {
  const forms = messages[one];
  const whole = Math.abs(Math.trunc(n));
  if (!Array.isArray(forms)) return fill(PLURALS.en(whole) === 0 ? one : many, { n, ...values });
  return fill(forms[Math.min(PLURALS[lang](whole), forms.length - 1)], { n, ...values });
}
