// The map's panel: the world, the home country's states, the legend and the layer of
// representations, laid out for the room there is.
import { h, replace } from "../dom";
import { Tip } from "../panels/tip";
import { fillZoomButtons } from "../panels/zoom_buttons";
import type { Panel, Tools, View } from "../view";
import { areasOf } from "./areas";
import { mapLegend } from "./legend";
import { WORLD_ASPECT } from "./projection";
import { representationsOnMap } from "./representations";
import type { StatesDrawing } from "./states";
import { drawStates } from "./states";
import { drawWorld } from "./world";
import { Zoom } from "./zoom";

interface Frame {
  width: number;
  height: number;
}

const STATES_ASPECT = 1.58;
/** Room beside and above the states for the legend and the title. */
const BESIDE = 246;
const ABOVE = 34;

export class MapPanel implements Panel {
  readonly element: HTMLElement;
  private readonly world = h("div", { class: "world-frame" });
  private readonly states = h("div", { class: "states-frame" });
  private readonly legend = h("div", { class: "legend-frame", tabindex: 0, role: "region" });
  private readonly layer = h("input", { type: "checkbox", id: "representations" });
  private readonly layerName = h("span", {});
  private readonly layerLabel = h("label", { class: "layer" }, this.layer, this.layerName);
  private readonly buttons = h("div", { class: "zoom" });
  private readonly tip = new Tip();
  private readonly zoom = new Zoom();
  private view: View | null = null;
  /** What was drawn: it is drawn anew when any of it changes. */
  private drawn: unknown[] = [];

  constructor(private readonly tools: Tools) {
    const { world, states, legend, layer, layerLabel, buttons, tip } = this;
    this.element = h(
      "section",
      { class: "map" },
      ...[world, states, legend, layerLabel, buttons, tip.element],
    );
    layer.addEventListener("change", () =>
      tools.store.set({ representations: layer.checked }),
    );
    new ResizeObserver(() => this.draw()).observe(this.element);
  }

  update(view: View): void {
    const langChanged = this.view?.lang !== view.lang;
    this.view = view;
    if (this.element.hidden) return;
    const { words, scene, state } = view;
    this.element.setAttribute("aria-label", words.tab_map);
    this.legend.setAttribute("aria-label", words.legend);
    this.layer.checked = state.representations;
    const representations = representationsOnMap(scene).length;
    this.layerName.textContent = words.layerRepresentations(representations);
    this.layerLabel.hidden = representations === 0;
    if (langChanged) {
      fillZoomButtons(this.buttons, words, {
        zoom: (factor) => this.zoom.by(factor),
        all: () => this.zoom.reset(),
      });
    }
    this.draw();
  }

  /** The drawings as they are now, for files; none while the map is not shown. */
  drawings(): SVGSVGElement[] {
    if (this.element.hidden) return [];
    return [...this.element.querySelectorAll<SVGSVGElement>("svg.world, svg.states-map")];
  }

  private draw(): void {
    const { view, element, tools } = this;
    if (view === null || element.hidden || element.clientWidth === 0) return;
    const { clientWidth: width, clientHeight: height } = element;
    if (!this.changed(view, width, height)) return;
    const focused = document.activeElement?.id ?? "";
    const stacked = width / height < 1.7 || width < 700;
    element.classList.toggle("stacked", stacked);
    const worldHeight = stacked ? Math.min(width / WORLD_ASPECT, height * 0.62) : height;
    const tell = (text: string | null, event?: MouseEvent): void => this.tell(text, event);
    const drawing = drawWorld(view, tools, { width, height: worldHeight }, tell);
    replace(this.world, drawing.svg);
    this.zoom.attach(drawing.svg);
    this.tip.hide();
    let inset: StatesDrawing | null = null;
    this.states.hidden = areasOf(view.scene).states.length === 0;
    if (!this.states.hidden) {
      const frame = statesFrame(width, height - worldHeight, stacked);
      inset = drawStates(view, tools, frame, tell);
      replace(this.states, h("h2", {}, view.words.statesTitle), inset.svg);
    }
    replace(this.legend, mapLegend(view, drawing, inset));
    if (focused !== "") {
      element.querySelector<SVGElement>(`svg #${CSS.escape(focused)}`)?.focus();
    }
  }

  private changed(view: View, width: number, height: number): boolean {
    const { state, visible, look, inks, lang } = view;
    const { selected, compare, representations, countries, places } = state;
    const now: unknown[] = [visible, look, inks, lang, width, height];
    now.push(selected, compare, representations, countries, places);
    const same = now.every((input, i) => input === this.drawn[i]);
    this.drawn = now;
    return !same;
  }

  private tell(text: string | null, event?: MouseEvent): void {
    if (text === null || event === undefined) return this.tip.hide();
    const frame = this.element.getBoundingClientRect();
    const at = { x: event.clientX - frame.left, y: event.clientY - frame.top };
    this.tip.show(text, "", at, frame.width);
  }
}

/** The frame of the states: below the world, across a phone, or over the ocean in a wide panel. */
function statesFrame(width: number, below: number, stacked: boolean): Frame {
  if (!stacked) return ofWidth(Math.min(360, width * 0.36));
  if (width < 520) return ofWidth(width - 20);
  return ofWidth(Math.max(160, Math.min(width - BESIDE, (below - ABOVE) * STATES_ASPECT)));
}

function ofWidth(width: number): Frame {
  return { width, height: width / STATES_ASPECT };
}
