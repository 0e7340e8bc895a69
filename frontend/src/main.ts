// Opens the page: reads the scene that Python put into it, or says what is wrong with it.
import "./network/webgl_names";
import { App } from "./app";
import { SceneError } from "./scene/check";
import { decodeScene } from "./scene/decode";
import { WORDS } from "./words/words";

const root = document.getElementById("app");
const scene = document.getElementById("scene");
if (root === null || scene === null) throw new Error("the page has no #app or no #scene");
try {
  new App(decodeScene(scene.textContent ?? ""), root);
  // Python's picture stood in until here.
  document.documentElement.classList.add("started");
} catch (error) {
  const lang = document.documentElement.lang === "en" ? "en" : "es";
  const reason = error instanceof SceneError ? error.message : String(error);
  const message = document.createElement("p");
  message.className = "broken";
  message.setAttribute("role", "alert");
  message.textContent = WORDS[lang].broken(reason);
  root.prepend(message);
  throw error;
}
