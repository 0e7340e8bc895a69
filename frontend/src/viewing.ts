// From the scene and the state to what the panels are given; what a change leaves as it was is
// taken over, so that panels can tell by identity what they need not draw again.
import { visibleUnder } from "./filter";
import { lookOf } from "./network/look";
import type { Scene } from "./scene/scene";
import type { State } from "./state";
import { FACETS } from "./state";
import { readInks } from "./style/inks";
import type { View } from "./view";
import { formatIn } from "./words/format";
import { WORDS } from "./words/words";

const FILTERS = [...FACETS, "from", "to", "undated", "unconnected"] as const;
const LOOKS = [...FILTERS, "theme", "color", "size", "lang"] as const;

/** `last` is the view before; the page must have the state's theme already. */
export function viewOf(scene: Scene, state: State, last: View | null): View {
  const same = (keys: readonly (keyof State)[]): boolean =>
    last !== null && keys.every((key) => last.state[key] === state[key]);
  const words = WORDS[state.lang];
  const visible = same(FILTERS) ? last!.visible : visibleUnder(scene, state);
  const inks = same(["theme"]) ? last!.inks : readInks();
  const look = same(LOOKS) ? last!.look : lookOf(scene, state, visible, inks, words.others);
  const index = (id: string | null): number => (id === null ? -1 : (scene.nodeById.get(id) ?? -1));
  return {
    scene,
    state,
    visible,
    look,
    inks,
    lang: state.lang,
    words,
    format: formatIn(state.lang),
    selected: index(state.selected),
    compare: index(state.compare),
  };
}
