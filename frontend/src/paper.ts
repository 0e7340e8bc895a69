// What changes while the page is printed: paper is white, shows a canvas as a drawing, and cannot
// be scrolled.
import { h, replace } from "./dom";
import { pictureOf } from "./export/picture";
import { elementOf } from "./export/svg";
import type { MapPanel } from "./map/map";
import type { NetworkPanel } from "./network/network";
import type { State, Store } from "./state";
import type { TablePanel } from "./table/table";
import type { View } from "./view";

export class Printing {
  /** The network as a drawing; seen on paper only. */
  readonly element = h("div", { class: "paper-picture", "aria-hidden": "true" });
  private theme: State["theme"] | null = null;

  constructor(
    private readonly store: Store,
    private readonly view: () => View,
    private readonly panels: { network: NetworkPanel; map: MapPanel; table: TablePanel },
  ) {
    window.addEventListener("beforeprint", () => this.begin());
    window.addEventListener("afterprint", () => this.end());
  }

  private begin(): void {
    this.theme ??= this.store.state.theme;
    this.store.set({ theme: "light" });
    const { network, map, table } = this.panels;
    table.showWhole(true);
    const picture = network.drawn() === null ? null : pictureOf(this.view(), network, map);
    replace(this.element, picture && elementOf(picture.svg));
  }

  private end(): void {
    if (this.theme !== null) this.store.set({ theme: this.theme });
    this.theme = null;
    this.panels.table.showWhole(false);
    replace(this.element);
  }
}
