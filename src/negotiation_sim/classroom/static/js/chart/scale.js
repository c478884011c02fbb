// From values to pixels, and the round values where an axis is marked.

export const linear = ([from, to], [start, end]) => {
  const scale = (value) => start + ((value - from) / (to - from || 1)) * (end - start);
  scale.invert = (pixel) => from + ((pixel - start) / (end - start || 1)) * (to - from);
  return scale;
};

export function ticks([from, to], about = 5) {
  const rough = (to - from) / about || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 2.5, 5, 10].find((times) => times * power >= rough * 0.999);
  const marks = [];
  for (let value = Math.ceil(from / step - 1e-9) * step; value <= to + step * 1e-9; value += step) {
    marks.push(Number(value.toFixed(10)));
  }
  return marks;
}

/** The whole numbers of an axis of rounds or counts. */
export const wholeTicks = (domain, about) => ticks(domain, about).filter(Number.isInteger);
