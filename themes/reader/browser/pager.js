// The pages of a long list: whoever sorts one and goes on finds the next one sorted in the same way.

/** @param {HTMLElement} pager the element .pager, which hears of the order that the list takes */
export function mountPager(pager) {
  const links = [...pager.querySelectorAll("a")];
  document.addEventListener("order", (event) => {
    const query = /** @type {CustomEvent<string>} */ (event).detail;
    for (const link of links) link.search = query;
  });
}
