// The layer of representations: embassies and consulates where they sit.
import type { GeoProjection } from "d3-geo";
import { s } from "../dom";
import { countryName } from "../scene/scene";
import type { View } from "../view";

export function representationMarks(
  view: View,
  projection: GeoProjection,
  tip: (text: string | null, event?: MouseEvent) => void,
): SVGGElement {
  const { scene, inks, lang } = view;
  const { count, type, es, en, city, country, lat, lon } = scene.representations;
  const group = s("g", { class: "representations" });
  for (let i = 0; i < count; i++) {
    if (Number.isNaN(lat[i]) || Number.isNaN(lon[i])) continue;
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
