import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CREDIBILITY, type Edit } from '../../../../model/index.ts'
import type { SourcesAnswer } from '../../../answers.ts'
import { api } from '../api.ts'
import { Failed } from './states.tsx'
import { plural } from './words.tsx'

/** The analyst's edits in force, each with a way back. */
export function Edits({ data }: { readonly data: Pick<SourcesAnswer, 'sources' | 'edits'> }) {
  const client = useQueryClient()
  const undo = useMutation({
    mutationFn: (id: string) => api.edit({ kind: 'undo', edit: id }),
    onSuccess: () => client.invalidateQueries(),
  })
  const held = data.edits.filter((entry) => entry.kind !== 'undo')
  if (held.length === 0) return null
  return (
    <Stack gap="xs" component="section" aria-label="Edits">
      <Title order={2} fz="lg">
        Edits in force
      </Title>
      {undo.error && <Failed error={undo.error} />}
      {held.map((entry) => (
        <Group key={entry.id} gap="sm" wrap="nowrap" align="flex-start">
          <Text size="sm" style={{ flex: 1 }}>
            {entry.id}: {told(entry, data)}
          </Text>
          <Button size="compact-xs" variant="default" loading={undo.isPending} onClick={() => undo.mutate(entry.id)}>
            Undo
          </Button>
        </Group>
      ))}
    </Stack>
  )
}

function told(entry: Edit, data: Pick<SourcesAnswer, 'sources'>): string {
  const name = (id: string): string => data.sources.find((source) => source.id === id)?.name ?? id
  switch (entry.kind) {
    case 'mergeSources':
      return `${entry.merge} is taken for ${name(entry.keep)}`
    case 'splitSurface':
      return `“${entry.surface}” stands apart from ${name(entry.source)}`
    case 'withdraw':
      return `${name(entry.target)} is withdrawn${entry.why === '' ? '' : `: ${entry.why}`}`
    case 'gradeSource':
      return `${name(entry.source)} is graded ${entry.reliability}`
    case 'splitQuestion':
      return `${plural(entry.claims.length, 'claim')} split off from a question (${entry.claims.join(', ')})`
    case 'joinQuestions':
      return `two questions made one (${entry.merge} joined to ${entry.keep})`
    case 'renameQuestion':
      return `a question named “${entry.name}”`
    case 'pinClaim':
      return `${entry.claim} held in ${entry.question}${entry.from === null || entry.from === entry.question ? '' : `, out of ${entry.from}`}`
    case 'gradeItem':
      return `${entry.claim} is graded ${entry.credibility}, ${CREDIBILITY[entry.credibility]}`
    case 'judgeQuestion':
      return `judged: “${entry.text}”`
    case 'undo':
      return `${entry.edit} is taken back`
  }
}
