// What both halves of a peer must agree upon. Fields as ours has them; all else by default.
export const FIELDS = ["title", "text", "author", "topic", "source"];
export const MINISEARCH = { fields: FIELDS, storeFields: ["title", "address", "meta"] };
