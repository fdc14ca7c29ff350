// The keyboard. A key does what the button or field of that name does, so that nothing is done in two ways.

const help = document.getElementById("help");
const go = (step, open) => document.dispatchEvent(new CustomEvent("review:go", { detail: { step, open } }));
const press = (selector) => document.querySelector(selector)?.click();
const decide = (verdict) => () => press(`details[open] [data-decide="${verdict}"]:not([hidden])`);
const candidate = (number) => () => press(`details[open] .candidates button:nth-of-type(${number})`);

const KEYS = {
  n: () => go(1, true),
  j: () => go(1, false),
  k: () => go(-1, false),
  a: decide("accept"),
  c: decide("correct"),
  r: decide("reject"),
  A: decide("accept-parts"),
  t: decide("restore"),
  u: () => press('[data-history="undo"]'),
  U: () => press('[data-history="redo"]'),
  m: () => document.dispatchEvent(new CustomEvent("review:add")),
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => [number, candidate(number)])),
  p: () => press("[data-apply]"),
  g: () => document.getElementById("page").select(),
  "/": () => document.querySelector("#filters [type=search]").focus(),
  "+": () => press('[data-zoom="1"]'),
  "-": () => press('[data-zoom="-1"]'),
  "?": () => help.showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.target.matches("input:not([type=radio]), select, textarea")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const action = KEYS[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

document.getElementById("help-button").addEventListener("click", () => help.showModal());
