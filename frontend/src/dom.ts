// Builds elements. Data gets into the page as text only: nothing here parses markup.

type Child = Node | string | null | false | undefined;
type Properties = {
  class?: string;
  on?: Partial<{ [E in keyof HTMLElementEventMap]: (event: HTMLElementEventMap[E]) => void }>;
} & Record<string, unknown>;

/** An element with attributes (null and false leave one out, true gives an empty one). */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  const { on, ...attributes } = properties;
  for (const [name, listener] of Object.entries(on ?? {})) {
    element.addEventListener(name, listener as EventListener);
  }
  setAttributes(element, attributes);
  append(element, children);
  return element;
}

/** The same for SVG; only presentation attributes, no styles. */
export function s<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, unknown> = {},
  ...children: Child[]
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  setAttributes(element, attributes);
  append(element, children);
  return element;
}

export function setAttributes(element: Element, attributes: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
}

function append(element: Element, children: readonly Child[]): void {
  for (const child of children) if (child !== null && child !== false && child !== undefined) {
    element.append(child);
  }
}

export function replace(element: Element, ...children: Child[]): void {
  element.replaceChildren();
  append(element, children);
}

/** A bar whose length is a share of its track. */
export function bar(share: number, kind = ""): HTMLElement {
  const filled = h("span", { class: `bar-fill ${kind}` });
  filled.style.width = `${Math.max(2, Math.round(share * 100))}%`;
  return h("span", { class: "bar", "aria-hidden": "true" }, filled);
}
