import assert from "node:assert/strict";
import { test } from "node:test";
import { compared } from "../src/compare";
import { unconnectedUnder, visibleUnder } from "../src/filter";
import { agreementsByCountry, agreementsByState } from "../src/panels/facts";
import type { State } from "../src/state";
import { initialState, NO_THEME } from "../src/state";
import { NODE, smallScene } from "./small_scene";

const scene = smallScene();
const base = initialState("es", "light", "network");
const under = (change: Partial<State> = {}) => visibleUnder(scene, { ...base, ...change });

test("without filters everything is visible, and degrees are the data's own", () => {
  const { totals, nodePartners, nodeAgreements } = under();
  assert.deepEqual(totals, { agreements: 6, pairs: 6, governments: 8, countries: 3, unconnected: 1, undated: 1 });
  assert.deepEqual([...nodePartners], [...scene.nodes.partners]);
  assert.deepEqual([...nodeAgreements], [...scene.nodes.agreements]);
});

test("filters of different kinds combine", () => {
  const { totals, agreement } = under({ kinds: ["specific-cooperation"], themes: ["water"], countries: ["US"] });
  assert.deepEqual([...agreement], [0, 1, 0, 0, 0, 0]);
  assert.equal(totals.pairs, 1);
});

test("values of one filter are alternatives", () => {
  assert.equal(under({ countries: ["US", "PE"] }).totals.agreements, 5);
});

test("a state shows its own agreements and its municipalities'", () => {
  const { agreement } = under({ places: ["mx-14"] });
  assert.deepEqual([...agreement], [1, 1, 1, 0, 0, 0]);
});

test("years leave the undated in until they are left out", () => {
  assert.equal(under({ from: 2005 }).totals.agreements, 4);
  assert.equal(under({ from: 2005, undated: false }).totals.agreements, 3);
  assert.equal(under({ from: 2005, to: 2005, undated: false }).totals.agreements, 1);
});

test("agreements without a theme can be asked for", () => {
  assert.deepEqual([...under({ themes: [NO_THEME] }).agreement], [0, 0, 0, 1, 0, 1]);
});

test("a choice's count is what choosing it alone in its filter would show", () => {
  const chosen: Partial<State> = { kinds: ["twinning"], countries: ["JP"] };
  const { counts } = under(chosen);
  scene.kinds.forEach((kind, i) => {
    assert.equal(counts.kinds[i], under({ ...chosen, kinds: [kind] }).totals.agreements, kind);
  });
  scene.countries.id.forEach((country, i) => {
    assert.equal(counts.countries[i], under({ ...chosen, countries: [country] }).totals.agreements, country);
  });
  scene.themes.id.forEach((theme, i) => {
    assert.equal(counts.themes[i], under({ ...chosen, themes: [theme] }).totals.agreements, theme);
  });
  for (const [place, id] of [[NODE.jalisco, "mx-14"], [NODE.guanajuato, "mx-11"]] as const) {
    assert.equal(counts.places[place], under({ ...chosen, places: [id] }).totals.agreements, id);
  }
});

test("the histogram ignores the years chosen, and nothing else", () => {
  const { byYear } = under({ from: 2010, kinds: ["twinning"] });
  assert.deepEqual([...byYear].sort(), [[0, 1], [1980, 1], [1990, 1], [2010, 1]]);
});

test("governments without agreements are exactly those of degree zero", () => {
  assert.deepEqual(unconnectedUnder(scene, base), [NODE.colima]);
  assert.deepEqual(unconnectedUnder(scene, { ...base, places: ["mx-14"] }), []);
});

test("only the unconnected can be shown, and filters of agreements hide them", () => {
  const only = under({ unconnected: true });
  assert.deepEqual([only.totals.agreements, only.totals.unconnected], [0, 1]);
  assert.equal(under({ kinds: ["twinning"] }).totals.unconnected, 0);
});

test("a state's number counts an agreement of two of its governments once", () => {
  const byState = agreementsByState(scene, under());
  assert.equal(byState.get(NODE.jalisco), 3);
  assert.equal(byState.get(NODE.guanajuato), 2);
  assert.equal(byState.get(NODE.colima), 0);
  assert.equal(byState.size, 3);
});

test("a filter by states leaves the states' own numbers comparable", () => {
  const byState = agreementsByState(scene, under({ places: ["mx-14"], kinds: ["twinning"] }));
  assert.deepEqual([byState.get(NODE.jalisco), byState.get(NODE.guanajuato)], [1, 2]);
});

test("a country's number leaves the home country out", () => {
  assert.deepEqual([...agreementsByCountry(scene, under())], [[1, 4], [2, 1], [3, 1]]);
});

test("a comparison divides partners into shared and own", () => {
  const found = compared(scene, under(), NODE.guadalajara, NODE.leon);
  assert.deepEqual(found.partners, { both: [NODE.portland], one: [NODE.kyoto], other: [] });
  assert.equal(found.direct, 0);
  assert.equal(compared(scene, under(), NODE.guadalajara, NODE.portland).direct, 2);
});
