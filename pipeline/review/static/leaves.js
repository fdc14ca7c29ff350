// How wide the pages are drawn, a multiple of their pane, and which of them is in sight.

const STEPS = [1, 1.4, 2, 2.8];
const pages = document.querySelector(".pages");
const page = document.getElementById("page");
const leaves = [...pages.querySelectorAll(".leaf")];
// Both stay when the page is loaded again.
const KEPT = `place ${location.pathname}`;
const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
let step = kept.step ?? 0;

const zoom = () => pages.style.setProperty("--zoom", STEPS[step]);

document.querySelector(".view").addEventListener("click", (event) => {
  const change = Number(event.target.dataset.zoom ?? 0);
  if (!change) return;
  const before = pages.scrollHeight;
  step = Math.min(Math.max(step + change, 0), STEPS.length - 1);
  zoom();
  pages.scrollTop *= pages.scrollHeight / before;
});

page.addEventListener("change", () => {
  const wanted = leaves.find((leaf) => leaf.dataset.page === page.value);
  if (wanted) pages.scrollTop = wanted.offsetTop;
});
page.addEventListener("keydown", (event) => {
  if (event.key === "Enter") page.blur(); // which tells the change
});
pages.addEventListener("scroll", () => {
  if (document.activeElement === page) return;
  const middle = pages.scrollTop + pages.clientHeight / 2;
  page.value = (leaves.findLast((leaf) => leaf.offsetTop <= middle) ?? leaves[0]).dataset.page;
});
addEventListener("pagehide", () => {
  const { scrollTop: top, scrollLeft: left } = pages;
  sessionStorage.setItem(KEPT, JSON.stringify({ step, top, left }));
});

zoom();
pages.scrollTo(kept);
