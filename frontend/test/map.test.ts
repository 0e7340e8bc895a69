import assert from "node:assert/strict";
import { test } from "node:test";
import { visibleUnder } from "../src/filter";
import { classesOf } from "../src/map/classes";
import { curve, flowsOf, strandsOf } from "../src/map/flows";
import { centralMeridian } from "../src/map/projection";
import { initialState } from "../src/state";
import { smallScene } from "./small_scene";

test("classes cover every value once, from 1 to the greatest", () => {
  for (const values of [[1], [1, 1, 2], [5, 9, 70, 300], [1, 2, 3, 4, 5, 6, 7, 8, 40, 4000], []]) {
    const { from, of, most } = classesOf(values, 5);
    assert.equal(from[0], 1);
    assert.deepEqual([...from].sort((a, b) => a - b), from);
    assert.equal(new Set(from).size, from.length);
    for (const value of values) {
      const own = of(value);
      assert.ok(value >= from[own] && value < (from[own + 1] ?? most + 1));
    }
  }
});

test("agreements are bundled by country, each once, and strands add up to the bundle", () => {
  const scene = smallScene();
  const flows = flowsOf(scene, visibleUnder(scene, initialState("es", "light", "map")));
  const bundles = flows.map(({ one, other, agreements }) => [scene.countries.id[one], scene.countries.id[other], agreements]);
  assert.deepEqual(bundles, [["MX", "US", 4], ["MX", "JP", 1], ["MX", "PE", 1]]);
  const strands = strandsOf(flows[0], 8);
  assert.deepEqual(strands.map(({ kind, width }) => [kind, width]), [[0, 6], [1, 2]]);
});

test("a curve bulges northwards, whichever way it runs", () => {
  for (const [from, to] of [[[0, 0], [100, 0]], [[100, 0], [0, 0]]] as const) {
    const control = /Q(-?[\d.]+) (-?[\d.]+)/.exec(curve(from, to))!;
    assert.ok(Number(control[2]) < 0);
  }
});

test("the cut avoids the countries that matter", () => {
  const cutOf = (meridian: number): number => (((meridian + 180) % 360) + 360) % 360;
  const spans = [{ west: 68, east: 97, cost: 5 }];
  const cut = cutOf(centralMeridian(-102, [77], spans));
  assert.ok(cut < 68 || cut > 97, String(cut));
  assert.equal(centralMeridian(null, []), 11);
  assert.equal(centralMeridian(-102, []), -102);
});
