// The tables of a text as grids: each stands below the text, and what is written in it is written in the text.
// A table is consecutive lines with a TAB between the cells, as `paper/blocks.py` reads them.
"use strict";
(() => {
  const words = document.getElementById("grid")?.dataset;
  if (!words) return;
  const named = (pattern, ...values) => values.reduce((text, value, place) => text.replace(`{${place}}`, String(value)), pattern);
  const LISTED = /^\s*[-–·•*](\s|$)|^\s*o\s+\S|^\s+(\d{1,3}|[a-z])[.)]\s+\S/;

  // ---- Text to rows and back
  function kinds(lines) {
    const sure = lines.map((line) => line.trim().includes("\t") && !LISTED.test(line));
    const edge = lines.map((line) => line.includes("\t") && line.trim() !== "" && !LISTED.test(line));
    // A row whose one filled cell is the first or the last has no TAB inside: its neighbours tell that it is one.
    lines.forEach((_, at) => { if (edge[at] && sure[at - 1]) sure[at] = true; });
    for (let at = lines.length - 2; at >= 0; at -= 1) if (edge[at] && sure[at + 1]) sure[at] = true;
    return sure;
  }

  function tables(text) {
    const lines = text.split("\n");
    const found = [];
    let start = 0;
    kinds(lines).forEach((isRow, at) => {
      const last = found.at(-1);
      if (isRow && last?.next === at) {
        last.rows.push(lines[at].split("\t"));
        Object.assign(last, { next: at + 1, end: start + lines[at].length });
      } else if (isRow) {
        found.push({ next: at + 1, start, end: start + lines[at].length, rows: [lines[at].split("\t")] });
      }
      start += lines[at].length + 1;
    });
    return found.map(({ start: from, end, rows }) => ({ start: from, end, rows: even(rows) }));
  }

  function even(rows) {
    const width = Math.max(...rows.map((row) => row.length));
    return rows.map((row) => [...row.map((cell) => cell.trim()), ...Array(width - row.length).fill("")]);
  }

  // A row without a word would part the table in two: it is kept in the grid only.
  const written = (rows) => rows.filter((row) => row.some(Boolean)).map((row) => row.join("\t")).join("\n");

  // What Excel and Word copy: TABs and line feeds; a cell with a line feed in it stands in quotation marks.
  function copied(text) {
    const whole = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
    const flat = whole.replace(/(^|[\t\n])"((?:[^"]|"")*)"(?=[\t\n]|$)/g, (_, before, cell) => before + cell.replace(/""/g, '"').replace(/\n/g, " "));
    return even(flat.split("\n").map((line) => line.split("\t")));
  }

  // ---- One text with its grids
  function begin(area) {
    const place = document.createElement("div");
    area.insertAdjacentElement("afterend", place);
    let grids = [];
    let seen = null;

    function look() {
      if (area.value === seen) return;
      seen = area.value;
      const found = tables(seen);
      const same = found.length === grids.length && found.every((one, at) => written(one.rows) === written(grids[at].rows));
      if (same) return found.forEach(({ start, end }, at) => Object.assign(grids[at], { start, end }));
      grids = found;
      place.replaceChildren(...grids.map(drawn));
    }

    function write(grid) {
      const text = written(grid.rows);
      const longer = text.length - (grid.end - grid.start);
      area.setRangeText(text, grid.start, grid.end, "preserve");
      grid.end += longer;
      grids.slice(grids.indexOf(grid) + 1).forEach((one) => { one.start += longer; one.end += longer; });
      seen = area.value;
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }

    function drawn(grid, at) {
      const box = document.getElementById("grid").content.firstElementChild.cloneNode(true);
      box.setAttribute("aria-label", named(words.name, at + 1));
      const table = box.querySelector("table");
      const cell = (row, column) => table.rows[row]?.cells[column]?.firstElementChild;
      let here = [0, 0];

      function fill() {
        const widths = grid.rows[0].map((_, column) => Math.min(Math.max(6, ...grid.rows.map((row) => row[column].length + 1)), 36));
        table.replaceChildren(...grid.rows.map((row, r) => {
          const line = document.createElement("tr");
          line.append(...row.map((value, c) => {
            const holder = document.createElement("td");
            const input = Object.assign(document.createElement("input"), { type: "text", value, size: widths[c], autocomplete: "off" });
            input.setAttribute("aria-label", named(words.cell, r + 1, c + 1));
            holder.append(input);
            return holder;
          }));
          return line;
        }));
        box.querySelectorAll("[data-grid-do^=drop]").forEach((button) => {
          button.disabled = (button.dataset.gridDo === "drop-row" ? grid.rows.length : grid.rows[0].length) < 2;
        });
      }

      function go(row, column) {
        here = [Math.min(Math.max(row, 0), grid.rows.length - 1), Math.min(Math.max(column, 0), grid.rows[0].length - 1)];
        const input = cell(...here);
        input.focus();
        input.select();
      }

      const deeds = {
        "add-row": ([row, column]) => { grid.rows.splice(row + 1, 0, grid.rows[0].map(() => "")); return [row + 1, column]; },
        "add-column": ([row, column]) => { grid.rows.forEach((one) => one.splice(column + 1, 0, "")); return [row, column + 1]; },
        "drop-row": ([row, column]) => { if (grid.rows.length > 1) grid.rows.splice(row, 1); return [row, column]; },
        "drop-column": ([row, column]) => { if (grid.rows[0].length > 1) grid.rows.forEach((one) => one.splice(column, 1)); return [row, column]; },
      };

      function change(deed) {
        const next = deeds[deed](here);
        write(grid);
        fill();
        go(...next);
      }

      function spread(rows) {
        const [top, left] = here;
        rows.forEach((row, r) => row.forEach((value, c) => {
          while (grid.rows.length <= top + r) grid.rows.push(grid.rows[0].map(() => ""));
          while (grid.rows[0].length <= left + c) grid.rows.forEach((one) => one.push(""));
          grid.rows[top + r][left + c] = value.trim();
        }));
        write(grid);
        fill();
        go(top + rows.length - 1, left + rows[0].length - 1);
      }

      const where = (input) => [input.closest("tr").rowIndex, input.parentElement.cellIndex];
      table.addEventListener("focusin", ({ target }) => { here = where(target); });
      table.addEventListener("input", (event) => {
        event.stopPropagation();
        const [row, column] = where(event.target);
        look();
        if (!table.isConnected) return;
        grid.rows[row][column] = event.target.value.replace(/\s/g, " ").trim();
        write(grid);
      });
      table.addEventListener("paste", (event) => {
        const plain = event.clipboardData?.getData("text/plain") ?? "";
        if (!/[\t\n]/.test(plain.trim())) return;
        event.preventDefault();
        spread(copied(plain));
      });
      table.addEventListener("keydown", (event) => {
        const input = event.target;
        const [row, column] = where(input);
        const wanted = pressed(event, input, row, column);
        if (!wanted) return;
        event.preventDefault();
        wanted();
      });

      function pressed(event, input, row, column) {
        if (event.altKey && event.shiftKey) {
          const deed = { ArrowDown: "add-row", ArrowRight: "add-column", ArrowUp: "drop-row", ArrowLeft: "drop-column" }[event.key];
          return deed && (() => change(deed));
        }
        if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
        const whole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
        const first = whole || (input.selectionEnd === 0);
        const last = whole || (input.selectionStart === input.value.length);
        if (event.key === "Enter" && event.shiftKey) return () => go(row - 1, column);
        if (event.key === "Enter") return () => (row + 1 < grid.rows.length ? go(row + 1, column) : change("add-row"));
        if (event.shiftKey) return null;
        if (event.key === "ArrowUp") return () => go(row - 1, column);
        if (event.key === "ArrowDown") return () => go(row + 1, column);
        if (event.key === "ArrowLeft" && first && column > 0) return () => go(row, column - 1);
        if (event.key === "ArrowRight" && last && column + 1 < grid.rows[0].length) return () => go(row, column + 1);
        return null;
      }

      box.addEventListener("click", ({ target }) => { if (target.dataset.gridDo) change(target.dataset.gridDo); });
      fill();
      grid.go = go;
      return box;
    }

    // A new grid stands where the text was being written; it is no text before something is written in it.
    function make() {
      look();
      const line = area.value.indexOf("\n", area.selectionEnd);
      const lineEnd = line < 0 ? area.value.length : line;
      const at = grids.find((one) => one.start <= lineEnd && lineEnd <= one.end)?.end ?? lineEnd;
      const before = area.value.slice(0, at).trim() ? "\n\n" : "";
      const after = area.value.slice(at).trim() ? "\n\n" : "";
      area.setRangeText(before + after, at, at, "preserve");
      const start = at + before.length;
      seen = area.value;
      const made = { start, end: start, rows: [["", "", ""], ["", "", ""], ["", "", ""]] };
      grids.forEach((one) => { if (one.start >= at) { one.start += before.length + after.length; one.end += before.length + after.length; } });
      const order = grids.filter((one) => one.start < start).length;
      grids.splice(order, 0, made);
      place.replaceChildren(...grids.map(drawn));
      made.go(0, 0);
    }

    area.addEventListener("input", look);
    area.addEventListener("focus", look);
    area.addEventListener("new-grid", make);
    look();
  }

  document.querySelectorAll("textarea[data-grids]").forEach(begin);
})();
