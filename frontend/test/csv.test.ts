import assert from "node:assert/strict";
import { test } from "node:test";
import { cell, csv } from "../src/export/csv";
import { escaped } from "../src/export/svg";

test("no cell starts a formula, whatever hides its start", () => {
  for (const text of ["=1+1", "+1", "-1", "@x", " =1", "\t=1", "\r=1", "\n@x", "＝1", "＋1", "－1", "＠x"]) {
    assert.match(cell(text), /^"?'/, JSON.stringify(text));
  }
  assert.equal(cell("Guadalajara"), "Guadalajara");
  assert.equal(cell(-5), "-5");
});

test("quotes, commas and line ends are quoted", () => {
  assert.equal(cell('a "b", c'), '"a ""b"", c"');
  assert.equal(cell("a\nb"), '"a\nb"');
  assert.equal(cell(null), "");
});

test("the file starts with the mark of UTF-8 and ends each line as spreadsheets expect", () => {
  assert.equal(csv(["Nombre", "n"], [["León", 2]]), "\uFEFFNombre,n\r\nLeón,2\r\n");
});

test("markup in a name is text in an SVG", () => {
  assert.equal(escaped(`</text><script>"x"&'`), "&lt;/text&gt;&lt;script&gt;&quot;x&quot;&amp;&#39;");
  assert.equal(escaped("a\u0000b\uD800c"), "a\uFFFDb\uFFFDc");
});
