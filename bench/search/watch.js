// In each page, before its own scripts: when were ten results with excerpts drawn, or the whole of a shorter list?
// `ticks` counts twentieths of a second in which the page was idle and nothing changed or arrived.
globalThis.bench = {
  begun: 0,
  drawn: null,
  changed: null,
  ticks: 0,
  begin() {
    Object.assign(this, { begun: performance.now(), drawn: null, changed: null, ticks: 0 });
  },
  ask(query) {
    const form = document.querySelector(".search-page form") ?? document.querySelector("form");
    form.querySelector("[name=q]").value = query;
    this.begin();
    form.requestSubmit();
  },
  shown() {
    return [...document.querySelectorAll(".search-results .search-result__excerpt")]
      .filter((excerpt) => excerpt.textContent.trim() !== "").length;
  },
  isDone() {
    if (this.drawn !== null) return true;
    return this.ticks >= (this.changed === null ? 100 : 20);
  },
  /** A page's policy may forbid what Playwright's own waiting does. */
  async finished() {
    while (!this.isDone()) await new Promise((resolve) => setTimeout(resolve, 20));
    return this.told();
  },
  told() {
    const until = this.drawn ?? this.changed;
    return {
      milliseconds: until === null ? null : until - this.begun,
      until: until === null ? null : (performance.timeOrigin + until) / 1000,
      shown: this.shown(),
    };
  },
};
new MutationObserver((changes) => {
  const isResult = ({ target }) => (target instanceof Element ? target : target.parentElement)?.closest(".search-results");
  if (!changes.some(isResult)) return;
  bench.changed = performance.now();
  bench.ticks = 0;
  if (bench.drawn === null && bench.shown() >= 10) bench.drawn = bench.changed;
}).observe(document, { subtree: true, childList: true, characterData: true });
new PerformanceObserver(() => { bench.ticks = 0; }).observe({ type: "resource" });
setInterval(() => { bench.ticks += 1; }, 50);
