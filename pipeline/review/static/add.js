// Rows that the rules missed: a box drawn over words of a page asks the server for the words, then for their values.

import { fieldsOf, showProblems, values } from "./fields.js";
import { post } from "./server.js";

const SVG = "http://www.w3.org/2000/svg";
const SMALLEST = 4; // points; a smaller box is a click
const dialog = document.getElementById("add");
const form = document.getElementById("add-form");
const refusal = form.querySelector(".refusal");
let mark = null;

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
  let box = null;
  const move = (event) => {
    const [x0, top, x1, bottom] = between(from, pointIn(boxes, event));
    if (!box && Math.max(x1 - x0, bottom - top) < SMALLEST) return;
    box = [x0, top, x1, bottom];
    boxes.append(drawn);
    for (const [name, value] of Object.entries({ x: x0, y: top, width: x1 - x0, height: bottom - top })) drawn.setAttribute(name, value);
  };
  const end = async () => {
    boxes.ownerDocument.removeEventListener("pointermove", move);
    if (box) await open(Number(boxes.closest(".leaf").dataset.page), box);
    drawn.remove();
  };
  document.addEventListener("pointermove", move);
  document.addEventListener("pointerup", end, { once: true });
}

async function open(page, box) {
  mark = { page, box };
  form.reset();
  form.querySelector(".fields").replaceChildren();
  refusal.hidden = true;
  try {
    const words = await post("marked", mark);
    form.querySelector("mark").textContent = words.text;
    form.querySelector(".marked small").textContent = `page ${words.page}`;
    form.querySelector(".quote").textContent = words.quote;
    form.elements.table[2].click();
  } catch (refused) {
    form.querySelector("mark").textContent = "";
    form.querySelector(".quote").textContent = "";
    refusal.textContent = refused.message;
    refusal.hidden = false;
    mark = null;
  }
  form.classList.toggle("nothing", !mark);
  dialog.showModal();
}

form.addEventListener("input", (event) => {
  if (event.target.name === "table" && mark) form.querySelector(".fields").replaceWith(fieldsOf(event.target.value));
});
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const fields = form.querySelector(".fields");
  const note = form.querySelector(".note").value.trim();
  try {
    const added = await post("additions", { ...mark, table: form.elements.table.value, values: values(fields), note });
    location.hash = encodeURIComponent(added.row);
    location.reload();
  } catch (refused) {
    showProblems(fields, refusal, refused);
  }
});
form.querySelector("[data-close]").addEventListener("click", () => dialog.close());

for (const boxes of document.querySelectorAll(".boxes")) {
  boxes.addEventListener("pointerdown", (event) => {
    if (event.button === 0) draw(boxes, event);
  });
}
