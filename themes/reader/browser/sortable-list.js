// Buttons that sort a list of articles, authors or sources. The address tells the order, so that a link keeps it.
import { inOrder, ORDERS, orderIn, queryWith } from "./list-order.js";

/** @typedef {{ item: HTMLElement, home: Element, keys: import("./list-order.js").Keys }} Listed */

const ITEMS = ".article-list__item, .directory__item, .source-list__item";

/**
 * Tells each order that the list takes, from the first on, as an event "order" whose detail is the address's query.
 * @param {HTMLElement} list the element .sortable-list: one list, or lists under headings of years; data-orders names
 *   its orders, first the one in which it was built
 */
export function mountSortableList(list) {
  const orders = (list.dataset.orders ?? "").split(" ");
  const entries = [...list.querySelectorAll(ITEMS)].map((item) => read(/** @type {HTMLElement} */ (item)));
  if (entries.length < 2) return;
  const isPart = "part" in list.dataset;
  let order = orderIn(location.search, orders);
  const groups = [...list.querySelectorAll(".year-group")];
  const flat = groups.length > 0 ? flatList() : null;
  const control = sortControl(orders, isPart, (chosen) => {
    order = chosen;
    tell(queryWith(location.search, order, orders));
    update();
  });

  function update() {
    const asBuilt = order === orders[0];
    for (const button of control.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.value === order));
    }
    for (const { item, home } of asBuilt ? entries : inOrder(entries, order)) {
      (asBuilt || flat === null ? home : flat.list).append(item);
    }
    for (const group of groups) group.toggleAttribute("hidden", !asBuilt);
    if (flat) {
      flat.section.hidden = asBuilt;
      flat.heading.textContent = `${isPart ? "This page by" : "By"} ${labelOf(order)}`;
    }
    list.dispatchEvent(new CustomEvent("order", { bubbles: true, detail: queryWith("", order, orders) }));
  }

  list.prepend(control);
  if (flat) list.append(flat.section);
  update();
}

/**
 * @param {HTMLElement} item
 * @returns {Listed}
 */
function read(item) {
  const title = item.querySelector(".article-list__title a:not(:has(.untitled))");
  const { author = "", articles = "", latest = "" } = item.dataset;
  return {
    item,
    home: /** @type {Element} */ (item.parentElement),
    keys: { title: title?.textContent?.trim() ?? "", author, articles, latest },
  };
}

/** Where the articles stand when no year parts them. Like the years it has a heading, or titles would lack theirs. */
function flatList() {
  const section = document.createElement("section");
  const heading = document.createElement("h2");
  const list = document.createElement("ol");
  section.className = "year-group";
  heading.className = "year-group__year";
  list.className = "article-list";
  section.append(heading, list);
  return { section, heading, list };
}

/**
 * @param {readonly string[]} orders
 * @param {boolean} isPart whether the list goes on on other pages: each is sorted for itself
 * @param {(order: string) => void} choose
 * @returns {HTMLElement}
 */
function sortControl(orders, isPart, choose) {
  const control = document.createElement("div");
  const label = document.createElement("span");
  control.className = "sort-control";
  control.setAttribute("role", "group");
  control.setAttribute("aria-labelledby", (label.id = "sort-control"));
  label.textContent = isPart ? "Sort this page by" : "Sort by";
  control.append(label, ...orders.map((order) => sortButton(order, choose)));
  return control;
}

/**
 * @param {string} order
 * @param {(order: string) => void} choose
 * @returns {HTMLButtonElement}
 */
function sortButton(order, choose) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "sort-control__order";
  button.value = order;
  button.textContent = labelOf(order);
  button.addEventListener("click", () => choose(order));
  return button;
}

/** @param {string} order */
function labelOf(order) {
  return ORDERS.get(order)?.label ?? order;
}

/** @param {string} query what the address says from now on, where the browser lets a page from a disk change it */
function tell(query) {
  try {
    history.replaceState(history.state, "", `${location.pathname}${query}${location.hash}`);
  } catch {
    // The list is sorted all the same.
  }
}
