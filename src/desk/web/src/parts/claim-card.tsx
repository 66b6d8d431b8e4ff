import { Card, Group, Stack, Text } from '@mantine/core'
import { figureWords } from '../../../../disseminate/figure-words.ts'
import type { Claim, FigureKind, Reading } from '../../../../model/index.ts'
import { RestsOn } from './rests-on.tsx'
import { ModalityBadge } from './words.tsx'

/** What says how many or how much; "first" and "T-72" do not. */
const AMOUNTS: ReadonlySet<FigureKind> = new Set(['count', 'measure', 'money', 'percent', 'ratio'])

interface Props {
  readonly claim: Claim
  readonly reading: Reading
  /** `r7k2m9qx.1.c3` */
  readonly ledgerId: string
  readonly chosen: boolean
  readonly near: boolean
  readonly onChoose: () => void
  readonly onNear: (on: boolean) => void
}

/** One claim of a report: who, how firmly, what; with figures, evidence, basis and what it answers. */
export function ClaimCard({ claim, reading, ledgerId, chosen, near, onChoose, onNear }: Props) {
  const figures = claim.figures.flatMap(
    (id) => reading.figures.find((figure) => figure.id === id && AMOUNTS.has(figure.kind)) ?? [],
  )
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
        {chosen && <RestsOn id={ledgerId} />}
        {chosen && (
          <Text size="xs" c="dimmed">
            rule: {claim.rule}
          </Text>
        )}
      </Stack>
    </Card>
  )
}
