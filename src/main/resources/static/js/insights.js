// Draws a chart over each table of moments, in the page's own colours; the table stays below it, folded.
const { zone } = document.querySelector('.insights').dataset;
const language = document.documentElement.lang.replace(/^en$/, 'en-GB');
const format = options => new Intl.DateTimeFormat(language, { timeZone: zone, hourCycle: 'h23', ...options });
const hour = format({ hour: '2-digit', minute: '2-digit' });
const day = format({ day: 'numeric', month: 'short' });
const moment = format({ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const label = at => { const time = hour.format(at * 1000); return time === '00:00' ? day.format(at * 1000) : time; };
const colour = element => getComputedStyle(element).color;
const values = (rows, cell) => rows.map(row => Number(row.cells[cell].dataset.value));

// The last of a stack is the sum of all and is drawn first, so that each shows what it adds.
function stacked(columns) {
  const sums = [];
  for (const column of columns) sums.push(column.map((value, n) => value + (sums.at(-1)?.[n] ?? 0)));
  return sums.reverse();
}

function series([at, ...heads], raw, isStack) {
  const drawn = heads.map((head, n) => ({
    label: head.textContent,
    stroke: isStack ? colour(head) : colour(document.querySelector('.insights a')),
    fill: isStack ? colour(head) : undefined,
    width: isStack ? 0 : 2,
    paths: isStack ? uPlot.paths.bars({ size: [0.8, 48], align: 1 }) : uPlot.paths.stepped({ align: 1 }),
    points: { show: false },
    value: (_, _sum, _series, at) => at === null ? '–' : String(raw[n][at]),
  }));
  return [{ label: at.textContent, value: (_, when) => when === null ? '–' : moment.format(when * 1000) }, ...(isStack ? drawn.reverse() : drawn)];
}

function draw(table, place) {
  const isStack = table.dataset.shape === 'STACKS';
  const rows = [...table.tBodies[0].rows];
  const heads = [...table.tHead.rows[0].cells];
  const raw = heads.slice(1).map((_, n) => values(rows, n + 1));
  const axis = { stroke: colour(table.querySelector('th')), grid: { stroke: getComputedStyle(table.querySelector('td')).borderBottomColor, width: 1 }, ticks: { show: false } };
  const step = rows.length > 1 ? rows[1].cells[0].dataset.value - rows[0].cells[0].dataset.value : 3600;
  return new uPlot({
    width: place.clientWidth, height: 220,
    tzDate: at => uPlot.tzDate(new Date(at * 1000), zone),
    scales: { x: { range: (_, from, to) => [from, isStack ? to + step : to] }, y: { range: (_, _from, to) => [0, Math.max(to * 1.05, 4)] } },
    axes: [{ ...axis, values: (_, all) => all.map(label) }, { ...axis, size: 44, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 10000] }],
    cursor: { drag: { x: false, y: false } },
    series: series(heads, raw, isStack),
  }, [values(rows, 0), ...(isStack ? stacked(raw) : raw)], place);
}

for (const table of document.querySelectorAll('table[data-shape]')) {
  const place = Object.assign(document.createElement('div'), { className: 'chart' });
  place.setAttribute('aria-hidden', 'true');
  const details = table.closest('details');
  details.before(place);
  let chart = draw(table, place);
  details.open = false;
  new ResizeObserver(() => chart.setSize({ width: place.clientWidth, height: 220 })).observe(place);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { chart.destroy(); chart = draw(table, place); });
}
