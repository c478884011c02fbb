// A stylesheet that several pages share, loaded before the page's own. (`@import` makes checkers put styles inline.)

/** Resolves when it is there, or cannot be had. */
export function stylesheet(name) {
  return new Promise((done) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = `/static/css/${name}.css`;
    link.onload = link.onerror = done;
    [...document.querySelectorAll("link[rel=stylesheet]")].at(-1).before(link);
  });
}
