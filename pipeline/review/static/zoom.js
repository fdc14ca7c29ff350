// How wide the pages are drawn: a multiple of their pane.

const STEPS = [1, 1.4, 2, 2.8];
const pages = document.querySelector(".pages");
let step = 0;

document.querySelector(".zoom").addEventListener("click", (event) => {
  const change = Number(event.target.dataset.zoom ?? 0);
  const before = pages.scrollHeight;
  step = Math.min(Math.max(step + change, 0), STEPS.length - 1);
  pages.style.setProperty("--zoom", STEPS[step]);
  pages.scrollTop *= pages.scrollHeight / before;
});
