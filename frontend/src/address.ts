// The page's address, whose fragment holds the state. Inside a frame that was given the page as
// text, as in a notebook, there is no address of its own: then the state lives in the page alone.

export const hasAddress = location.protocol !== "about:";

/** Write the fragment, as a step to go back from or in place of the present one. */
export function writeFragment(fragment: string, step: boolean): void {
  if (!hasAddress || fragment === location.hash) return;
  const address = fragment === "" ? "#" : fragment;
  try {
    history[step ? "pushState" : "replaceState"](null, "", address);
  } catch (error) {
    // Browsers refuse when it is done too often, as while a slider moves: the next change counts.
    if (!(error instanceof DOMException)) throw error;
  }
}
