import assert from "node:assert/strict";
import { test } from "node:test";
import type { State } from "../src/state";
import { initialState } from "../src/state";
import { fromHash, toHash } from "../src/url";
import { smallScene, smallWire } from "./small_scene";
import { sceneOf } from "../src/scene/decode";

const scene = smallScene();
const base = initialState("es", "light", "network");

test("the untouched state is an empty address", () => {
  assert.equal(toHash(base, base), "");
});

test("every part of the state comes back from the address", () => {
  const state: State = {
    ...base,
    lang: "en",
    theme: "dark",
    tab: "table",
    selected: "mx-14039",
    compare: "gn-2",
    text: "são & co",
    kinds: ["twinning"],
    themes: ["-", "water"],
    countries: ["JP", "US"],
    levels: ["state"],
    communities: ["1"],
    places: ["mx-14"],
    statuses: ["in-force"],
    from: 1990,
    to: 2005,
    undated: false,
    unconnected: true,
    color: "level",
    size: "population",
    open: ["0"],
    representations: true,
    table: "agreements",
    sort: "-signed",
  };
  assert.deepEqual(fromHash(`#${toHash(state, base)}`, base, scene), state);
});

test("an id may hold commas, percent signs and ampersands", () => {
  const wire = smallWire();
  wire.nodes.id[0] = "a,b%2C&c";
  const odd = sceneOf(wire);
  const state = { ...base, places: ["a,b%2C&c", "mx-11"], selected: "a,b%2C&c" };
  assert.deepEqual(fromHash(toHash(state, base), base, odd), state);
});

test("what the scene does not have is ignored", () => {
  const state = fromHash("#sel=nobody&vs=mx-14&country=US,XX&kind=&tab=wrong&from=abc&sort=<b>&community=9,x", base, scene);
  assert.deepEqual(state, { ...base, countries: ["US"] });
});
