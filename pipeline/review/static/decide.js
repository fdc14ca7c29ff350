// Decisions on rows: sent to the server, which checks and writes them and answers with the row as it is then.

import { fieldsOf, inputs, showProblems, values } from "./fields.js";
import { post } from "./server.js";

const list = document.getElementById("list");
const DECIDED = `decided ${location.pathname}`; // the ids of the rows decided in this session, to undo the last first

const go = () => document.dispatchEvent(new CustomEvent("review:go", { detail: { step: 1, open: true } }));
const select = (row) => document.dispatchEvent(new CustomEvent("review:select", { detail: row }));

const decided = () => JSON.parse(sessionStorage.getItem(DECIDED) ?? "[]");

function remember(id, verdict) {
  const others = decided().filter((other) => other !== id);
  sessionStorage.setItem(DECIDED, JSON.stringify(verdict === "withdraw" ? others : [...others, id]));
}

function offer(row) {
  if (row.matches(".remark") || row.querySelector(".actions")) return;
  const actions = document.getElementById("actions").content.cloneNode(true);
  actions.querySelector('[data-decide="withdraw"]').hidden = !("decided" in row.dataset);
  row.querySelector(".origin").before(actions);
}

async function decide(row, verdict, changed = {}) {
  const { table, id } = row.dataset;
  const note = row.querySelector(".note")?.value.trim() ?? "";
  const parts = await post("decisions", { table, id, verdict, values: changed, note });
  document.getElementById("progress").outerHTML = parts.progress;
  document.getElementById("again").hidden = false;
  remember(row.id, verdict);
  if (!parts.row) return location.reload(); // a row or remark that is no more
  row.outerHTML = parts.row;
  const now = document.getElementById(row.id);
  for (const box of document.querySelectorAll(`[data-row="${CSS.escape(row.id)}"]`)) box.dataset.state = now.dataset.state;
  select(now);
  if (verdict !== "withdraw") go();
}

function tell(row, refused) {
  const fields = row.querySelector(".fields");
  const refusal = row.querySelector(".refusal");
  if (fields) return showProblems(fields, refusal, refused);
  refusal.textContent = refused.message;
  refusal.hidden = false;
}

async function run(row, verdict, changed) {
  try {
    await decide(row, verdict, changed);
  } catch (refused) {
    tell(row, refused);
  }
}

function correct(row) {
  if (row.querySelector("form")) return row.querySelector("form input, form select").focus();
  const form = document.createElement("form");
  const fields = fieldsOf(row.dataset.table);
  for (const input of inputs(fields)) input.value = row.querySelector(`[data-field="${input.name}"]`).dataset.value;
  form.innerHTML = '<div class="actions"><button class="accept">Save</button><button type="button" data-close>Cancel</button></div>';
  form.prepend(fields);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run(row, "correct", values(fields));
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(row);
  });
  row.querySelector(".values").hidden = true;
  row.querySelector(".values").after(form);
  (inputs(fields).find((input) => input.name === row.dataset.doubted) ?? inputs(fields)[0]).focus();
}

function close(row) {
  row.querySelector("form").remove();
  row.querySelector(".values").hidden = false;
  row.querySelector("summary").focus();
}

function undo() {
  const row = list.querySelector("details[open]");
  if (row?.querySelector('[data-decide="withdraw"]:not([hidden])')) return run(row, "withdraw");
  const before = decided().map((id) => document.getElementById(id)).findLast((row) => row && "decided" in row.dataset);
  if (before) run(before, "withdraw");
}

list.addEventListener("click", (event) => {
  const { decide: verdict, copy, close: cancelled } = event.target.closest("button")?.dataset ?? {};
  const row = event.target.closest("details");
  if (verdict === "correct") correct(row);
  else if (verdict) run(row, verdict);
  else if (copy) navigator.clipboard.writeText(copy);
  else if (cancelled !== undefined) close(row);
});
document.addEventListener("review:undo", undo);
document.addEventListener("review:selected", (event) => offer(event.detail));
const selected = list.querySelector("details[open]"); // before this module was loaded
if (selected) offer(selected);
