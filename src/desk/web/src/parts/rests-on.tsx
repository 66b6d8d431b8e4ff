import { Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Lineage } from '../../../../model/index.ts'
import { api } from '../api.ts'
import { PageLink } from './anchor.tsx'
import { Origins } from './words.tsx'

/** What a claim answers, and whose word it rests on there; or why it answers nothing. */
export function RestsOn({ id }: { readonly id: string }) {
  const { data, error } = useQuery({ queryKey: ['origins', id], queryFn: () => api.origins(id) })
  if (error) {
    return (
      <Text size="xs" c="var(--warn)">
        {error.message}
      </Text>
    )
  }
  if (!data) return null
  if (data.outside !== null) {
    return (
      <Text size="xs" c="dimmed">
        answers no question: {data.outside}
      </Text>
    )
  }
  return data.questions.map((question) => (
    <div key={question.id}>
      <Group gap={6} justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="xs">
          answers{' '}
          <PageLink to="/questions/$id" params={{ id: question.id }} size="xs">
            {question.name}
          </PageLink>
        </Text>
        <Origins count={question.origins.length} why={question.originsWhy} />
      </Group>
      <Text size="xs" c="dimmed">
        {told(question.lineage)}
      </Text>
    </div>
  ))
}

/** "90 % of the passage stands in …, attributed to the NIS". */
function told(lineage: Lineage): string {
  return lineage.known ? lineage.edges.map((edge) => edge.why).join(', ') : `origin not recorded: ${lineage.why}`
}
