// The decisions of this session in this tab: what to undo, the last first, and what to redo. Each is a list of rows with
// the lines that stood on them before it and after it.

const KEY = `history ${location.pathname}`;
const read = () => JSON.parse(sessionStorage.getItem(KEY) ?? '{"undo":[],"redo":[]}');
const write = (history) => sessionStorage.setItem(KEY, JSON.stringify(history));

export function remember(rows) {
  const { undo } = read();
  write({ undo: [...undo, rows], redo: [] });
}

// Takes the last step of that way; it is one of the other way then.
export function step(way) {
  const history = read();
  const rows = history[way].pop();
  if (rows) history[way === "undo" ? "redo" : "undo"].push(rows);
  write(history);
  return rows?.map(({ before, after, ...row }) =>
    way === "undo" ? { ...row, seen: after, standing: before } : { ...row, seen: before, standing: after },
  );
}
