// Builds what Python puts into its pages, into grafo/views/static (or --out FOLDER):
//   explorer.js explorer.css page.html basemap-world.json basemap-states-mx.json
//   manifest.json              versions and sha256 of what went in and of what came out
//   THIRD_PARTY_LICENSES.txt   of every package whose code or data is in these files
// The same sources and the same lock file give the same bytes.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { statesBasemap, worldBasemap } from "./basemap/convert.mjs";
import { licences, packagesOf } from "./licences.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const at = process.argv.indexOf("--out");
const out = at < 0 ? resolve(here, "../grafo/views/static") : resolve(process.argv[at + 1]);

async function bundled() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: here,
    entryPoints: { explorer: "src/main.ts", "explorer-style": "src/style/index.css" },
    outdir: "out",
    write: false,
    bundle: true,
    minify: true,
    metafile: true,
    format: "iife",
    target: ["es2022", "chrome100", "firefox100", "safari15.4"],
    charset: "utf8",
    legalComments: "none",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
  const text = (ending) => outputFiles.find((file) => file.path.endsWith(ending)).text.trim();
  return { js: text("explorer.js"), css: text("explorer-style.css"), inputs: Object.keys(metafile.inputs) };
}

const sha256 = (text) => createHash("sha256").update(text, "utf8").digest("hex");

const { js, css, inputs } = await bundled();
// Both go into HTML as they are: neither may end its own element.
for (const [text, end] of [[js, "</script"], [js, "<!--"], [css, "</style"]]) {
  if (text.toLowerCase().includes(end)) throw new Error(`the bundle holds ${end}`);
}
const files = {
  "explorer.js": js,
  "explorer.css": css,
  "page.html": await readFile(join(here, "src/page.html"), "utf8"),
  "basemap-world.json": await worldBasemap(here),
  "basemap-states-mx.json": await statesBasemap(here),
};
const packages = await packagesOf(here, inputs);
files["THIRD_PARTY_LICENSES.txt"] = await licences(packages);
files["manifest.json"] = `${JSON.stringify(
  {
    about: "Built from frontend/ by npm run build; do not edit.",
    packages: packages.map(({ name, version, licence, integrity }) => ({ name, version, licence, integrity })),
    files: Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, { bytes: Buffer.byteLength(text), sha256: sha256(text) }]),
    ),
  },
  null,
  1,
)}\n`;
await mkdir(out, { recursive: true });
for (const [name, text] of Object.entries(files)) {
  await writeFile(join(out, name), text);
  console.log(`${name.padEnd(26)} ${String(Buffer.byteLength(text)).padStart(8)} bytes`);
}
