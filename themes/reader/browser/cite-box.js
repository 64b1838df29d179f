// The box that says how to cite an article: a button beside each style copies its citation.
import { announce, copy } from "./clipboard.js";

/** @param {HTMLElement} box */
export function mountCiteBox(box) {
  for (const style of box.querySelectorAll(".cite-box__style")) {
    const [name, citation] = style.children;
    if (name && citation) style.append(copyButton(name.textContent ?? "", citation));
  }
}

/**
 * @param {string} name
 * @param {Element} citation
 * @returns {HTMLElement}
 */
function copyButton(name, citation) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy-button";
  button.textContent = "Copy";
  button.setAttribute("aria-label", `Copy the citation in ${name}`);
  button.addEventListener("click", async () => {
    const done = await copy((citation.textContent ?? "").trim());
    announce(done ? `Copied the citation in ${name}.` : "The browser doesn’t let this page copy. Select the citation instead.");
  });
  // A description list holds names and descriptions only.
  const cell = document.createElement("dd");
  cell.className = "cite-box__action";
  cell.append(button);
  return cell;
}
