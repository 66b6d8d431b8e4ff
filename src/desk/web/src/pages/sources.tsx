import { Accordion, Badge, Button, Group, Select, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { RELIABILITY, type Reliability } from '../../../../model/index.ts'
import type { EditWish } from '../../../answers.ts'
import { api } from '../api.ts'
import { PageLink } from '../parts/anchor.tsx'
import { Edits } from '../parts/edits.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { WithdrawSource } from '../parts/withdraw.tsx'
import { plural } from '../parts/words.tsx'

const MOST = 200

/** Who speaks, each under all its names, with the reason why they were taken for one; merge, split, undo. */
export function SourcesPage() {
  const client = useQueryClient()
  const { data, error, refetch } = useQuery({ queryKey: ['sources'], queryFn: api.sources })
  const [words, setWords] = useState('')
  const edit = useMutation({ mutationFn: (draft: EditWish) => api.edit(draft), onSuccess: () => client.invalidateQueries() })
  const wanted = words.toLowerCase()
  const sources = data?.sources
    .filter(
      (source) =>
        source.surfaces.some((s) => s.surface.toLowerCase().includes(wanted)) || source.name.toLowerCase().includes(wanted),
    )
    .toSorted((a, b) => b.claims - a.claims || (a.name < b.name ? -1 : 1))
  return (
    <Stack maw={980}>
      <Title order={1} fz={24}>
        Sources
      </Title>
      <TextInput
        placeholder="A name"
        aria-label="Search the sources"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        maw={360}
      />
      {error && <Failed error={error} retry={() => void refetch()} />}
      {edit.error && <Failed error={edit.error} />}
      {!error && !sources && <Waiting what="Loading sources" />}
      {sources?.length === 0 && <Empty>No source fits.</Empty>}
      <Accordion variant="separated" chevronPosition="left">
        {sources?.slice(0, MOST).map((source) => (
          <Accordion.Item key={source.id} value={source.id}>
            <Accordion.Control>
              <Group gap="xs" justify="space-between" wrap="nowrap" pr="sm">
                <Text fw={600} size="sm">
                  {source.name}
                </Text>
                <Group gap="xs" wrap="nowrap">
                  {source.graded && (
                    <Badge variant="light" color="gray" tt="none" size="sm" title={RELIABILITY[source.graded.reliability]}>
                      graded {source.graded.reliability}
                    </Badge>
                  )}
                  <Badge
                    variant="light"
                    color={source.kind === 'anonymous' ? 'orange' : 'gray'}
                    c={source.kind === 'anonymous' ? 'var(--warn)' : undefined}
                    tt="none"
                    size="sm"
                  >
                    {source.kind}
                  </Badge>
                  <Text size="xs" c="dimmed">
                    {plural(source.claims, 'claim')}
                  </Text>
                </Group>
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <Stack gap="sm">
                <PageLink to="/claims" search={{ source: source.id }} size="sm">
                  Its claims
                </PageLink>
                <Table fz="sm">
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>Named as</Table.Th>
                      <Table.Th>Why it is this source</Table.Th>
                      <Table.Th />
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {source.surfaces.map((surface) => (
                      <Table.Tr key={surface.surface}>
                        <Table.Td>
                          {surface.surface} <span className="quiet">× {surface.mentions}</span>
                        </Table.Td>
                        <Table.Td>{surface.why}</Table.Td>
                        <Table.Td>
                          {source.surfaces.length > 1 && (
                            <Button
                              size="compact-xs"
                              variant="default"
                              loading={edit.isPending}
                              onClick={() => edit.mutate({ kind: 'splitSurface', source: source.id, surface: surface.surface })}
                            >
                              Stands apart
                            </Button>
                          )}
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
                <Select
                  size="xs"
                  maw={380}
                  label="The same as"
                  placeholder="choose a source to take for this one"
                  searchable
                  value={null}
                  data={(data?.sources ?? [])
                    .filter((other) => other.id !== source.id)
                    .map((other) => ({ value: other.id, label: other.name }))}
                  onChange={(other) => other !== null && edit.mutate({ kind: 'mergeSources', keep: source.id, merge: other })}
                />
                <Select
                  size="xs"
                  maw={380}
                  label="How reliable it is, whatever it says"
                  description={`${plural(source.record.questions, 'question')} of which it is an origin: ${source.record.borneOut} borne out by another, ${source.record.disputed} disputed`}
                  placeholder="not graded"
                  value={source.graded?.reliability ?? null}
                  data={Object.entries(RELIABILITY).map(([grade, words]) => ({ value: grade, label: `${grade}, ${words}` }))}
                  onChange={(grade) =>
                    grade !== null && edit.mutate({ kind: 'gradeSource', source: source.id, reliability: grade as Reliability })
                  }
                />
                <WithdrawSource id={source.id} name={source.name} />
              </Stack>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
      {data && <Edits data={data} />}
    </Stack>
  )
}
