import { Stack, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useId, useMemo, useState } from 'react'
import type { FigurePoint } from '../../../../analyse/figures/points.ts'
import { ARROW, figureChart, type Mark, type MarkState } from '../../../../disseminate/figure-chart.ts'
import { symbolPath } from '../../../../disseminate/figure-svg.ts'
import { figureWords } from '../../../../disseminate/figure-words.ts'
import type { FiguresAnswer } from '../../../answers.ts'
import { ClaimLink } from '../parts/claim-link.tsx'
import { day, MUTATION_WORD, plural } from '../parts/words.tsx'

const STATE_WORD: Readonly<Record<MarkState, string>> = {
  standing: '',
  superseded: 'a later figure of the same origin stands in its place',
  bent: 'not weighed',
  denied: 'not asserted: not weighed',
  unrecorded: 'origin not recorded: not weighed',
}

const HEIGHT = 300

/** Figures over time by origin, with the envelope that the latest of each origin leave open. */
export function FigureChart({ data }: { readonly data: Pick<FiguresAnswer, 'figures' | 'envelope'> }) {
  const { ref, width } = useElementSize()
  const [chosen, setChosen] = useState<number | null>(null)
  const fade = useId()
  const chart = useMemo(
    () => (width < 50 ? null : figureChart(data.figures, data.envelope, { width, height: HEIGHT })),
    [data, width],
  )
  const drawable = data.figures.some((figure) => figure.asOf !== null)
  const mark = chosen === null ? undefined : chart?.marks[chosen]
  return (
    <Stack gap="xs">
      <div ref={ref} className="chart" style={{ minHeight: drawable ? HEIGHT : undefined }}>
        {chart && (
          <svg
            viewBox={`0 0 ${chart.width} ${chart.height}`}
            width={chart.width}
            height={chart.height}
            aria-label="Figures over time"
          >
            <defs>
              <linearGradient id={`${fade}up`} x1="0" x2="0" y1="0" y2="1">
                <stop offset="0" className="band-stop" stopOpacity="0" />
                <stop offset="1" className="band-stop" stopOpacity="0.2" />
              </linearGradient>
              <linearGradient id={`${fade}down`} x1="0" x2="0" y1="1" y2="0">
                <stop offset="0" className="band-stop" stopOpacity="0" />
                <stop offset="1" className="band-stop" stopOpacity="0.2" />
              </linearGradient>
            </defs>
            {chart.values.map(({ y, label }) => (
              <g key={label} aria-hidden>
                <line className="grid" x1={chart.plot.left} x2={chart.plot.right} y1={y} y2={y} />
                <text className="tick" x={chart.plot.left - 7} y={y + 4} textAnchor="end">
                  {label}
                </text>
              </g>
            ))}
            {chart.days.map(({ x, label }) => (
              <g key={label} aria-hidden>
                <line className="grid" x1={x} x2={x} y1={chart.plot.bottom} y2={chart.plot.bottom + 4} />
                <text className="tick" x={x} y={chart.plot.bottom + 19} textAnchor="middle">
                  {label}
                </text>
              </g>
            ))}
            {chart.bands.map(({ left, right, top, bottom, openAbove, openBelow, median }) => (
              <g key={left} aria-hidden>
                <rect
                  className="band"
                  x={left}
                  y={top}
                  width={right - left}
                  height={Math.max(1, bottom - top)}
                  fill={openAbove ? `url(#${fade}up)` : openBelow ? `url(#${fade}down)` : undefined}
                />
                {median !== null && <line className="median" x1={left} x2={right} y1={median} y2={median} />}
              </g>
            ))}
            {chart.marks.map((one, i) => (
              <MarkButton
                key={`${one.figures[0]?.claim} ${one.figures[0]?.figure}`}
                mark={one}
                chosen={i === chosen}
                name={chart.series[one.series]?.name ?? ''}
                onChoose={() => setChosen(i === chosen ? null : i)}
              />
            ))}
          </svg>
        )}
        {!drawable && <Text size="sm">No figure has a day: there is nothing to draw. The table has them all.</Text>}
      </div>
      {chart && (
        <>
          <ul className="legend" aria-label="Origins">
            {chart.series.map(({ origin, name }, i) => (
              <li key={name}>
                <svg width="16" height="16" aria-hidden>
                  <path
                    className={`symbol s${origin === null ? 'none' : i % 6}`}
                    data-filled={origin !== null}
                    d={symbolPath(i, 8, 8)}
                  />
                </svg>
                {name}
              </li>
            ))}
          </ul>
          <div className="chart-detail" aria-live="polite">
            {mark ? (
              <Chosen mark={mark} name={chart.series[mark.series]?.name ?? ''} />
            ) : (
              <Text size="xs" c="dimmed">
                Shaded: the range that the latest figures of the origins leave; the line is their median; a fading edge is open.
                An arrow: at least, or at most. Hollow or faint: not weighed.{chart.cut && ' The axis does not begin at 0.'}
                {chart.undated > 0 &&
                  ` ${plural(chart.undated, 'figure')} without a day ${chart.undated === 1 ? 'is' : 'are'} not drawn.`}{' '}
                Choose a point to see who says it.
              </Text>
            )}
          </div>
        </>
      )}
    </Stack>
  )
}

interface ButtonProps {
  readonly mark: Mark<FigurePoint>
  readonly chosen: boolean
  readonly name: string
  readonly onChoose: () => void
}

function MarkButton({ mark, chosen, name, onChoose }: ButtonProps) {
  const { x, y, top, bottom, open, series, state, figures } = mark
  const [figure] = figures
  if (!figure) return null
  const tip = open === 'above' ? 6 : -6
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button of HTML can not stand inside a drawing
    <g
      role="button"
      tabIndex={0}
      aria-pressed={chosen}
      aria-label={`${day(figure.asOf)}: ${figureWords(figure)}, ${name}, ${plural(figures.length, 'claim')}${STATE_WORD[state] === '' ? '' : `, ${STATE_WORD[state]}`}`}
      className={`point s${state === 'unrecorded' ? 'none' : series % 6}`}
      data-state={state}
      data-chosen={chosen}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        onChoose()
      }}
    >
      <circle className="target" cx={x} cy={y} r="14" />
      {bottom > top && <line className="whisker" x1={x} x2={x} y1={top} y2={bottom} />}
      {open !== null && (
        <path className="whisker" d={`M${x} ${y}V${open === 'above' ? y - ARROW : y + ARROW}m-4 ${tip}l4 ${-tip}l4 ${tip}`} />
      )}
      <path className="symbol" data-filled={state === 'standing' || state === 'superseded'} d={symbolPath(series, x, y)} />
    </g>
  )
}

function Chosen({ mark, name }: { readonly mark: Mark<FigurePoint>; readonly name: string }) {
  const [figure] = mark.figures
  if (!figure) return null
  const note = figure.mutation === null ? STATE_WORD[mark.state] : `${MUTATION_WORD[figure.mutation]}: not weighed`
  return (
    <>
      <Text size="sm">
        <b>{figureWords(figure)}</b> · {name} · as of {day(figure.asOf)}
        {note !== '' && <span className="quiet"> · {note}</span>}
      </Text>
      <Text size="xs">
        {mark.figures.map((one, i) => (
          <span key={one.claim}>
            {i > 0 && ' · '}
            <ClaimLink id={one.claim}>
              <bdi>{one.outlet ?? 'outlet not given'}</bdi>, {day(one.reported)}: “{one.words}”
            </ClaimLink>
          </span>
        ))}
      </Text>
    </>
  )
}
