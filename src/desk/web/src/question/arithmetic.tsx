import { Badge, Card, Text } from '@mantine/core'
import type { ArithmeticRow } from '../../../answers.ts'
import { ClaimLink, Outlet } from '../parts/claim-link.tsx'

const VERDICT = {
  mismatch: { word: 'does not add up', colour: 'red', text: 'var(--deny)' },
  implies: { word: 'follows', colour: 'blue', text: undefined },
  agrees: { word: 'adds up', colour: 'gray', text: undefined },
} as const

/** Figures that imply each other: the sum in words, and the passage with its figures marked. */
export function Arithmetic({ row }: { readonly row: ArithmeticRow }) {
  const { word, colour, text } = VERDICT[row.verdict]
  return (
    <Card withBorder padding="sm" component="article">
      <Badge variant="light" color={colour} tt="none" mb={4} {...(text === undefined ? {} : { c: text })}>
        {word}
      </Badge>
      <Text size="sm" mb="xs" fw={550}>
        {row.why.slice(0, 1).toUpperCase() + row.why.slice(1)}
      </Text>
      <Text size="xs" c="dimmed">
        <Outlet report={row} />
      </Text>
      <Text className="quoted" size="sm">
        {pieces(row)}
      </Text>
      {row.claim !== null && (
        <Text size="xs">
          <ClaimLink id={row.claim} plain={false}>
            In the report
          </ClaimLink>
        </Text>
      )}
    </Card>
  )
}

function pieces({ passage, terms }: ArithmeticRow) {
  const out = []
  let at = 0
  for (const { start, end } of terms) {
    const from = Math.max(at, start - passage.start)
    const to = Math.min(passage.text.length, end - passage.start)
    if (to <= from) continue
    out.push(
      passage.text.slice(at, from),
      <mark key={start} className="mark figure">
        {passage.text.slice(from, to)}
      </mark>,
    )
    at = to
  }
  out.push(passage.text.slice(at))
  return out
}
