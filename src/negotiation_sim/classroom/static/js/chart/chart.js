// A picture drawn at the size of its place, with the same content as a table for those who cannot see it.
import { html, useLayoutEffect, useRef, useState } from "../ui.js";

/**
 * label: what the picture shows, in one sentence. table: {head: [...], rows: [[...]]}. children: (size) => svg parts,
 * size = {width, height, font, small}. The height comes from CSS, or from `height` in pixels.
 */
export function Chart({ label, table, height, className = "", children }) {
  const place = useRef(null);
  const [size, setSize] = useState(null);
  useLayoutEffect(() => {
    const measure = () => {
      const { clientWidth: width, clientHeight: tall } = place.current;
      setSize((old) => (old?.width === width && old?.height === tall ? old : { width, height: tall }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  const small = size && size.width < 520;
  const ready = size && size.width > 40 && size.height > 40;
  return html`
    <div class="chart ${className}" ref=${place} style=${height ? { height: `${height}px` } : undefined}>
      ${ready &&
      html`<svg role="img" aria-label=${label} width=${size.width} height=${size.height}
        font-size=${small ? 13 : 15}>
        ${children({ ...size, font: small ? 13 : 15, small })}
      </svg>`}
      ${table &&
      html`<div class="hear"><table>
        <caption>${label}</caption>
        <thead><tr>${table.head.map((cell) => (cell ? html`<th scope="col">${cell}</th>` : html`<td></td>`))}</tr></thead>
        <tbody>
          ${table.rows.map(([first, ...cells]) => html`<tr>
            <th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`)}
        </tbody>
      </table></div>`}
    </div>`;
}
