// The layer of representations: embassies and consulates where they sit.
import type { GeoProjection } from "d3-geo";
import { s } from "../dom";
import type { Scene } from "../scene/scene";
import { countryName } from "../scene/scene";
import type { View } from "../view";

/** Those that have a place on the map and have not been closed. */
export function representationsOnMap({ representations }: Scene): number[] {
  const { count, lat, lon, status } = representations;
  return Array.from({ length: count }, (_, i) => i).filter(
    (i) => !Number.isNaN(lat[i]) && !Number.isNaN(lon[i]) && status?.[i] !== "closed",
  );
}

export function representationMarks(
  view: View,
  projection: GeoProjection,
  tip: (text: string | null, event?: MouseEvent) => void,
): SVGGElement {
  const { scene, inks, lang } = view;
  const { type, es, en, city, country, lat, lon } = scene.representations;
  const group = s("g", { class: "representations" });
  for (const i of representationsOnMap(scene)) {
    const place = projection([lon[i], lat[i]]);
    if (place === null) continue;
    const embassy = type[i] === "embassy" || type[i] === "permanent-mission";
    const [x, y] = place;
    const size = embassy ? 3.4 : 2.5;
    const mark = s("path", {
      d: `M${x.toFixed(1)} ${(y - size).toFixed(1)}l${size} ${size}l${-size} ${size}l${-size} ${-size}z`,
      fill: embassy ? inks.alert : inks.panel,
      stroke: inks.alert,
      "stroke-width": 1,
      "vector-effect": "non-scaling-stroke",
      "data-representation": scene.representations.id[i],
    });
    const own = (lang === "es" ? es : en)?.[i] ?? es?.[i] ?? en?.[i];
    const kind = scene.words.type[type[i]]?.[lang] ?? type[i];
    const text = [own ?? kind, city?.[i], countryName(scene, country[i], lang)].filter(Boolean).join(" · ");
    mark.addEventListener("mousemove", (event) => tip(text, event));
    mark.addEventListener("mouseleave", () => tip(null));
    group.append(mark);
  }
  return group;
}
