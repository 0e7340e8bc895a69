// The network's panel: the stage, what is painted over it, its buttons and its keys.
import { h, replace } from "../dom";
import { Tip } from "../panels/tip";
import { fillZoomButtons } from "../panels/zoom_buttons";
import { communityName, nodeName } from "../scene/scene";
import { toggled } from "../state";
import type { Panel, Tools, View } from "../view";
import type { Display } from "./display";
import { displayOf } from "./display";
import { neighbourhoodOf } from "./focus";
import { frameOf, unitOf } from "./frame";
import { Overlay } from "./overlay";
import type { Paper } from "./picture";
import type { Stage, StageEvents } from "./stage";
import { svgStage } from "./svg_stage";
import { Walk } from "./walk";
import { webglStage } from "./webgl_stage";

export class NetworkPanel implements Panel {
  readonly element: HTMLElement;
  private readonly ground = h("div", { class: "stage" });
  private readonly surface: HTMLElement;
  private readonly buttons = h("div", { class: "zoom" });
  private readonly note = h("div", { class: "stage-note" });
  private readonly overlay = new Overlay();
  private readonly tip = new Tip();
  private readonly walk = new Walk();
  private stage: Stage | null = null;
  private view: View | null = null;
  private display: Display | null = null;
  /** The government under the pointer; -1 for none. */
  private hovered = -1;
  /** What the display was made of: it is made anew when any of it changes. */
  private madeOf: unknown[] = [];

  constructor(private readonly tools: Tools) {
    const { ground, overlay, buttons, note, tip } = this;
    this.surface = h(
      "div",
      { class: "surface", tabindex: 0, role: "application" },
      ground,
      overlay.element,
    );
    this.element = h("section", { class: "network" }, this.surface, buttons, note, tip.element);
    this.surface.addEventListener("keydown", (event) => this.step(event));
    this.surface.addEventListener("blur", () => {
      this.walk.leave();
      this.paintOver();
    });
  }

  update(view: View): void {
    const langChanged = this.view?.lang !== view.lang;
    this.view = view;
    if (this.element.hidden || this.element.clientWidth === 0) return;
    this.stage ??= this.open(view);
    this.surface.setAttribute("aria-label", view.words.networkLabel);
    this.show(view, this.stage);
    if (langChanged || this.buttons.childElementCount === 0) {
      fillZoomButtons(this.buttons, view.words, {
        zoom: (factor) => this.stage?.zoom(factor),
        all: () => this.stage?.fit(),
      });
    }
    this.explain(view, this.stage);
    this.walk.follow(view.selected);
    this.paintOver();
  }

  /** Bring a government and its partners into view. */
  focus(node: number): void {
    if (this.stage === null || this.view === null) return;
    const { scene, visible } = this.view;
    const { partners } = neighbourhoodOf(scene, visible, [node]);
    const { x, y } = scene.nodes;
    this.stage.fit([node, ...partners].map((i) => ({ x: x[i], y: y[i] })));
  }

  /** What is drawn, for the files that show the same. */
  drawn(): { display: Display; paper: Paper } | null {
    if (this.stage === null || this.display === null || this.element.hidden) return null;
    return { display: this.display, paper: this.overlay.paper(this.stage) };
  }

  private open({ scene }: View): Stage {
    const events: StageEvents = {
      click: (dot) => this.click(dot),
      hover: (dot) => this.hover(dot),
      moved: () => this.paintOver(),
    };
    const frame = frameOf(scene);
    try {
      return webglStage(this.ground, frame, events);
    } catch (error) {
      // No WebGL at all, or a driver that fails to compile: the plain picture serves then.
      console.info("grafo: drawing without WebGL", error);
      this.ground.replaceChildren();
      return svgStage(this.ground, frame, events);
    }
  }

  private show(view: View, stage: Stage): void {
    const { scene, state, visible, look, inks } = view;
    const unit = unitOf(view, stage.size());
    const inputs = [visible, look, inks, state.open];
    if (inputs.every((input, i) => input === this.madeOf[i])) return;
    this.madeOf = inputs;
    this.display = displayOf(scene, state, visible, look, inks, { unit });
    this.hovered = -1;
    this.tip.hide();
    stage.show(this.display, inks);
    const { dots, lines } = this.display;
    Object.assign(this.element.dataset, { dots: dots.length, lines: lines.length });
  }

  private click(dot: number | null): void {
    if (dot === null || this.display === null || this.view === null) return;
    const { node, community } = this.display.dots[dot];
    const { store } = this.tools;
    if (node >= 0) store.set({ selected: this.view.scene.nodes.id[node], compare: null });
    else store.set({ open: toggled(store.state.open, String(community)) });
  }

  private hover(dot: number | null): void {
    this.hovered = dot === null ? -1 : (this.display?.dots[dot]?.node ?? -1);
    this.surface.classList.toggle("pointing", dot !== null);
    this.showTip(dot);
    this.paintOver();
  }

  private showTip(dot: number | null): void {
    const { stage, view, display, tip } = this;
    if (dot === null || stage === null || view === null || display === null) return tip.hide();
    const { node, community, members, x, y } = display.dots[dot];
    const { words, scene, visible, lang } = view;
    const at = stage.toScreen({ x, y });
    const { width } = stage.size();
    if (node < 0) {
      tip.show(communityName(scene, community, lang), words.tipCommunity(members), at, width);
      return;
    }
    const numbers = words.tipNumbers(visible.nodePartners[node], visible.nodeAgreements[node]);
    tip.show(nodeName(scene, node, lang), numbers, at, width);
  }

  private step(event: KeyboardEvent): void {
    if (this.view === null) return;
    const step = this.walk.key(event.key, this.view);
    if (step === null) return;
    event.preventDefault();
    if (step.select) this.tools.visit(this.walk.at);
    if (step.text !== "") this.tools.announce(step.text);
    this.paintOver();
  }

  private paintOver(): void {
    const { stage, view, display, overlay, element } = this;
    if (stage === null || view === null || display === null) return;
    const lines = overlay.paint(stage, view, display, this.lit(view), this.walk.at);
    if (lines === null) delete element.dataset["focusLines"];
    else element.dataset["focusLines"] = String(lines);
  }

  /** Whose neighbourhood is lit: the chosen ones', else the pointer's, else the keyboard's. */
  private lit({ selected, compare }: View): number[] {
    if (selected >= 0) return compare >= 0 ? [selected, compare] : [selected];
    if (this.hovered >= 0) return [this.hovered];
    return this.walk.at >= 0 ? [this.walk.at] : [];
  }

  private explain({ words, state }: View, stage: Stage): void {
    const parts: Node[] = [];
    if (this.display?.folded) {
      parts.push(h("span", {}, words.foldedNote));
      const fold = (): void => this.tools.store.set({ open: [] });
      if (state.open.length > 0) {
        parts.push(h("button", { type: "button", on: { click: fold } }, words.foldAll));
      }
    }
    if (!stage.webgl) parts.push(h("span", {}, words.noWebgl));
    this.note.hidden = parts.length === 0;
    replace(this.note, ...parts);
  }
}
