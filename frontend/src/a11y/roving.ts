// One stop of the Tab key for many things: arrows move among them, in the order given.

/** Make elements of a container reachable so; `keep` says which one had the stop before. */
export function roving(elements: readonly (HTMLElement | SVGElement)[], keep: string | null): void {
  const first = Math.max(0, elements.findIndex((element) => element.id === keep));
  elements.forEach((element, i) => {
    element.setAttribute("tabindex", i === first ? "0" : "-1");
    element.addEventListener("keydown", (event) => {
      const { key } = event as KeyboardEvent;
      const by = key === "ArrowRight" || key === "ArrowDown" ? 1 : key === "ArrowLeft" || key === "ArrowUp" ? -1 : 0;
      if (by !== 0) {
        event.preventDefault();
        const next = elements[(i + by + elements.length) % elements.length];
        element.setAttribute("tabindex", "-1");
        next.setAttribute("tabindex", "0");
        next.focus();
      } else if (key === "Enter" || key === " ") {
        event.preventDefault();
        element.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      }
    });
  });
}
