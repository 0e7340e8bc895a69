// Agreements by year of signature, with a range to choose; or, where no agreement has a date, the
// plain statement that none has.
import { h, replace, s } from "./dom";
import type { Panel, Tools, View } from "./view";

const HEIGHT = 46;
/** Milliseconds for each year while the years pass by themselves. */
const PACE = 450;

interface Years {
  first: number;
  last: number;
}

export class TimelinePanel implements Panel {
  readonly element: HTMLElement;
  private readonly bars = s("svg", {
    class: "year-bars",
    preserveAspectRatio: "none",
    "aria-hidden": "true",
  });
  private readonly from = h("input", { type: "range", class: "range", id: "year-from", step: 1 });
  private readonly to = h("input", { type: "range", class: "range", id: "year-to", step: 1 });
  private readonly label = h("output", { class: "years-label" });
  private readonly undated = h("input", { type: "checkbox", id: "undated" });
  private readonly undatedName = h("span", {});
  private readonly play = h("button", { type: "button", class: "ghost play" });
  private readonly ticks = h("div", { class: "year-ends", "aria-hidden": "true" });
  private readonly dated: HTMLElement[];
  private readonly none = h("p", { class: "small no-dates" });
  private view: View | null = null;
  private timer = 0;

  constructor(private readonly tools: Tools) {
    const { bars, from, to, label, undated, undatedName, play, ticks, none } = this;
    const withoutDate = h("label", { class: "undated" }, undated, undatedName);
    const frame = h("div", { class: "year-frame" }, bars, from, to);
    this.dated = [
      h("div", { class: "timeline-text" }, label, withoutDate),
      play,
      h("div", { class: "year-axis" }, frame, ticks),
    ];
    this.element = h("section", { class: "timeline" }, ...this.dated, none);
    from.addEventListener("input", () => this.choose(Number(from.value), null));
    to.addEventListener("input", () => this.choose(null, Number(to.value)));
    undated.addEventListener("change", () => tools.store.set({ undated: undated.checked }));
    play.addEventListener("click", () => (this.timer === 0 ? this.start() : this.stop()));
  }

  update(view: View): void {
    this.view = view;
    const { words, scene } = view;
    this.element.setAttribute("aria-label", words.timeline);
    for (const part of this.dated) part.hidden = scene.years === null;
    this.none.hidden = scene.years !== null;
    this.none.textContent = words.noDates;
    if (scene.years === null) return;
    this.renderRange(view, scene.years);
    this.renderUndated(view, scene.years.dated);
    this.renderPlay(view);
    this.renderBars(view, scene.years);
    this.renderTicks(scene.years);
  }

  private chosen({ state }: View, { first, last }: Years): [number, number] {
    return [state.from ?? first, state.to ?? last];
  }

  /** Move one end or both; an end never passes the other. */
  private choose(from: number | null, to: number | null): void {
    const { view } = this;
    if (view === null || view.scene.years === null) return;
    const { first, last } = view.scene.years;
    const [low, high] = this.chosen(view, view.scene.years);
    const start = Math.min(from ?? low, to === null ? high : last);
    const end = Math.max(to ?? high, start);
    this.tools.store.set({
      from: start <= first ? null : start,
      to: end >= last ? null : end,
    });
  }

  /** Let the years pass: the end of the range moves from the first year to the last. */
  private start(): void {
    const { view } = this;
    if (view === null || view.scene.years === null) return;
    const { last } = view.scene.years;
    const [low, high] = this.chosen(view, view.scene.years);
    let year = high >= last ? low : high;
    this.timer = window.setInterval(() => {
      if (++year >= last) this.stop();
      this.choose(null, year);
    }, PACE);
    this.choose(null, year);
  }

  private stop(): void {
    clearInterval(this.timer);
    this.timer = 0;
    if (this.view) this.renderPlay(this.view);
  }

  private renderRange(view: View, years: Years): void {
    const { words } = view;
    const [low, high] = this.chosen(view, years);
    for (const [input, value, name] of [
      [this.from, low, words.yearFrom],
      [this.to, high, words.yearTo],
    ] as const) {
      Object.assign(input, { min: String(years.first), max: String(years.last) });
      input.value = String(value);
      input.setAttribute("aria-label", name);
    }
    this.label.textContent = words.years(low, high);
  }

  private renderUndated({ words, format, scene, state }: View, dated: number): void {
    const without = scene.agreements.count - dated;
    this.undated.checked = state.undated;
    this.undatedName.textContent = words.undated(format.number(without));
    this.undated.parentElement!.hidden = without === 0;
  }

  private renderPlay({ words }: View): void {
    const text = this.timer === 0 ? words.play : words.pause;
    this.play.textContent = this.timer === 0 ? "▶" : "❚❚";
    this.play.setAttribute("aria-label", text);
    this.play.setAttribute("title", text);
  }

  private renderBars(view: View, { first, last }: Years): void {
    const { byYear } = view.visible;
    const [low, high] = this.chosen(view, { first, last });
    const most = [...byYear].reduce((a, [year, n]) => (year === 0 ? a : Math.max(a, n)), 1);
    this.bars.setAttribute("viewBox", `0 0 ${last - first + 1} ${HEIGHT}`);
    this.bars.replaceChildren();
    for (let year = first; year <= last; year++) {
      const n = byYear.get(year) ?? 0;
      if (n === 0) continue;
      const height = Math.max(1.5, (n / most) * HEIGHT);
      const within = year >= low && year <= high;
      const place = { x: year - first + 0.08, y: HEIGHT - height, width: 0.84, height };
      this.bars.append(s("rect", { ...place, class: within ? "year-bar" : "year-bar out" }));
    }
  }

  private renderTicks({ first, last }: Years): void {
    const ticks = ticksOf(first, last).map((year) => {
      const tick = h("span", {}, String(year));
      tick.style.left = `${((year - first + 0.5) / (last - first + 1)) * 100}%`;
      return tick;
    });
    replace(this.ticks, ...ticks);
  }
}

/** Round years for the axis, ten at most. */
export function ticksOf(first: number, last: number): number[] {
  const step = [1, 2, 5, 10, 20, 25, 50, 100].find((by) => (last - first) / by <= 9) ?? 200;
  const ticks: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) ticks.push(year);
  return ticks;
}
