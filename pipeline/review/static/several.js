// Decisions on several rows at once.

import { decide, tell } from "./decide.js";

const list = document.getElementById("list");
const told = document.getElementById("told");
const open = () => [...list.querySelectorAll('.row[data-state="open"]')];

async function accept(rows, row) {
  if (!rows.length) return (told.textContent = "There is no such row.");
  try {
    await decide(rows, "accept");
    told.innerHTML = `${rows.length} row${rows.length === 1 ? "" : "s"} accepted; <kbd>u</kbd> undoes it.`;
  } catch (refused) {
    tell(row, refused);
  }
}

document.getElementById("accept-all").addEventListener("click", () => {
  accept(open().filter((row) => !row.hidden && !row.dataset.checks));
});
list.addEventListener("click", (event) => {
  if (event.target.closest("button")?.dataset.decide !== "accept-parts") return;
  const project = event.target.closest("details");
  accept(open().filter((row) => row.dataset.project === project.dataset.project), project);
});
