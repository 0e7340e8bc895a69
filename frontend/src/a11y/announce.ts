// Tells a screen reader what has changed; and everyone, for a moment, what no one would see.
import { h } from "../dom";

export interface Announcer {
  element: HTMLElement;
  say(text: string): void;
  show(text: string): void;
}

export function announcer(): Announcer {
  const live = h("div", { class: "unseen", id: "announcement", "aria-live": "polite", role: "status" });
  const toast = h("div", { class: "toast", hidden: true });
  const element = h("div", { class: "announcer" }, live, toast);
  let timer = 0;
  return {
    element,
    say(text) {
      live.textContent = text;
    },
    show(text) {
      live.textContent = text;
      toast.textContent = text;
      toast.hidden = false;
      clearTimeout(timer);
      timer = window.setTimeout(() => (toast.hidden = true), 3500);
    },
  };
}
