import assert from "node:assert/strict";
import { test } from "node:test";
import { across, binAt, binsOf, isWithin, yearsToChoose } from "./year-bins.js";

/** @param {...number} years */
const counted = (...years) => years.map((year) => ({ year, count: 2 }));

test("each year has a bar, those without articles too", () => {
  assert.deepEqual(binsOf(counted(2014, 2016)), [
    { from: 2014, to: 2014, count: 2 }, { from: 2015, to: 2015, count: 0 }, { from: 2016, to: 2016, count: 2 },
  ]);
  assert.deepEqual(binsOf([]), []);
});

test("many years share bars, and none is lost", () => {
  for (const first of [1, 999, 1500, 1850, 1901, 1977, 1985, 1986]) {
    const bins = binsOf(counted(first, 1990, 2025));
    assert.ok(bins.length <= 41, String(first));
    assert.equal(bins.reduce((sum, { count }) => sum + count, 0), 6);
    assert.ok(bins[0].from <= first && bins[bins.length - 1].to >= 2025);
  }
});

test("a pointer beyond the chart means the bar at its end", () => {
  assert.deepEqual([-0.2, 0, 0.49, 0.5, 0.99, 1, 7].map((part) => binAt(part, 4)), [0, 0, 1, 2, 3, 3, 3]);
});

test("a drag goes either way", () => {
  const bins = binsOf(counted(2014, 2015, 2017));
  assert.deepEqual(across(bins, 3, 1), { from: 2015, to: 2017, count: 4 });
  assert.deepEqual(across(bins, 0, 0), { from: 2014, to: 2014, count: 2 });
});

test("a bar is lit where some of it is chosen", () => {
  const bin = { from: 2010, to: 2014, count: 1 };
  assert.deepEqual([null, { from: 2014, to: 2014 }, { from: 2015, to: 2016 }, { from: 1, to: 9999 }].map((years) => isWithin(bin, years)), [true, true, false, true]);
});

test("a year that is chosen can be chosen, whatever was found", () => {
  assert.deepEqual(yearsToChoose(counted(2014), [2012, null]), [{ year: 2012, count: 0 }, { year: 2014, count: 2 }]);
  assert.deepEqual(yearsToChoose([], [2012, 2012]), [{ year: 2012, count: 0 }]);
});
