// Numbers in the reader's language, driven by the catalogue: browsers lack Kazakh in Intl.
const MINUS = "\u2212";
let signs = { decimal: ".", group: ",", percent: "{n}%" };

/** The signs of the page's language, from its catalogue. */
export function setSigns(numbers) {
  signs = { ...signs, ...numbers };
}

export function formatNumber(value, decimals = 0) {
  const [whole, part] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, signs.group);
  const text = part ? grouped + signs.decimal + part : grouped;
  return value < 0 && Number(value.toFixed(decimals)) !== 0 ? MINUS + text : text;
}

export function percent(share, decimals = 0) {
  return signs.percent.replace("{n}", formatNumber(share * 100, decimals));
}

/** A change: always with its sign, except for nought. */
export function signed(value, decimals = 0) {
  const text = formatNumber(value, decimals);
  return value > 0 && Number(value.toFixed(decimals)) !== 0 ? `+${text}` : text;
}
