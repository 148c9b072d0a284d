// Draws each chart from its table, which stays for those who read it.
(() => {
  if (typeof uPlot === "undefined") {
    return;
  }
  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const COLORS = ["--link", "--good", "--bad", "--warn", "--calm", "--field"];
  const DASHES = [[], [6, 4], [2, 3], [10, 4, 2, 4], [1, 4], [12, 6]];
  const number = (cell) => {
    const text = cell?.dataset.value ?? cell?.textContent.trim() ?? "";
    return text === "" ? null : Number(text);
  };

  const draw = (chart) => {
    const table = document.getElementById(chart.dataset.table);
    if (!table) {
      return;
    }
    const rows = Array.from(table.tBodies[0].rows).filter((row) => !row.classList.contains("sum"));
    const heads = Array.from(table.tHead.rows[0].cells).map((cell) => cell.textContent);
    const labels = rows.map((row) => row.cells[0].textContent);
    const percent = Number(chart.dataset.percent ?? -1);
    const columns = heads.map((_, at) => at).slice(1, 1 + COLORS.length);
    const rises = rows.map((row) => row.dataset.rise ?? "");
    const axis = { stroke: color("--faint"), grid: { stroke: color("--line"), width: 1 }, ticks: { stroke: color("--line") } };
    const axes = [{ ...axis, incrs: [1, 2, 4, 13, 26, 52], values: (_, ticks) => ticks.map((at) => labels[at] ?? "") }, axis];
    const scales = { x: { time: false } };
    if (percent > 0) {
      scales["%"] = { range: [0, 100] };
      axes.push({ ...axis, scale: "%", side: 1, grid: { show: false }, values: (_, ticks) => ticks.map((at) => at + " %") });
    }
    // A line down where a rise was found.
    const marks = (plot) => {
      const { ctx, bbox } = plot;
      rises.forEach((rise, at) => {
        if (rise === "") {
          return;
        }
        const x = Math.round(plot.valToPos(at, "x", true));
        ctx.save();
        ctx.strokeStyle = color("--bad");
        ctx.fillStyle = color("--bad");
        ctx.lineWidth = 2;
        ctx.setLineDash([4, 4]);
        ctx.beginPath();
        ctx.moveTo(x, bbox.top);
        ctx.lineTo(x, bbox.top + bbox.height);
        ctx.stroke();
        ctx.beginPath();
        ctx.arc(x, bbox.top + 6, 6, 0, 2 * Math.PI);
        ctx.fill();
        ctx.restore();
      });
    };
    const named = (at) => (labels[at] ?? "–") + (rises[at] ? " ⚠ " + rises[at] : "");
    chart.replaceChildren();
    new uPlot(
      {
        width: chart.clientWidth,
        height: 220,
        legend: { show: true },
        scales,
        axes,
        hooks: { draw: [marks] },
        series: [
          { label: heads[0], value: (_, at) => (at === null ? "–" : named(at)) },
          ...columns.map((column, at) => ({
            label: heads[column],
            stroke: color(COLORS[at]),
            width: 2,
            dash: DASHES[at],
            scale: column === percent ? "%" : "y",
            points: { show: true },
          })),
        ],
      },
      [labels.map((_, at) => at), ...columns.map((column) => rows.map((row) => number(row.cells[column])))],
      chart,
    );
  };

  const all = () => document.querySelectorAll(".chart").forEach(draw);
  all();
  window.addEventListener("resize", all);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", all);
})();
