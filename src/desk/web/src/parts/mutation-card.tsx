import { Badge, Card, Group, SimpleGrid, Text } from '@mantine/core'
import type { MutationRow, MutationSide } from '../../../answers.ts'
import { ClaimLink, Outlet } from './claim-link.tsx'
import { MUTATION_WORD } from './words.tsx'

/** A change of meaning: what the earlier claim said beside what the later report made of it, the changed words marked. */
export function MutationCard({ mutation }: { readonly mutation: MutationRow }) {
  return (
    <Card id={mutation.id} withBorder padding="sm" component="article">
      <Group gap="xs" mb={4}>
        <Badge variant="light" color="orange" c="var(--warn)" tt="none">
          {MUTATION_WORD[mutation.kind]}
        </Badge>
      </Group>
      <Text size="sm" mb="sm">
        {mutation.why}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing="xs">
        <Side title="Before" mark="removed" side={mutation.before} />
        <Side title="After" mark="added" side={mutation.after} />
      </SimpleGrid>
    </Card>
  )
}

function Side({
  title,
  mark,
  side,
}: {
  readonly title: string
  readonly mark: 'removed' | 'added'
  readonly side: MutationSide
}) {
  const { passage, proof } = side
  const from = proof.start - passage.start
  const to = proof.end - passage.start
  return (
    <section aria-label={`${title}: ${side.outlet ?? 'outlet not given'}`} className="mutation-side">
      <Text size="xs" c="dimmed">
        {title} · <Outlet report={side} />
      </Text>
      <Text className="quoted" size="sm">
        {passage.text.slice(0, from)}
        <mark className={mark}>{passage.text.slice(from, to)}</mark>
        {passage.text.slice(to)}
      </Text>
      <Text size="xs">
        <ClaimLink id={side.claim} plain={false}>
          In the report
        </ClaimLink>
      </Text>
    </section>
  )
}
