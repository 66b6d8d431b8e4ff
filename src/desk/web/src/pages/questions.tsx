import { Badge, Checkbox, Group, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api.ts'
import { PageLink } from '../parts/anchor.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { grouped, Origins } from '../parts/words.tsx'

const MOST = 300

export function QuestionsPage() {
  const { data, error, refetch } = useQuery({ queryKey: ['questions'], queryFn: api.questions })
  const [words, setWords] = useState('')
  const [several, setSeveral] = useState(false)
  const [numeric, setNumeric] = useState(false)
  const wanted = words.toLowerCase()
  const found = data?.questions
    .filter((q) => (!several || q.claims > 1) && (!numeric || q.kind === 'numeric') && q.name.toLowerCase().includes(wanted))
    .toSorted((a, b) => b.origins - a.origins || b.reports - a.reports || b.claims - a.claims)
  return (
    <Stack maw={1080}>
      <Title order={1} fz={24}>
        Questions
      </Title>
      <Text size="sm" c="dimmed">
        What several claims answer. “Sent” is not “will be sent” is not “could be sent”: each is a question of its own.
      </Text>
      <Group gap="md">
        <TextInput
          placeholder="Words in the question"
          aria-label="Search the questions"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          w={{ base: '100%', sm: 300 }}
        />
        <Checkbox
          label="answered more than once"
          checked={several}
          onChange={(event) => setSeveral(event.currentTarget.checked)}
        />
        <Checkbox label="answered by figures" checked={numeric} onChange={(event) => setNumeric(event.currentTarget.checked)} />
      </Group>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!error && !found && <Waiting what="Loading questions" />}
      {found?.length === 0 && <Empty>No question fits.</Empty>}
      {found && found.length > 0 && (
        <Table highlightOnHover verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Question</Table.Th>
              <Table.Th w={110}>Origins</Table.Th>
              <Table.Th className="wide-only number">Reports</Table.Th>
              <Table.Th className="wide-only number">Claims</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.slice(0, MOST).map((question) => (
              <Table.Tr key={question.id}>
                <Table.Td>
                  <PageLink to="/questions/$id" params={{ id: question.id }} c="inherit" fw={550}>
                    {question.name}
                  </PageLink>{' '}
                  {question.disputed && (
                    <Badge size="xs" color="red" c="var(--deny)" variant="light" tt="none">
                      disputed
                    </Badge>
                  )}
                </Table.Td>
                <Table.Td>
                  <Origins count={question.origins} />
                </Table.Td>
                <Table.Td className="wide-only number">{grouped(question.reports)}</Table.Td>
                <Table.Td className="wide-only number">{grouped(question.claims)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {found && found.length > MOST && <Text c="dimmed">{grouped(found.length - MOST)} more: narrow them with words.</Text>}
    </Stack>
  )
}
