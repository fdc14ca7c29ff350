// Which row is selected, and its boxes on the pages. Other modules ask for a step or a row by the events "review:go" and
// "review:select"; "review:selected" tells them which it is.

const list = document.getElementById("list");
const pages = document.querySelector(".pages");
const shown = () => [...list.querySelectorAll(".row, .remark")].filter((row) => !row.hidden);
const boxesOf = (id) => pages.querySelectorAll(`[data-row="${CSS.escape(id)}"]`);

function close() {
  for (const row of list.querySelectorAll("details[open]")) row.open = false;
  for (const box of pages.querySelectorAll(".selected")) box.classList.remove("selected");
}

function select(row, { scrollPage = true } = {}) {
  close();
  row.open = true;
  document.dispatchEvent(new CustomEvent("review:selected", { detail: row }));
  row.querySelector("summary").focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  const boxes = [...boxesOf(row.id)];
  const above = Map.groupBy(boxes, (box) => box.parentNode);
  for (const box of boxes) box.classList.add("selected");
  for (const [page, its] of above) page.append(...its); // above their neighbours
  if (scrollPage) showPlace(boxes[0], row.dataset.page);
  history.replaceState(null, "", `#${encodeURIComponent(row.id)}`);
}

function showPlace(box, page) {
  const place = box ?? pages.querySelector(`.leaf[data-page="${CSS.escape(page)}"]`);
  if (!place) return;
  const [pane, at] = [pages.getBoundingClientRect(), place.getBoundingClientRect()];
  if (box && at.top >= pane.top && at.bottom <= pane.bottom && at.left >= pane.left && at.right <= pane.right) return;
  pages.scrollBy({ top: at.top - pane.top - (box ? pane.height / 3 : 0), left: at.left - pane.left - pane.width / 3 });
}

function go({ step, open }) {
  const rows = shown();
  const from = rows.findIndex((row) => row.open);
  const wanted = (row) => !open || row.dataset.state === "open";
  const ahead = step > 0 ? rows.slice(from + 1) : rows.slice(0, Math.max(from, 0)).reverse();
  const next = ahead.find(wanted) ?? (open ? rows.find(wanted) : undefined);
  if (next) select(next);
}

list.addEventListener("click", (event) => {
  const row = event.target.closest("summary")?.parentNode;
  if (!row) return;
  event.preventDefault();
  if (row.open) close();
  else select(row);
});

pages.addEventListener("click", (event) => {
  const row = document.getElementById(event.target.closest("[data-row]")?.dataset.row);
  if (!row) return;
  row.hidden = false;
  select(row, { scrollPage: false });
});

// The words that a value was read from, while a person points at it.
list.addEventListener("mouseover", (event) => {
  const field = event.target.closest("[data-field]")?.dataset.field;
  for (const place of pages.querySelectorAll(".source.selected")) {
    place.classList.toggle("pointed", place.dataset.fields.split(" ").includes(field));
  }
});

document.addEventListener("review:go", (event) => go(event.detail));
document.addEventListener("review:select", (event) => select(event.detail));

const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (named) select(named);
