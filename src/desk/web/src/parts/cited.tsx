import { HoverCard, Text } from '@mantine/core'
import type { Sitrep, SitrepCitation, Statement } from '../../../../model/index.ts'
import { PageLink } from './anchor.tsx'
import { day } from './words.tsx'

/** A statement with its citations: each number opens the passage, and leads to it in the report. */
export function Cited({ statement, sitrep }: { readonly statement: Statement; readonly sitrep: Sitrep }) {
  return (
    <span>
      {statement.text} <Citations numbers={statement.citations} sitrep={sitrep} />
    </span>
  )
}

export function Citations({ numbers, sitrep }: { readonly numbers: readonly number[]; readonly sitrep: Sitrep }) {
  return (
    <>
      {numbers.map((number) => {
        const citation = sitrep.citations[number - 1]
        return citation ? <CitationLink key={number} citation={citation} /> : null
      })}
    </>
  )
}

function CitationLink({ citation }: { readonly citation: SitrepCitation }) {
  const claim = citation.claim?.split('.').at(-1)
  return (
    <HoverCard width={380} shadow="md" openDelay={150} withinPortal>
      <HoverCard.Target>
        <PageLink
          to="/reports/$id"
          params={{ id: citation.version }}
          search={{ claim, at: `${citation.start}-${citation.end}` }}
          size="xs"
          mr={2}
          aria-label={`Citation ${citation.number}: ${citation.outlet ?? 'report'}`}
        >
          [{citation.number}]
        </PageLink>
      </HoverCard.Target>
      <HoverCard.Dropdown>
        <Text size="xs" fw={600}>
          <bdi>{citation.outlet ?? 'outlet not given'}</bdi> · {day(citation.published)}
        </Text>
        <Text size="sm" ff="'Source Serif 4 Variable', Georgia, serif" lineClamp={8}>
          “{citation.quotation}”
        </Text>
      </HoverCard.Dropdown>
    </HoverCard>
  )
}
