import { ARROW, type ChartedFigure, type FigureChart, type Mark } from './figure-chart.ts'

/** Told apart with most kinds of colour blindness; the symbols differ too. */
const COLOURS = ['#2f6299', '#b3401f', '#2b7a4b', '#7a4fa3', '#8a6d00', '#00798c']
const GREY = '#6b7280'

/**
 * The chart as one SVG file that needs nothing else and holds no script. What came from a text is escaped.
 * @param name of the question; the file's title
 */
export function figureSvg(chart: FigureChart<ChartedFigure>, name: string): string {
  const { width, plot } = chart
  const height = chart.height + 26 + chart.series.length * 20 + 22
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="12">`,
    `<title>${escaped(name)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${plot.left}" y="20" font-size="14" font-weight="600" fill="#111">${escaped(cut(name, width / 8.5))}</text>`,
    '<g transform="translate(0 26)">',
    ...chart.values.flatMap(({ y, label }) => [
      `<line x1="${plot.left}" x2="${plot.right}" y1="${px(y)}" y2="${px(y)}" stroke="#e5e7eb"/>`,
      `<text x="${plot.left - 6}" y="${px(y + 4)}" text-anchor="end" fill="#4b5563">${label}</text>`,
    ]),
    ...chart.days.map(
      ({ x, label }) => `<text x="${px(x)}" y="${plot.bottom + 18}" text-anchor="middle" fill="#4b5563">${label}</text>`,
    ),
    ...chart.bands.flatMap(({ left, right, top, bottom, median, openAbove, openBelow }) => [
      `<rect x="${px(left)}" y="${px(top)}" width="${px(right - left)}" height="${px(Math.max(1, bottom - top))}" fill="#2f6299" fill-opacity="${openAbove || openBelow ? 0.09 : 0.15}"/>`,
      ...(median === null
        ? []
        : [`<line x1="${px(left)}" x2="${px(right)}" y1="${px(median)}" y2="${px(median)}" stroke="#2f6299" stroke-width="2"/>`]),
    ]),
    ...chart.marks.map(drawn),
    ...chart.series.map(({ origin, name }, i) => {
      const y = chart.height + 8 + i * 20
      return `${symbol(i, 24, y, origin === null ? GREY : colour(i), origin !== null)}<text x="38" y="${y + 4}" fill="#111">${escaped(cut(name, width / 7.5))}</text>`
    }),
    `<text x="14" y="${chart.height + 12 + chart.series.length * 20}" fill="#4b5563">${[
      'Shaded: the range between origins; line: their median. Arrow: open bound. Hollow or faint: not weighed.',
      chart.cut ? 'The axis does not begin at 0.' : '',
      chart.undated > 0 ? `${chart.undated} undated not drawn.` : '',
    ]
      .filter((part) => part !== '')
      .join(' ')}</text>`,
    '</g>',
    '</svg>',
  ]
  return `${lines.join('\n')}\n`
}

function drawn({ x, y, top, bottom, open, series, state, figures }: Mark<ChartedFigure>): string {
  const ink = state === 'unrecorded' ? GREY : colour(series)
  const weight = `stroke="${ink}" stroke-width="2"`
  const to = open === 'above' ? y - ARROW : y + ARROW
  const tip = open === 'above' ? 6 : -6
  return [
    `<g opacity="${state === 'superseded' ? 0.45 : 1}"><title>${escaped(`${figures[0]?.asOf}: ${figures[0]?.words}, ${figures[0]?.speaker}`)}</title>`,
    ...(bottom > top ? [`<line x1="${px(x)}" x2="${px(x)}" y1="${px(top)}" y2="${px(bottom)}" ${weight}/>`] : []),
    ...(open === null
      ? []
      : [`<path d="M${px(x)} ${px(y)}V${px(to)}m-4 ${tip}l4 ${-tip}l4 ${tip}" fill="none" ${weight} stroke-dasharray="none"/>`]),
    symbol(series, x, y, ink, state === 'standing' || state === 'superseded'),
    '</g>',
  ].join('')
}

/** The outline of the symbol of a series around a centre: circle, square, diamond, triangle and so on in turn. */
export function symbolPath(series: number, x: number, y: number, r = 5): string {
  const [a, b, c, d] = [px(x - r), px(x + r), px(y - r), px(y + r)]
  switch (series % 4) {
    case 0:
      return `M${a} ${px(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`
    case 1:
      return `M${a} ${c}H${b}V${d}H${a}Z`
    case 2:
      return `M${px(x)} ${px(y - r * 1.3)}L${px(x + r * 1.3)} ${px(y)}L${px(x)} ${px(y + r * 1.3)}L${px(x - r * 1.3)} ${px(y)}Z`
    default:
      return `M${px(x)} ${px(y - r * 1.2)}L${px(x + r * 1.2)} ${d}H${px(x - r * 1.2)}Z`
  }
}

function symbol(series: number, x: number, y: number, ink: string, filled: boolean): string {
  return `<path d="${symbolPath(series, x, y)}" fill="${filled ? ink : '#fff'}" stroke="${ink}" stroke-width="2"/>`
}

function colour(series: number): string {
  return COLOURS[series % COLOURS.length] ?? GREY
}

/** What fits into so many characters; the file's title has all of it. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}

/** Whole tenths, so that the same chart gives the same bytes. */
function px(value: number): string {
  return String(Math.round(value * 10) / 10)
}

/** Text between tags: nothing in it can begin a tag; what XML does not allow is left out. */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
