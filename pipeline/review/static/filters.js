// Which rows are shown, in which order; boxes of rows that are not shown are not shown either.

const filters = document.getElementById("filters");
const list = document.getElementById("list");
const nothing = document.getElementById("nothing");

const isShown = ({ table, state, check, words }) => (row) =>
  (!table || row.dataset.table === table) &&
  (!state || (row.dataset.state === "open") === (state === "open")) &&
  (!check || (check === "*" ? row.dataset.checks : row.dataset.checks.split(" ").includes(check))) &&
  words.every((word) => row.textContent.toLowerCase().includes(word));

function apply() {
  const data = new FormData(filters);
  const wanted = Object.fromEntries(data);
  wanted.words = wanted.search.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = isShown(wanted);
  const hidden = new Set();
  for (const row of list.querySelectorAll(".row")) {
    row.hidden = !fits(row);
    if (row.hidden) hidden.add(row.id);
  }
  for (const box of document.querySelectorAll(".boxes [data-row]")) {
    box.classList.toggle("filtered", hidden.has(box.dataset.row));
  }
  for (const remark of list.querySelectorAll(".remark")) {
    remark.hidden = Boolean(wanted.table || wanted.state === "decided" || (wanted.check && wanted.check !== "*"));
  }
  nothing.hidden = Boolean(list.querySelector(".row:not([hidden])"));
}

// What is compared, in this order. Rows of a project stand below it, those of none at the end.
const KEYS = {
  order: (row) => [],
  urgency: (row) => [Number(row.urgency)],
  unsure: (row) => [-Number(row.unsure)],
  project: (row) => [row.project === "" ? Infinity : Number(row.project), row.table === "projects" ? 0 : 1],
};

function compare(one, other) {
  const at = one.findIndex((part, place) => part !== other[place]);
  return at < 0 ? 0 : one[at] < other[at] ? -1 : 1;
}

function sort() {
  const order = filters.elements.sort.value;
  const keyed = [...list.querySelectorAll(".row")].map((row) => [[...KEYS[order](row.dataset), row.dataset.order], row]);
  nothing.before(...keyed.sort(([one], [other]) => compare(one, other)).map(([, row]) => row));
  list.dataset.sort = order;
}

// What is filtered and in which order stays when the page is loaded again.
const KEPT = `filters ${location.pathname}`;

function restore() {
  for (const [name, value] of Object.entries(JSON.parse(sessionStorage.getItem(KEPT) ?? "{}"))) {
    const field = filters.elements[name];
    if (field) field.value = value;
    if (field?.selectedIndex === -1) field.selectedIndex = 0; // a check that is told no more
  }
  if (filters.elements.sort.value !== "urgency") sort();
  apply();
}

filters.addEventListener("input", (event) => {
  sessionStorage.setItem(KEPT, JSON.stringify(Object.fromEntries(new FormData(filters))));
  if (event.target.name === "sort") sort();
  else apply();
});
filters.addEventListener("submit", (event) => event.preventDefault());
restore();
