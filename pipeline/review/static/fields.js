// The fields of a table as a form: made from the page's template for that table, which the schema made.

export function fieldsOf(table) {
  const fields = document.createElement("div");
  fields.className = "fields";
  fields.append(document.getElementById(`fields-${table}`).content.cloneNode(true));
  return fields;
}

export const inputs = (fields) => [...fields.querySelectorAll("input, select")];
export const values = (fields) => Object.fromEntries(inputs(fields).map((input) => [input.name, input.value]));

export function showProblems(fields, refusal, { message, problems }) {
  for (const input of inputs(fields)) {
    const problem = problems[input.name] ?? "";
    input.classList.toggle("wrong", Boolean(problem));
    input.closest(".field").querySelector(".problem").textContent = problem;
  }
  refusal.textContent = Object.keys(problems).length ? "" : message;
  refusal.hidden = !refusal.textContent;
  fields.querySelector(".wrong")?.focus();
}
