// Asks the server for a change. Throws Refused with its answer: a sentence, what is wrong by field, or rows as they are.

const reviewer = document.getElementById("reviewer");
reviewer.value = localStorage.getItem("reviewer") ?? reviewer.value;
reviewer.addEventListener("change", () => localStorage.setItem("reviewer", reviewer.value));

export class Refused extends Error {
  constructor({ message, problems = {}, ...answer }) {
    super(message);
    this.problems = problems;
    this.answer = answer;
  }
}

export async function post(action, data) {
  const body = JSON.stringify({ ...data, reviewer: reviewer.value.trim() });
  let answer;
  try {
    answer = await fetch(action, { method: "POST", headers: { "Content-Type": "application/json" }, body });
  } catch {
    throw new Refused({ message: "The server does not answer: is `donor-profiles review` still running?" });
  }
  if (answer.ok) return answer.json();
  const isOurs = answer.headers.get("Content-Type")?.includes("json");
  throw new Refused(isOurs ? await answer.json() : { message: await answer.text() });
}
