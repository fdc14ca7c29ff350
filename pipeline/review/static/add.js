// Rows that the rules missed: a box drawn over words of a page asks the server for the words, then for their values.

import { fieldsOf, inputs, showProblems, values } from "./fields.js";
import { remember } from "./history.js";
import { post } from "./server.js";

const SVG = "http://www.w3.org/2000/svg";
const SMALLEST = 4; // points; a smaller box is a click
const form = document.getElementById("add");
const refusal = form.querySelector(".refusal");
let [mark, read, box] = [null, {}, null]; // what was marked, the values read in it by table, the box on the page

function pointIn(boxes, event) {
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(boxes.getScreenCTM().inverse());
  return [x, y];
}

function between([ax, ay], [bx, by]) {
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}

function draw(boxes, start) {
  const from = pointIn(boxes, start);
  const drawn = document.createElementNS(SVG, "rect");
  drawn.classList.add("drawn");
  let corners = null;
  const move = (event) => {
    const [x0, top, x1, bottom] = between(from, pointIn(boxes, event));
    if (!corners && Math.max(x1 - x0, bottom - top) < SMALLEST) return;
    corners = [x0, top, x1, bottom];
    boxes.append(drawn);
    for (const [name, value] of Object.entries({ x: x0, y: top, width: x1 - x0, height: bottom - top })) drawn.setAttribute(name, value);
  };
  const end = () => {
    document.removeEventListener("pointermove", move);
    if (corners) open({ page: Number(boxes.closest(".leaf").dataset.page), box: corners }, drawn);
  };
  document.addEventListener("pointermove", move);
  document.addEventListener("pointerup", end, { once: true });
}

// Asks for the marked words, and shows them with the values that the rules read there.
async function open(marked, drawn) {
  close();
  box = drawn;
  form.reset();
  form.querySelector(".fields").replaceChildren();
  form.querySelector(".quote").textContent = "Reading the words…";
  form.hidden = false;
  try {
    const words = await post("marked", marked);
    [mark, read] = [marked, words.read];
    form.querySelector("mark").textContent = words.text;
    form.querySelector(".marked small").textContent = `page ${words.page}`;
    form.querySelector(".quote").textContent = words.quote;
    if (!drawn) show(words.page);
    form.querySelector(`[name=table][value=${Object.keys(read)[0] ?? "money"}]`).click();
    form.querySelector(".fields :is(input, select)").focus();
  } catch (refused) {
    ask(refused.message);
  }
}

function show(number) {
  const page = document.getElementById("page");
  if (page.value === String(number)) return;
  page.value = number;
  page.dispatchEvent(new Event("change"));
}

// Asks a person to type the words, where no box was drawn or nothing is in it.
function ask(why = "") {
  form.querySelector(".quote").textContent = "";
  form.hidden = false;
  form.classList.add("nothing");
  refusal.textContent = why;
  refusal.hidden = !why;
  form.elements.words.focus();
}

function close() {
  box?.remove();
  [mark, box] = [null, null];
  for (const text of form.querySelectorAll("mark, small, .quote")) text.textContent = "";
  form.classList.remove("nothing");
  [form.hidden, refusal.hidden] = [true, true];
}

function fill(table) {
  const fields = fieldsOf(table);
  for (const input of inputs(fields)) input.value = read[table]?.[input.name] ?? input.value;
  form.querySelector(".fields").replaceWith(fields);
}

form.addEventListener("input", (event) => {
  if (event.target.name === "table" && mark) fill(event.target.value);
});
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const near = document.querySelector(".row[open] .sentence")?.textContent ?? "";
  if (!mark) return open({ words: form.elements.words.value, near }, null);
  const fields = form.querySelector(".fields");
  const [table, note] = [form.elements.table.value, form.querySelector(".note").value.trim()];
  try {
    const added = await post("additions", { ...mark, table, values: values(fields), note });
    remember([added.row]);
    const { id } = added.row;
    location.hash = encodeURIComponent(`${table}/${id}`);
    location.reload();
  } catch (refused) {
    showProblems(fields, refusal, refused);
  }
});
form.addEventListener("keydown", (event) => {
  if (event.key === "Escape") close();
});
form.querySelector("[data-close]").addEventListener("click", close);
document.addEventListener("review:add", () => {
  close();
  form.reset();
  ask();
});

for (const boxes of document.querySelectorAll(".boxes")) {
  boxes.addEventListener("pointerdown", (event) => {
    if (event.button === 0) draw(boxes, event);
  });
}
