(function () {
  "use strict";
  const root = document.documentElement;

  // Plots, in the colours of the page.
  const plots = JSON.parse(document.getElementById("data").textContent);
  const charts = [];

  function colour(name) {
    return getComputedStyle(root).getPropertyValue(name).trim();
  }

  // Long names need bars that lie.
  function lies(plot) {
    return plot.id === "failures";
  }

  function options(plot) {
    const grid = { color: colour("--line") };
    const ticks = { color: colour("--muted") };
    const title = (text) => ({ display: true, text, color: colour("--muted") });
    const kinds = { grid: { display: false }, ticks, title: title(plot.axis), border: grid };
    const amount = {
      grid, border: { display: false }, beginAtZero: true, title: title(plot.unit),
      ticks: plot.unit === "files" ? { ...ticks, precision: 0 } : ticks,
    };
    return {
      animation: false,
      maintainAspectRatio: false,
      plugins: { legend: { display: false } },
      indexAxis: lies(plot) ? "y" : "x",
      scales: lies(plot) ? { x: amount, y: kinds } : { x: kinds, y: amount },
    };
  }

  function draw() {
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    charts.splice(0).forEach((chart) => chart.destroy());
    for (const plot of plots) {
      const bar = colour(plot.id === "failures" ? "--bad" : "--accent");
      charts.push(new Chart(document.getElementById("plot-" + plot.id), {
        type: "bar",
        data: {
          labels: plot.labels,
          datasets: [{ label: plot.unit, data: plot.values, backgroundColor: bar, maxBarThickness: 56 }],
        },
        options: options(plot),
      }));
    }
  }

  const section = document.getElementById("plots");
  for (const plot of plots) {
    const box = document.createElement("div");
    const title = document.createElement("h2");
    const frame = document.createElement("div");
    const canvas = document.createElement("canvas");
    box.className = "plot";
    frame.className = "canvas";
    title.textContent = plot.title;
    canvas.id = "plot-" + plot.id;
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", plot.title + ": "
        + plot.labels.map((label, i) => label + " " + Math.round(plot.values[i] * 100) / 100).join(", "));
    frame.append(canvas);
    box.append(title, frame);
    section.append(box);
  }
  section.hidden = plots.length === 0;
  draw();

  // Light and dark.
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const theme = document.getElementById("theme");
  theme.hidden = false;
  theme.addEventListener("click", () => {
    const now = root.dataset.theme || (dark.matches ? "dark" : "light");
    root.dataset.theme = now === "dark" ? "light" : "dark";
    draw();
  });
  dark.addEventListener("change", draw);

  // The table of all files.
  const table = document.getElementById("files");
  if (!table) {
    return;
  }
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const names = new Intl.Collator("en", { numeric: true });

  function sort(header, column) {
    const falls = header.getAttribute("aria-sort") === "ascending";
    const key = (row) => row.cells[column].dataset.by;
    rows.sort((a, b) => {
      const order = key(a) === undefined
          ? names.compare(a.cells[column].textContent, b.cells[column].textContent)
          : Number(key(a)) - Number(key(b));
      return falls ? -order : order;
    });
    for (const other of table.tHead.rows[0].cells) {
      other.removeAttribute("aria-sort");
    }
    header.setAttribute("aria-sort", falls ? "descending" : "ascending");
    body.append(...rows);
  }

  Array.from(table.tHead.rows[0].cells).forEach((header, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = header.textContent;
    button.addEventListener("click", () => sort(header, column));
    header.replaceChildren(button);
  });

  const find = document.getElementById("find");
  const status = document.getElementById("status");

  function filter() {
    const wanted = find.value.trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      const fits = row.cells[0].textContent.toLowerCase().includes(wanted)
          && (!status.value || row.cells[1].textContent === status.value);
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    document.getElementById("shown").textContent = shown + " of " + rows.length + " shown";
  }

  find.addEventListener("input", filter);
  status.addEventListener("change", filter);
  document.getElementById("tools").hidden = false;
  filter();
})();
