// The selected government's own arcs, one to each partner, over bundles that recede.
import { s } from "../dom";
import { neighbourhoodOf } from "../network/focus";
import { nodeName } from "../scene/scene";
import type { View } from "../view";
import { curve } from "./flows";
import type { Places } from "./places";
import { mapLabels } from "./text";
import type { MapLabel } from "./text";

/** Partners that are named, those with most agreements. */
const LABELLED = 26;

export function selectedArcs(view: View, places: Places): SVGGElement | null {
  const { scene, visible, selected, compare, inks, look, lang } = view;
  if (selected < 0) return null;
  const group = s("g", { class: "selected-arcs", fill: "none", "pointer-events": "none" });
  const labels: MapLabel[] = [];
  const centres = compare >= 0 ? [selected, compare] : [selected];
  for (const centre of centres) {
    const from = places.ofNode(centre);
    if (from === null) continue;
    const near = neighbourhoodOf(scene, visible, [centre]);
    const named = new Set(near.partners.slice(0, LABELLED));
    for (const pair of near.pairs) {
      const { one, other } = scene.pairs;
      const partner = one[pair] === centre ? other[pair] : one[pair];
      const to = places.ofNode(partner) ?? places.ofCountry(scene.nodes.country[partner]);
      if (to === null) continue;
      const width = 1 + 0.8 * Math.log2(1 + visible.pairAgreements[pair]);
      group.append(s("path", { d: curve(from, to), stroke: look.fill(partner), "stroke-width": width.toFixed(2), "data-width": width }));
      group.append(s("circle", { cx: to[0].toFixed(1), cy: to[1].toFixed(1), r: 3, "data-radius": 3, fill: look.fill(partner), stroke: inks.paper }));
      if (named.has(partner)) labels.push(label(to, nodeName(scene, partner, lang), 400));
    }
    group.append(s("circle", { cx: from[0].toFixed(1), cy: from[1].toFixed(1), r: 5, "data-radius": 5, fill: inks.ink, stroke: inks.paper, "stroke-width": 1.5 }));
    labels.unshift(label(from, nodeName(scene, centre, lang), 600));
  }
  group.append(...mapLabels(labels, { width: 1e4, height: 1e4 }, 40));
  return group;

  function label([x, y]: readonly [number, number], text: string, weight: 400 | 600): MapLabel {
    const size = weight === 600 ? 14 : 11.5;
    return { x, y, text, size, weight, color: inks.ink, halo: inks.panel, radius: 3, centred: false };
  }
}
