// The citations of all that was found, as files for reference managers.
import { announce } from "../clipboard.js";
import { button } from "../element.js";
import { counted } from "./answer-lines.js";

/** @typedef {import("./index/citations.js").CitationFormat} CitationFormat */
/** @typedef {import("./open.js").Search} Search */

/** @type {{format: CitationFormat, name: string, file: string, media: string}[]} as in plugins/citations */
const FORMATS = [
  { format: "biblatex", name: "BibLaTeX", file: "citations.bib", media: "application/x-bibtex" },
  { format: "ris", name: "RIS", file: "citations.ris", media: "application/x-research-info-systems" },
  { format: "csl-json", name: "CSL-JSON", file: "citations.json", media: "application/vnd.citationstyles.csl+json" },
];

/**
 * @param {HTMLDetailsElement} element
 * @param {() => Promise<Search>} open
 * @returns {(total: number) => void} offers the citations of an answer
 */
export function mountCite(element, open) {
  const about = element.querySelector(".search-cite__about");
  element.querySelector(".search-cite__formats")?.append(...FORMATS.map((told) => {
    const made = button("search-cite__format", told.name, () => void download(told, open, made));
    made.setAttribute("aria-label", `Download the citations as ${told.name}`);
    return made;
  }));
  return function show(total) {
    element.hidden = total === 0;
    if (about) about.textContent = total === 1 ? "For reference managers, the article found:" : `For reference managers, all ${counted(total)} found, in this order:`;
  };
}

/**
 * @param {typeof FORMATS[number]} told
 * @param {() => Promise<Search>} open
 * @param {HTMLButtonElement} pressed
 */
async function download({ format, name, file, media }, open, pressed) {
  pressed.setAttribute("aria-disabled", "true");
  try {
    save(await (await open()).citations(format), file, media);
    announce(`Downloaded the citations as ${name}.`);
  } catch (problem) {
    announce(`The citations could not be made: ${problem instanceof Error ? problem.message : String(problem)}`);
  } finally {
    pressed.removeAttribute("aria-disabled");
  }
}

/**
 * @param {string} text
 * @param {string} file
 * @param {string} media
 */
function save(text, file, media) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: media }));
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // by then the browser has read it
}
