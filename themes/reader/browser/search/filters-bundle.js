// What static/js/search-filters.js holds: what the search page needs when its results are drawn, and not before.
export { mountFacet } from "./facet.js";
export { mountYears } from "./year-chart.js";
export { mountCite } from "./search-cite.js";
