// Puts the page together, and keeps every panel and the address true to the state.
import { hasAddress, writeFragment } from "./address";
import { announcer } from "./a11y/announce";
import { h, replace } from "./dom";
import { savePicture, saveTable } from "./export/files";
import { MapPanel } from "./map/map";
import { NetworkPanel } from "./network/network";
import { aboutDialog, helpDialog } from "./panels/dialogs";
import { filtersPanel } from "./panels/filters";
import type { Actions } from "./panels/header";
import { headerPanel } from "./panels/header";
import { noticesPanel } from "./panels/notices";
import { sidePanel } from "./panels/side";
import { tabsPanel } from "./panels/tabs";
import { unconnectedPanel } from "./panels/unconnected";
import { Printing } from "./paper";
import type { Scene } from "./scene/scene";
import { nodeName } from "./scene/scene";
import type { Search } from "./search";
import { searchOf } from "./search";
import type { State } from "./state";
import { initialState, Store, TABS_OF } from "./state";
import { TablePanel } from "./table/table";
import { TimelinePanel } from "./timeline";
import { fromHash, toHash } from "./url";
import type { Panel, Tools, View } from "./view";
import { viewOf } from "./viewing";
import { WORDS } from "./words/words";

export class App {
  private readonly announcement = announcer();
  private readonly defaults: State;
  private readonly store: Store;
  private readonly help = helpDialog();
  private readonly about = aboutDialog();
  private readonly network: NetworkPanel;
  private readonly map: MapPanel;
  private readonly panels: readonly Panel[];
  /** The panels in the middle, each with the tabs that show it. */
  private readonly centre: readonly (readonly [HTMLElement, readonly string[]])[];
  private view: View;

  constructor(
    private readonly scene: Scene,
    private readonly root: HTMLElement,
  ) {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    this.defaults = initialState(scene.lang, dark ? "dark" : "light", TABS_OF[scene.view][0]);
    this.store = new Store(this.read());
    const tools = this.tools();
    this.network = new NetworkPanel(tools);
    this.map = new MapPanel(tools);
    const table = new TablePanel(tools);
    const unconnected = unconnectedPanel(tools);
    this.centre = [
      [this.network.element, ["network", "both"]],
      [this.map.element, ["map", "both"]],
      [table.element, ["table"]],
      [unconnected.element, ["unconnected"]],
    ];
    const printing = new Printing(this.store, () => this.view, { network: this.network, map: this.map, table });
    const around = this.frame(tools, printing.element);
    this.panels = [...around, this.network, this.map, table, unconnected];
    this.dress(this.store.state);
    this.view = viewOf(scene, this.store.state, null);
    this.refresh();
    this.listen();
  }

  private tools(): Tools {
    return {
      store: this.store,
      search: lazily(() => searchOf(this.scene)),
      announce: (text) => this.announcement.say(text),
      visit: (node) => {
        this.store.set({ selected: this.scene.nodes.id[node], compare: null });
        this.network.focus(node);
      },
    };
  }

  /** Lay the page out; returns the panels around the middle. */
  private frame(tools: Tools, onPaper: HTMLElement): Panel[] {
    const { root, scene } = this;
    const header = headerPanel(tools, this.actions());
    const filters = filtersPanel(tools);
    const side = sidePanel(tools);
    const timeline = new TimelinePanel(tools);
    const toggleFilters = (): void => void root.classList.toggle("filters-open");
    const tabs = tabsPanel(tools, TABS_OF[scene.view], toggleFilters);
    const notices = noticesPanel(() => this.about.show(this.view));
    const centre = h("div", { class: "centre" }, ...this.centre.map(([element]) => element));
    const parts = [tabs.element, notices.element, onPaper, centre, timeline.element];
    const main = h("main", { class: "main" }, ...parts);
    const apart = [this.announcement.element, this.help.element, this.about.element];
    replace(root, header.element, filters.element, main, side.element, ...apart);
    root.className = `app view-${scene.view}`;
    // The network opens once it has room, which it may not have had at first.
    new ResizeObserver(() => this.network.update(this.view)).observe(centre);
    return [header, tabs, notices, filters, timeline, side];
  }

