// The list of documents: which are shown, in which order.

const body = document.querySelector(".documents tbody");
const [search, state, sort] = ["search", "state", "sort"].map((id) => document.getElementById(id));
const rows = [...body.rows];

const STATES = {
  "": () => true,
  open: (row) => row.dataset.state === "open",
  checked: (row) => row.dataset.checked !== "0",
  done: (row) => row.dataset.state === "done",
  unread: (row) => row.dataset.state === "unread",
};
const ORDERS = {
  urgency: (a, b) => a.dataset.urgency - b.dataset.urgency,
  name: (a, b) => a.dataset.name.localeCompare(b.dataset.name),
  open: (a, b) => b.dataset.open - a.dataset.open,
};

function filter() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const row of rows) {
    const text = row.textContent.toLowerCase();
    row.hidden = !STATES[state.value](row) || !words.every((word) => text.includes(word));
  }
  document.getElementById("nothing").hidden = rows.some((row) => !row.hidden);
}

search.addEventListener("input", filter);
state.addEventListener("input", filter);
sort.addEventListener("input", () => body.append(...rows.sort(ORDERS[sort.value])));
search.form.addEventListener("submit", (event) => event.preventDefault());
