// Buttons that sort a list of articles by date, title or author. The address tells the order, so that a link keeps it.
import { inOrder, ORDERS, orderIn, queryWith } from "./list-order.js";

/** @typedef {import("./list-order.js").Order} Order */
/** @typedef {import("./list-order.js").Entry & { item: Element, home: Element }} Listed */

/** @param {HTMLElement} list the element .sortable-list: lists of articles, perhaps under headings of years */
export function mountSortableList(list) {
  const entries = [...list.querySelectorAll(".article-list__item")].map(read);
  if (entries.length < 2) return;
  const orders = ORDERS.filter((order) => order !== "date" || list.querySelector("time") !== null);
  let order = orderIn(location.search, orders);
  const groups = [...list.children];
  const flat = flatList(groups);
  const control = sortControl(orders, list.hasAttribute("data-part"), (chosen) => {
    order = chosen;
    tell(queryWith(location.search, order, orders));
    update();
  });

  function update() {
    const asBuilt = order === orders[0];
    for (const button of control.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.value === order));
    }
    for (const { item, home } of asBuilt ? entries : inOrder(entries, order)) (asBuilt ? home : flat.list).append(item);
    for (const group of groups) group.toggleAttribute("hidden", !asBuilt);
    flat.section.hidden = asBuilt;
    if (flat.heading) flat.heading.textContent = `By ${order}`;
  }

  list.prepend(control);
  list.append(flat.section);
  update();
}

/**
 * @param {Element} item
 * @returns {Listed}
 */
function read(item) {
  const title = item.querySelector(".article-list__title a:not(:has(.untitled))");
  return {
    item,
    home: /** @type {Element} */ (item.parentElement),
    title: title?.textContent?.trim() ?? "",
    author: item.getAttribute("data-author") ?? "",
  };
}

/**
 * Where the articles stand when no year parts them. Where years had headings it has one too, or titles would lack theirs.
 * @param {readonly Element[]} groups
 */
function flatList(groups) {
  const section = document.createElement("section");
  const heading = groups.some((group) => group.matches(".year-group")) ? document.createElement("h2") : null;
  const list = document.createElement("ol");
  list.className = "article-list";
  section.className = "year-group";
  if (heading) {
    heading.className = "year-group__year";
    section.append(heading);
  }
  section.append(list);
  return { section, heading, list };
}

/**
 * @param {readonly Order[]} orders
 * @param {boolean} isPart whether the list goes on on other pages, which stay as they are
 * @param {(order: Order) => void} choose
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
 * @param {Order} order
 * @param {(order: Order) => void} choose
 * @returns {HTMLButtonElement}
 */
function sortButton(order, choose) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "sort-control__order";
  button.value = order;
  button.textContent = order;
  button.addEventListener("click", () => choose(order));
  return button;
}

/** @param {string} query what the address says from now on, where the browser lets a page from a disk change it */
function tell(query) {
  try {
    history.replaceState(history.state, "", `${location.pathname}${query}${location.hash}`);
  } catch {
    // The list is sorted all the same.
  }
}