  private actions(): Actions {
    const picture = async (kind: "png" | "svg"): Promise<void> => {
      const saved = await savePicture(this.view, this.network, this.map, kind);
      if (!saved) this.announcement.show(this.view.words.noPicture);
    };
    return {
      png: () => void picture("png"),
      svg: () => void picture("svg"),
      csvGovernments: () => saveTable(this.view, "governments"),
      csvAgreements: () => saveTable(this.view, "agreements"),
      link: hasAddress ? () => void this.copyLink() : null,
      print: hasAddress ? () => window.print() : null,
      help: () => this.help.show(this.view),
      about: () => this.about.show(this.view),
    };
  }

  private listen(): void {
    this.store.listen((state, before) => {
      this.dress(state);
      this.view = viewOf(this.scene, state, this.view);
      this.refresh();
      this.tell(before);
      this.writeAddress(before);
    });
    window.addEventListener("hashchange", () => {
      if (this.address() !== location.hash) this.store.set(this.read());
    });
    document.addEventListener("keydown", (event) => this.key(event));
  }

  /** What the style sheet goes by. */
  private dress(state: State): void {
    document.documentElement.lang = state.lang;
    document.documentElement.dataset["theme"] = state.theme;
    const title = this.scene.title[state.lang];
    const { synthetic } = WORDS[state.lang];
    document.title = this.scene.synthetic ? `${title} · ${synthetic}` : title;
  }

  private refresh(): void {
    const { tab } = this.view.state;
    for (const [element, tabs] of this.centre) {
      element.hidden = !tabs.includes(tab);
      element.parentElement!.dataset["tab"] = tab;
    }
    for (const panel of this.panels) panel.update(this.view);
  }

  private tell(before: State): void {
    const { words, state, selected, visible, lang } = this.view;
    if (state.selected === before.selected) {
      this.announcement.say(words.announceVisible(visible.totals.agreements));
    } else if (selected < 0) this.announcement.say(words.announceCleared);
    else {
      const [partners, agreements] = [visible.nodePartners, visible.nodeAgreements];
      const numbers = words.tipNumbers(partners[selected], agreements[selected]);
      this.announcement.say(words.announceSelected(nodeName(this.scene, selected, lang), numbers));
    }
  }

  /** The state that the address asks for, with a tab that this kind of page has. */
  private read(): State {
    const state = fromHash(location.hash, this.defaults, this.scene);
    const tabs = TABS_OF[this.scene.view];
    return tabs.includes(state.tab) ? state : { ...state, tab: tabs[0] };
  }

  private address(): string {
    const hash = toHash(this.store.state, this.defaults);
    return hash === "" ? "" : `#${hash}`;
  }

  /** A new selection or tab is a step to go back from; everything else refines the present one. */
  private writeAddress(before: State): void {
    const { state } = this.store;
    const step = state.selected !== before.selected || state.tab !== before.tab;
    writeFragment(this.address(), step);
  }

  private key(event: KeyboardEvent): void {
    const { target } = event;
    const typing = target instanceof HTMLInputElement && target.type !== "checkbox";
    if (event.key === "Escape" && document.querySelector("dialog[open]") === null) {
      this.root.classList.remove("filters-open");
      this.store.set({ selected: null, compare: null });
    } else if (event.key === "/" && !typing) {
      event.preventDefault();
      document.getElementById("search")?.focus();
    }
  }

  private async copyLink(): Promise<void> {
    const { words } = this.view;
    try {
      await navigator.clipboard.writeText(location.href);
      this.announcement.show(words.linkCopied);
    } catch {
      // Browsers may refuse the clipboard to a local file: then say where the link is.
      this.announcement.show(words.linkNotCopied);
    }
  }
}

/** The index of names is made when it is first asked, not while the page opens. */
function lazily(make: () => Search): Search {
  let made: Search | null = null;
  return { find: (text, most) => (made ??= make()).find(text, most) };
}
