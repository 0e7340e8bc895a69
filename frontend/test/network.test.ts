import assert from "node:assert/strict";
import { test } from "node:test";
import { visibleUnder } from "../src/filter";
import { displayOf } from "../src/network/display";
import { neighbourhoodOf } from "../src/network/focus";
import { placeLabels } from "../src/network/labels";
import { lookOf } from "../src/network/look";
import type { State } from "../src/state";
import { initialState } from "../src/state";
import type { Inks } from "../src/style/inks";
import { mixed } from "../src/style/inks";
import { NODE, smallScene } from "./small_scene";

const scene = smallScene();
const inks = { line: "#dddddd", edge: "#cccccc", alert: "#aa0044", other: "#999999", paper: "#ffffff" } as Inks;
const base = initialState("es", "light", "network");

function display(change: Partial<State> = {}, foldAbove?: number) {
  const state = { ...base, ...change };
  const visible = visibleUnder(scene, state);
  return displayOf(scene, state, visible, lookOf(scene, state, visible, inks, "Otros"), inks, { unit: 300, foldAbove });
}

test("the network draws a dot for each government and a line for each pair", () => {
  const { dots, lines, folded } = display();
  assert.equal(dots.length, scene.nodes.count);
  assert.equal(lines.length, scene.pairs.count);
  assert.equal(folded, false);
  assert.deepEqual(lines.map(({ agreements }) => agreements).sort(), [1, 1, 1, 1, 1, 2]);
});

test("only who has no agreement is hollow", () => {
  assert.deepEqual(display().dots.filter(({ hollow }) => hollow).map(({ node }) => node), [NODE.colima]);
});

test("too many governments open as communities, whose lines add up their agreements", () => {
  const { dots, lines, folded } = display({}, 5);
  assert.equal(folded, true);
  const bubbles = dots.filter(({ community }) => community >= 0);
  assert.deepEqual(bubbles.map(({ community, members }) => [community, members]), [[0, 4], [1, 2]]);
  assert.deepEqual(lines.map(({ agreements }) => agreements), [2, 1]);
});

test("an unfolded community shows its members, linked with the bubbles of others", () => {
  const { dots, lines } = display({ open: ["1"] }, 5);
  assert.ok(dots.some(({ node }) => node === NODE.leon));
  const toBubble = lines.filter(({ one, other }) => dots[one].community >= 0 || dots[other].community >= 0);
  assert.equal(toBubble.length, 2);
});

test("a neighbourhood has as many lines as the government has partners", () => {
  const visible = visibleUnder(scene, base);
  for (let node = 0; node < scene.nodes.count; node++) {
    const near = neighbourhoodOf(scene, visible, [node]);
    assert.equal(near.pairs.length, visible.nodePartners[node]);
    assert.equal(near.partners.length, visible.nodePartners[node]);
  }
});

test("no label covers another, and the first of the list comes first", () => {
  const candidates = Array.from({ length: 60 }, (_, i) => ({
    x: 50 + (i % 8) * 12,
    y: 50 + Math.floor(i / 8) * 9,
    radius: 3,
    text: `n${i}`,
    width: 40,
    height: 12,
  }));
  const placed = placeLabels(candidates, { width: 200, height: 200 }, 60);
  assert.equal(placed[0].of, 0);
  const boxes = placed.map(({ x, y, align }) => {
    const left = align === "left" ? x : align === "right" ? x - 40 : x - 20;
    return { left, right: left + 40, top: y - 6, bottom: y + 6 };
  });
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1)) {
      assert.ok(a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top);
    }
  }
});

test("colours mix channel by channel", () => {
  assert.equal(mixed("#000000", "#ff8000", 0.5), "#804000");
});
