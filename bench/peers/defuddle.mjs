// Defuddle over a list of pages, as worker.py does it for the systems in Python: node defuddle.mjs PAGES OUT [--only-time]
// CPU seconds are the process's own (`process.cpuUsage`), around each page, so that starting Node doesn't count.

import { readFileSync, openSync, writeSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parseHTML } from "linkedom";
import { Defuddle } from "defuddle/node";

const [pages, out, ...options] = process.argv.slice(2);
const onlyTime = options.includes("--only-time");
const written = openSync(out, "w");
// Defuddle and linkedom report to the console what they stumble over.
for (const name of ["log", "warn", "error", "debug"]) console[name] = () => {};

for (const path of readFileSync(pages, "utf8").split("\n").filter(Boolean)) write(await measured(path));
const { version } = JSON.parse(readFileSync(new URL("node_modules/defuddle/package.json", import.meta.url), "utf8"));
write({ peak_mb: peakMb(), version });

/** CPU seconds and result of one page. @param {string} path */
async function measured(path) {
    const data = read(path);
    const begun = process.cpuUsage();
    try {
        const found = await clean(data);
        const seconds = cpuSeconds(begun);
        return { path, seconds, ...(onlyTime ? {} : tell(found)) };
    } catch (error) {
        return { path, seconds: cpuSeconds(begun), error: String(error) };
    }
}

/** The page's HTML made an article. `useAsync: false`: nothing is fetched. @param {Buffer} data */
async function clean(data) {
    const { document } = parseHTML(decoded(data));
    return Defuddle(document, undefined, { separateMarkdown: true, useAsync: false });
}

/** @param {Awaited<ReturnType<typeof Defuddle>>} found */
function tell(found) {
    return {
        html: found.content ?? "",
        markdown: found.contentMarkdown ?? "",
        title: found.title || null,
        authors: found.author ? [found.author] : [],
        date: found.published || null,
    };
}

/** In the encoding that the page declares, else in UTF-8. @param {Buffer} data */
function decoded(data) {
    const declared = /charset=["']?([\w-]+)/i.exec(data.subarray(0, 4096).toString("latin1"))?.[1];
    try {
        return new TextDecoder(declared ?? "utf-8").decode(data);
    } catch {
        return new TextDecoder("utf-8").decode(data);
    }
}

/** @param {string} path */
function read(path) {
    const data = readFileSync(path);
    return path.endsWith(".gz") ? gunzipSync(data) : data;
}

/** @param {NodeJS.CpuUsage} begun */
function cpuSeconds(begun) {
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1e6;
}

/** Linux's own count: the peak of `resourceUsage` has that of the process that started this one in it. */
function peakMb() {
    try {
        return Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"))[1]) / 1024;
    } catch {
        return process.resourceUsage().maxRSS / 1024;
    }
}

/** @param {object} line */
function write(line) {
    writeSync(written, JSON.stringify(line) + "\n");
}
