// Names at the ends of lines, moved apart where they would cover each other.

/** labels: [{y, height, …}] -> the same with `y` (middle) moved so that none overlap and all stay within the box. */
export function apart(labels, top, bottom) {
  const placed = labels.map((label) => ({ ...label })).sort((a, b) => a.y - b.y);
  let free = top;
  for (const label of placed) {
    label.y = Math.max(label.y, free + label.height / 2);
    free = label.y + label.height / 2;
  }
  let limit = bottom;
  for (const label of placed.reverse()) {
    label.y = Math.min(label.y, limit - label.height / 2);
    limit = label.y - label.height / 2;
  }
  return placed.reverse();
}
