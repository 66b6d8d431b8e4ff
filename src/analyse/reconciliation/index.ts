import type { Figure, ReadReport, ReconciledFigure, Reconciliation } from '../../model/index.ts'
import type { ReportView } from '../view.ts'
import { changes } from './changes.ts'
import { contents } from './contents.ts'
import { parts } from './parts.ts'
import { percents } from './percents.ts'
import { rates } from './rates.ts'
import type { Found, Stretch } from './stretch.ts'

const CHECKS: readonly ((stretch: Stretch) => Iterable<Found>)[] = [parts, percents, changes, rates, contents]

/**
 * Figures of one report that imply each other, checked: parts against their total, a share against its count and base, a change against
 * its ends, a rate against its span, contents against what holds them. Only what one sentence, or two that follow each other, ties
 * together by its own words is taken: of two figures that merely stand near each other nothing follows.
 */
export function reconcile(views: readonly ReportView[]): readonly Reconciliation[] {
  const out: Reconciliation[] = []
  for (const view of views) {
    const seen = new Set<string>()
    for (const stretch of stretchesOf(view.report))
      for (const check of CHECKS)
        for (const found of check(stretch)) {
          const key = `${found.kind} ${found.figures.map(({ id }) => id).join(' ')}`
          if (seen.has(key)) continue
          seen.add(key)
          const { kind, verdict, arithmetic, why } = found
          out.push({
            kind,
            verdict,
            version: view.report.version,
            terms: found.figures.map((figure) => termOf(view, figure)),
            arithmetic,
            why,
          })
        }
  }
  return out
}

function termOf(view: ReportView, figure: Figure): ReconciledFigure {
  const claims = view.claims.filter(({ claim }) => claim.figures.includes(figure.id)).map(({ id }) => id)
  return { figure: figure.id, claims, text: figure.cell.text, start: figure.cell.start, end: figure.cell.end }
}

const COUNTED = new Set<Figure['kind']>(['count', 'measure', 'money', 'percent'])

/** The sentences of a report that hold figures. */
function stretchesOf(report: ReadReport): Stretch[] {
  const { sentences, figures } = report.reading
  const out: Stretch[] = []
  let next: Stretch | null = null
  for (let i = sentences.length - 1; i >= 0; i--) {
    const sentence = sentences[i]!
    const own = figures.filter(({ cell, kind }) => cell.start >= sentence.start && cell.end <= sentence.end && COUNTED.has(kind))
    const behind: Stretch | null = sentences[i + 1]?.paragraph === sentence.paragraph ? next : null
    next = {
      report,
      figures: own,
      text: report.text.slice(sentence.start, sentence.end),
      start: sentence.start,
      next: behind,
    }
    out.push(next)
  }
  return out.reverse()
}
