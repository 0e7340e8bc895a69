import assert from "node:assert/strict";
import { test } from "node:test";
import { folded, searchOf } from "../src/search";
import { NODE, smallScene } from "./small_scene";

const search = searchOf(smallScene());

test("case and accents do not matter", () => {
  assert.deepEqual(search.find("LEON", 5), [NODE.leon]);
  assert.deepEqual(search.find("leó", 5), [NODE.leon]);
  assert.equal(folded("  Querétaro, Qro. "), "queretaro qro");
});

test("every language's name finds it, and so does a name in another script", () => {
  for (const name of ["kioto", "Kyoto", "京都"]) assert.deepEqual(search.find(name, 5), [NODE.kyoto]);
});

test("the country or the state tells namesakes apart", () => {
  assert.deepEqual(search.find("lima peru", 5), [NODE.lima]);
  assert.deepEqual(search.find("guadalajara jalisco", 5), [NODE.guadalajara]);
  assert.deepEqual(search.find("peru", 5), []);
});

test("the exact name comes first, then the beginning, then the middle", () => {
  const [first] = search.find("gua", 5);
  assert.equal(first, NODE.guadalajara);
  assert.deepEqual(search.find("", 5), []);
  assert.deepEqual(search.find("zzz", 5), []);
});
