// sigma reads names of WebGL as it is loaded. A browser that has none must still open the page,
// which then draws the network without it; so this module comes before sigma.
if (!("WebGLRenderingContext" in globalThis)) {
  Object.assign(globalThis, { WebGLRenderingContext: class {}, WebGL2RenderingContext: class {} });
}

export {};
