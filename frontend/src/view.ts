// What every panel is given: the scene, the reader's state, and what follows from both.
import type { Visible } from "./filter";
import type { Look } from "./network/look";
import type { Lang, Scene } from "./scene/scene";
import type { Search } from "./search";
import type { State, Store } from "./state";
import type { Inks } from "./style/inks";
import type { Format } from "./words/format";
import type { Words } from "./words/words";

export interface View {
  scene: Scene;
  state: State;
  visible: Visible;
  look: Look;
  inks: Inks;
  lang: Lang;
  words: Words;
  format: Format;
  /** Indices of the governments chosen; -1 when none is. */
  selected: number;
  compare: number;
}

/** What a panel may do: change the state, search, tell a screen reader. */
export interface Tools {
  store: Store;
  search: Search;
  announce(text: string): void;
  /** Select a government and bring it into view. */
  visit(node: number): void;
}

export interface Panel {
  element: HTMLElement;
  update(view: View): void;
}
