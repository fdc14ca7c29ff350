// Decisions on rows: sent to the server, which checks and writes them and answers with the rows as they are then.

import { fieldsOf, inputs, showProblems, values } from "./fields.js";
import { remember, step } from "./history.js";
import { post } from "./server.js";

const list = document.getElementById("list");
const told = document.getElementById("told");
const waiting = document.getElementById("again"); // tells that decisions wait for the next run

const select = (row) => document.dispatchEvent(new CustomEvent("review:select", { detail: row }));
const go = () => document.dispatchEvent(new CustomEvent("review:go", { detail: { step: 1, open: true } }));
const standing = (row) => row.dataset.standing.split(" ").filter(Boolean).map(Number);
const target = (row) => ({ table: row.dataset.table, id: row.dataset.id, seen: standing(row) });
const selected = () => list.querySelector("details[open]");

function offer(row) {
  if (row.matches(".remark") || row.querySelector(".actions")) return;
  const actions = document.getElementById("actions").content.cloneNode(true);
  const button = (verdict) => actions.querySelector(`[data-decide="${verdict}"]`);
  button("restore").hidden = !row.dataset.standing;
  button("accept-parts").hidden = row.dataset.table !== "projects";
  button("reject").hidden = row.dataset.table === "documents";
  row.querySelector(".origin").before(actions);
}

// Puts rows in their place as the server tells them; those that are no more need the page anew.
function show({ rows, progress }) {
  document.getElementById("progress").outerHTML = progress;
  const wasOpen = selected()?.id;
  for (const [id, html] of Object.entries(rows)) {
    const before = document.getElementById(id);
    if (!html || !before) return location.reload();
    const isHidden = before.hidden;
    before.outerHTML = html;
    const now = document.getElementById(id);
    now.hidden = isHidden;
    for (const box of document.querySelectorAll(`[data-row="${CSS.escape(id)}"]`)) box.dataset.state = now.dataset.state;
  }
  if (wasOpen in rows) select(document.getElementById(wasOpen));
}

async function send(rows, change) {
  const answer = await post("decisions", { rows, ...change });
  waiting.hidden = false;
  return answer;
}

export async function decide(rows, verdict, changed = {}) {
  const note = selected()?.querySelector(".note")?.value.trim() ?? "";
  const targets = rows.map(target);
  const answer = await send(targets, { verdict, values: changed, note });
  remember(targets.map(({ seen, ...row }) => ({ ...row, before: seen, after: answer.standing[`${row.table}/${row.id}`] })));
  show(answer);
}

export function tell(row, refused) {
  if (refused.answer?.rows) show(refused.answer); // somebody else was earlier
  const now = row && document.getElementById(row.id);
  const [fields, refusal] = [now?.querySelector(".fields"), now?.querySelector(".refusal")];
  if (fields) return showProblems(fields, refusal, refused);
  const place = refusal ?? told;
  place.textContent = refused.message;
  place.hidden = false;
}

async function run(row, verdict, changed) {
  try {
    await decide([row], verdict, changed);
    if (verdict !== "restore") go();
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

async function goBack(way) {
  const rows = step(way);
  if (!rows) return (told.textContent = `Nothing to ${way}.`);
  try {
    const answer = await send(rows, { verdict: "restore" });
    told.textContent = `${way === "undo" ? "Undone" : "Redone"}: ${rows.length} row${rows.length === 1 ? "" : "s"}.`;
    show(answer);
    const row = document.getElementById(`${rows[0].table}/${rows[0].id}`);
    if (row && rows.length === 1) select(row);
  } catch (refused) {
    if (!refused.answer?.rows) step(way === "undo" ? "redo" : "undo"); // nothing was done: it can be tried again
    tell(null, refused);
  }
}

async function apply(button) {
  const refusal = waiting.querySelector(".refusal");
  const offered = button.innerHTML;
  [button.disabled, button.textContent, refusal.hidden] = [true, "Reading…", true];
  try {
    await post("runs", {});
    location.reload();
  } catch (refused) {
    [button.disabled, button.innerHTML, refusal.hidden] = [false, offered, false];
    refusal.textContent = refused.message;
  }
}

list.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  const row = event.target.closest("details");
  const { decide: verdict, values: candidate, close: cancelled } = button?.dataset ?? {};
  if (verdict === "correct") correct(row);
  else if (verdict && verdict !== "accept-parts") run(row, verdict);
  else if (candidate) run(row, "correct", JSON.parse(candidate));
  else if (cancelled !== undefined) close(row);
});
waiting.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  const { copy, apply: again } = button?.dataset ?? {};
  if (copy) navigator.clipboard.writeText(copy);
  else if (again !== undefined) apply(button);
});
document.querySelector(".history").addEventListener("click", (event) => {
  if (event.target.dataset.history) goBack(event.target.dataset.history);
});
document.addEventListener("review:selected", (event) => offer(event.detail));
if (selected()) offer(selected()); // before this module was loaded
