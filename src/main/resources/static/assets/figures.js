// Draws the trend from its table, which stays for those who read it.
(() => {
  const chart = document.getElementById("chart");
  const table = document.getElementById("weeks");
  if (!chart || !table || typeof uPlot === "undefined") {
    return;
  }
  const rows = Array.from(table.tBodies[0].rows);
  const labels = rows.map((row) => row.cells[0].textContent);
  const numbers = (cell) => rows.map((row) => (row.cells[cell].textContent === "" ? null : Number(row.cells[cell].textContent)));
  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const draw = () => {
    chart.replaceChildren();
    const axis = { stroke: color("--faint"), grid: { stroke: color("--line"), width: 1 }, ticks: { stroke: color("--line") } };
    new uPlot(
      {
        width: chart.clientWidth,
        height: 220,
        legend: { show: true },
        scales: { x: { time: false }, "%": { range: [0, 100] } },
        axes: [
          { ...axis, incrs: [1, 2, 4, 13, 26, 52], values: (_, ticks) => ticks.map((at) => labels[at] ?? "") },
          axis,
          { ...axis, scale: "%", side: 1, grid: { show: false }, values: (_, ticks) => ticks.map((at) => at + " %") },
        ],
        series: [
          { label: chart.dataset.week, value: (_, at) => labels[at] ?? "–" },
          { label: chart.dataset.received, stroke: color("--link"), width: 2, points: { show: true } },
          { label: chart.dataset.intime, stroke: color("--good"), width: 2, dash: [6, 4], scale: "%", points: { show: true } },
        ],
      },
      [labels.map((_, at) => at), numbers(1), numbers(2)],
      chart,
    );
  };
  draw();
  window.addEventListener("resize", draw);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
})();
