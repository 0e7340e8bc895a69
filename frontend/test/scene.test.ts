import assert from "node:assert/strict";
import { test } from "node:test";
import { SceneError } from "../src/scene/check";
import { decodeScene, sceneOf } from "../src/scene/decode";
import { listed, nodeName } from "../src/scene/scene";
import { NODE, smallScene, smallWire } from "./small_scene";

test("pairs link home parties with counterparts, not with each other", () => {
  const { pairs } = smallScene();
  const linked = [...pairs.one].map((one, pair) => [one, pairs.other[pair]]);
  assert.deepEqual(linked, [
    [NODE.guadalajara, NODE.portland],
    [NODE.jalisco, NODE.kyoto],
    [NODE.guadalajara, NODE.kyoto],
    [NODE.leon, NODE.portland],
    [NODE.guanajuato, NODE.portland],
    [NODE.tlalpan, NODE.lima],
  ]);
});

test("where roles are unknown, every party is linked with every other", () => {
  const wire = smallWire();
  wire.agreements.homes = [1, 1, -1, 1, 1, -1];
  assert.equal(sceneOf(wire).pairs.count, 7);
});

test("two agreements between a pair are both kept", () => {
  const scene = smallScene();
  assert.deepEqual([...listed(scene.pairAgreements, 0)], [0, 1]);
});

test("a municipality lies in its state, a state in itself, others in none", () => {
  const { state } = smallScene().nodes;
  assert.equal(state[NODE.guadalajara], NODE.jalisco);
  assert.equal(state[NODE.jalisco], NODE.jalisco);
  assert.equal(state[NODE.portland], -1);
  assert.equal(state[NODE.tlalpan], -1);
});

test("parents in a circle end", () => {
  const wire = smallWire();
  wire.nodes.parent = [-1, 3, -1, 1, -1, -1, -1, -1, -1];
  assert.equal(sceneOf(wire).nodes.state[NODE.guadalajara], -1);
});

test("years come from dates that may stop at the year or the month", () => {
  const scene = smallScene();
  assert.deepEqual([...scene.agreements.year], [1990, 2005, 2010, 2010, 0, 1980]);
  assert.deepEqual(scene.years, { first: 1980, last: 2010, dated: 5 });
});

test("a column left out reads as nothing known", () => {
  const wire = smallWire();
  delete wire.nodes.lat;
  delete wire.agreements.signed;
  const scene = sceneOf(wire);
  assert.ok(Number.isNaN(scene.nodes.lat[0]));
  assert.equal(scene.years, null);
});

test("a name in the reader's language wins over the main name", () => {
  assert.equal(nodeName(smallScene(), NODE.kyoto, "en"), "Kyoto");
  assert.equal(nodeName(smallScene(), NODE.lima, "en"), "Lima");
});

test("a scene that breaks the contract is refused with the place of the fault", () => {
  const broken: [(wire: ReturnType<typeof smallWire>) => void, RegExp][] = [
    [(wire) => Object.assign(wire, { schema: 2 }), /schema 2/],
    [(wire) => wire.nodes.country.push(0), /nodes\.country: 10 values where 9/],
    [(wire) => (wire.nodes.country[3] = 99), /nodes\.country\[3\]: 99/],
    [(wire) => (wire.agreements.parties[0] = [0, 77]), /agreements\.parties\[0\]: 77/],
    [(wire) => (wire.nodes.name[2] = 5 as never), /nodes\.name\[2\]: not a text/],
  ];
  for (const [spoil, message] of broken) {
    const wire = smallWire();
    spoil(wire);
    assert.throws(() => sceneOf(wire), (error: Error) => error instanceof SceneError && message.test(error.message));
  }
  assert.throws(() => decodeScene("{"), SceneError);
});
