// Fills the template as Python does, for work on the front end alone:
//   node dev/page.mjs scene.json page.html
// A scene without a base map gets the built ones, joined by the INEGI codes of `_inegi` if it has them.
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const built = resolve(dirname(fileURLToPath(import.meta.url)), "../../grafo/views/static");
const read = (name) => readFile(join(built, name), "utf8");
const hash = (text) => `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;
const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text) => text.replace(/[&<>"]/g, (one) => escapes[one]);

/** One pass over the template: what is put in is never read as a placeholder. */
export async function pageOf(scene) {
  const [template, script, style] = await Promise.all(["page.html", "explorer.js", "explorer.css"].map(read));
  const json = JSON.stringify(scene).replaceAll("</", "<\\/").replaceAll("<!--", "<\\u0021--");
  const parts = {
    lang: scene.lang,
    title: escaped(scene.title[scene.lang]),
    generator: "grafo",
    script_hash: hash(script),
    style_hash: hash(style),
    style,
    script,
    scene: json,
    fallback: "",
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [from, to] = process.argv.slice(2);
  const scene = JSON.parse(await readFile(from, "utf8"));
  if (scene.basemap === null) {
    const [world, states] = await Promise.all(
      ["basemap-world.json", "basemap-states-mx.json"].map(async (name) => JSON.parse(await read(name))),
    );
    scene.basemap = { world, states, state_nodes: scene._inegi ?? {} };
  }
  await writeFile(to, await pageOf(scene));
}
