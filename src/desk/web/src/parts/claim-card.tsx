import { Card, Group, Stack, Text } from '@mantine/core'
import type { Claim, Reading } from '../../../../model/index.ts'
import { PageLink } from './anchor.tsx'
import { figureWords, ModalityBadge } from './words.tsx'

interface Props {
  readonly claim: Claim
  readonly reading: Reading
  readonly questions: readonly { readonly id: string; readonly name: string }[]
  readonly chosen: boolean
  readonly near: boolean
  readonly onChoose: () => void
  readonly onNear: (on: boolean) => void
}

/** One claim of a report: who, how firmly, what; with figures, evidence, basis and what it answers. */
export function ClaimCard({ claim, reading, questions, chosen, near, onChoose, onNear }: Props) {
  const figures = claim.figures.flatMap((id) => reading.figures.find((figure) => figure.id === id) ?? [])
  const evidence = claim.evidence.flatMap((id) => reading.evidence.find((item) => item.id === id) ?? [])
  return (
    <Card
      id={`claim-${claim.id}`}
      className="claim-card"
      withBorder
      padding="xs"
      data-chosen={chosen}
      data-near={near}
      tabIndex={0}
      role="button"
      aria-pressed={chosen}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault()
          onChoose()
        }
      }}
      onMouseEnter={() => onNear(true)}
      onMouseLeave={() => onNear(false)}
    >
      <Stack gap={4}>
        <Group gap="xs" justify="space-between" wrap="nowrap" align="flex-start">
          <Text size="sm" fw={600} c={claim.chain.length === 0 ? 'dimmed' : 'var(--source)'}>
            {claim.chain.length === 0
              ? 'the report itself'
              : claim.chain.map((link) => link.source.map((cell) => cell.text).join(' ') || '(no source stated)').join(' ← ')}
          </Text>
          <Group gap={6} wrap="nowrap" style={{ flexShrink: 0 }}>
            <ModalityBadge claim={claim} />
            <Text size="xs" c="dimmed">
              {claim.id}
            </Text>
          </Group>
        </Group>
        <Text size="sm">{claim.content.map((cell) => cell.text).join(' … ')}</Text>
        {claim.modalityCues.length > 0 && (
          <Text size="xs" c="dimmed">
            shown by “{claim.modalityCues.map((cell) => cell.text).join('”, “')}”
          </Text>
        )}
        {figures.map((figure) => (
          <Text key={figure.id} size="xs" c="var(--figure)">
            {figureWords(figure)} {figure.of?.text}
          </Text>
        ))}
        {evidence.map((item) => (
          <Text key={item.id} size="xs" c="dimmed">
            evidence, {item.kind}: {item.cell.text}
          </Text>
        ))}
        {claim.basis.length > 0 && (
          <Text size="xs" c="dimmed">
            basis: {claim.basis.map((cell) => cell.text).join(' … ')}
          </Text>
        )}
        {chosen && questions.length > 0 && (
          <Text size="xs">
            answers{' '}
            {questions.map((question) => (
              <PageLink key={question.id} to="/questions/$id" params={{ id: question.id }} size="xs" mr={6}>
                {question.name}
              </PageLink>
            ))}
          </Text>
        )}
        {chosen && (
          <Text size="xs" c="dimmed">
            rule: {claim.rule}
          </Text>
        )}
      </Stack>
    </Card>
  )
}
