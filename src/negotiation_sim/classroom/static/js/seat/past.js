// What was offered before, as this seat heard it.

/** The newest package by a speaker that fits, or null. */
export function lastOffer(view, fits) {
  for (const entry of [...view.log].reverse())
    if (entry.kind === "offered" && entry.package && fits(entry.speaker)) return entry.package;
  return null;
}

/** The package the same speaker offered before its newest one, or null. */
export function offerBefore(view, speaker) {
  const all = view.log.filter((entry) => entry.kind === "offered" && entry.speaker === speaker);
  return all.at(-2)?.package ?? null;
}
