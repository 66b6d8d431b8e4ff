import type { QuestionBlock, Sitrep, SitrepCitation } from '../model/index.ts'
import { ARITHMETIC, ASSESSMENTS, day, ENVELOPE, further, moment, number, origins, period, position } from './markdown.ts'
import { PAGE_STYLE } from './page-style.ts'
import { whenWords } from './when.ts'
import { atStart, counted, STANCE_WORD } from './wording.ts'

/** Text as HTML that stays text, in content and in attribute values. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;')
}

const e = escapeHtml

/** The SITREP as one page that needs nothing else: no script, no request, printable, light and dark. */
export function toHtml(s: Sitrep): string {
  const body = [
    `<header><p class="tlp tlp-${s.tlp.toLowerCase().replace('+', '-')}">TLP:${e(s.tlp)}</p><p class="kind">Situation report</p><h1>${e(s.situation)}</h1>`,
    `<dl><div><dt>As of</dt><dd>${e(moment(s.asOf))}</dd></div><div><dt>Period</dt><dd>${e(period(s))}</dd></div><div><dt>Reports</dt><dd>${s.counts.reports} from ${counted(s.counts.outlets, 'outlet')}</dd></div><div><dt>Claims</dt><dd>${s.counts.claims}</dd></div><div><dt>Independent origins</dt><dd>${s.counts.origins}</dd></div></dl></header>`,
    section(
      'bottom-line',
      'Bottom line',
      list(
        s.bottomLine.length === 0
          ? ['Nothing in the reports rests on a recorded origin.']
          : s.bottomLine.map((statement) => `${e(statement.text)} ${cites(statement.citations)}`),
      ),
    ),
    s.keyClaims.length === 0
      ? ''
      : section(
          'key-claims',
          'Key claims',
          `<p class="aside">What is claimed, on whose word. Quotations are the reports’ own; a statement here is not a finding.</p>${s.keyClaims
            .map(
              (block) =>
                `<article><h3>${e(block.name)}</h3><p class="origins"><strong>${origins(block.origins)}</strong> ${e(block.originsWhy)}</p><ul class="statements">${block.statements
                  .map(
                    (statement) =>
                      `<li>${statement.stance === 'asserts' ? '' : `<span class="stance ${statement.stance}">${STANCE_WORD[statement.stance]}</span> `}${e(statement.text)} ${cites(statement.citations)}</li>`,
                  )
                  .join('')}</ul>${weighed(block)}</article>`,
            )
            .join(
              '',
            )}${s.furtherQuestions > 0 ? `<p class="aside">${counted(s.furtherQuestions, 'further question')} in the ledger.</p>` : ''}`,
        ),
    table(
      'Figures',
      ['Question', 'Speaker', 'Low', 'Best', 'High', 'Bound', 'Modality', 'Role', 'As of', 'Source'],
      s.figures.map((row) => [
        e(row.question),
        e(row.speaker),
        number(row.low, row.unit),
        number(row.best, row.unit),
        number(row.high, row.unit),
        e(row.bound),
        e(row.modality),
        e(row.role),
        e(row.asOf ?? 'not known'),
        cites(row.citations),
      ]),
      [2, 3, 4],
    ),
    table(
      ENVELOPE,
      ['Question', 'From', 'Low', 'Best', 'High', 'Origins', 'Source'],
      s.envelopes.map((row) => [
        e(row.question),
        e(row.day),
        number(row.low, row.unit, 'open'),
        `${number(row.best, row.unit)}${row.fell ? ' (fell)' : ''}`,
        number(row.high, row.unit, 'open'),
        String(row.origins),
        cites(row.citations),
      ]),
      [2, 3, 4, 5],
    ),
    s.arithmetic.length === 0
      ? ''
      : section(
          'arithmetic',
          ARITHMETIC,
          list(
            s.arithmetic.map(
              (row) =>
                `${row.verdict === 'mismatch' ? '<strong>Does not add up:</strong> ' : ''}${e(row.text)} ${cites(row.citations)}`,
            ),
          ),
        ),
    s.disagreements.length === 0
      ? ''
      : section(
          'disagreements',
          'Disagreements',
          list(s.disagreements.map((statement) => `${e(statement.text)} ${cites(statement.citations)}`)),
        ),
    s.mutations.length === 0
      ? ''
      : section(
          'mutations',
          'What changed on the way',
          list(
            s.mutations.map((row) => `${e(row.text)} <q>${e(row.before)}</q> → <q>${e(row.after)}</q> ${cites(row.citations)}`),
          ),
        ),
    s.changes === null
      ? ''
      : section(
          'changes',
          `What is new since ${day(s.changes.since)}`,
          s.changes.statements.length === 0
            ? further(s.changes)
                .map((line) => `<p>${e(line)}</p>`)
                .join('')
            : list([
                ...s.changes.statements.map((statement) => `${e(statement.text)} ${cites(statement.citations)}`),
                ...further(s.changes).map(e),
              ]),
        ),
    s.assessments.length === 0
      ? ''
      : section(
          'assessments',
          ASSESSMENTS,
          list(s.assessments.map((statement) => `${e(statement.text)} ${cites(statement.citations)}`)),
        ),
    table(
      'Evidence mentioned',
      ['Kind', 'What', 'Held by', 'Can show', 'Cannot show', 'Source'],
      s.evidence.map((row) => [
        e(row.kind),
        e(row.text),
        e(row.holder ?? 'not stated'),
        e(row.can),
        e(row.cannot),
        cites(row.citations),
      ]),
    ),
    table(
      'Places',
      ['Place', 'Kind', 'Position', 'Known to the', 'Note', 'Source'],
      s.places.map((row) => [
        e(row.name),
        e(row.kind),
        position(row.latitude, row.longitude),
        e(row.precision ?? '–'),
        e(row.note ?? ''),
        cites(row.citations),
      ]),
    ),
    s.gaps.length === 0 ? '' : section('gaps', 'Gaps', list(s.gaps.map((gap) => `${e(gap.text)} ${cites(gap.citations)}`))),
    table(
      'Sources',
      ['Source', 'Kind', 'Claims', 'Named as'],
      s.sources
        .slice(0, 25)
        .map((row) => [e(row.name), e(row.kind), String(row.claims), e(row.surfaces.slice(0, 5).join(' · '))]),
      [2],
    ),
    section('citations', 'Citations', `<ol class="citations">${s.citations.map(cited).join('')}</ol>`),
  ]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>SITREP: ${e(s.situation)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
${body.filter((part) => part !== '').join('\n')}
</main>
<footer><p>TLP:${e(s.tlp)} · ${e(s.situation)} · as of ${e(moment(s.asOf))}</p></footer>
</body>
</html>
`
}

/** Proposals and judgement, each in a paragraph of its own. */
function weighed({ weighed: found }: QuestionBlock): string {
  if (found === null) return ''
  const { likelihood, likelihoodWhy, confidence, judgement } = found
  const aside = (head: string, text: string): string => `<p class="aside"><em>${head}</em> ${e(text)}</p>`
  return [
    likelihood.length > 0 ? aside('Likelihood, proposed.', `${likelihood.join('; ')}. ${atStart(likelihoodWhy)}.`) : '',
    confidence.length > 0 ? aside('Confidence, proposed.', `${confidence.join('; ')}.`) : '',
    judgement === null ? '' : `<p><strong>An analyst judges:</strong> ${e(judgement.text)}</p>`,
    judgement?.likelihood ? `<p><strong>Likelihood:</strong> ${judgement.likelihood}.</p>` : '',
    judgement?.confidence ? `<p><strong>Confidence:</strong> ${judgement.confidence}.</p>` : '',
  ].join('')
}

function section(id: string, title: string, content: string): string {
  return `<section id="${id}"><h2>${e(title)}</h2>${content}</section>`
}

function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`
}

function table(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numeric: readonly number[] = [],
): string {
  if (rows.length === 0) return ''
  const right = (i: number): string => (numeric.includes(i) ? ' class="n"' : '')
  const body = rows
    .map((row) => `<tr>${row.map((cell, i) => `<td${right(i)} data-head="${e(head[i] ?? '')}">${cell}</td>`).join('')}</tr>`)
    .join('')
  return section(
    title.toLowerCase().replace(/[^a-z]+/g, '-'),
    title,
    `<table><thead><tr>${head.map((name, i) => `<th scope="col"${right(i)}>${e(name)}</th>`).join('')}</tr></thead><tbody>${body}</tbody></table>`,
  )
}

function cites(numbers: readonly number[]): string {
  return numbers.map((n) => `<a class="cite" href="#c${n}">[${n}]</a>`).join('')
}

function cited(citation: SitrepCitation): string {
  const title = citation.title === null ? '' : `, <cite>${e(citation.title)}</cite>`
  const address = /^https?:\/\//.test(citation.address)
    ? `<a href="${e(citation.address)}" rel="noopener noreferrer nofollow">${e(citation.address)}</a>`
    : e(citation.address)
  return `<li id="c${citation.number}"><strong>${e(citation.outlet ?? 'outlet not given')}</strong>${title}, ${e(citation.published?.slice(0, 10) ?? 'date not given')}: <q>${e(citation.quotation)}</q> <span class="where">${e(whenWords(citation))}${e(citation.claim ?? citation.version)}, characters ${citation.start}–${citation.end}; ${address}${citation.credibility === '' ? '' : ` · ${e(citation.credibility)}`}</span></li>`
}
