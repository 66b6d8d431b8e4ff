import { Card, Group, Paper, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ClaimRow } from '../../../../ledger/ledger.ts'
import type { QuestionMember, Stance } from '../../../../model/index.ts'
import type { QuestionAnswer } from '../../../answers.ts'
import { api } from '../api.ts'
import { PageLink } from '../parts/anchor.tsx'
import { Failed, Waiting } from '../parts/states.tsx'
import { day, grouped, ModalityBadge, Origins } from '../parts/words.tsx'

const STANCES: readonly { stance: Stance; title: string }[] = [
  { stance: 'asserts', title: 'Asserted' },
  { stance: 'corrects', title: 'Corrected' },
  { stance: 'doubts', title: 'Doubted' },
  { stance: 'denies', title: 'Denied' },
  { stance: 'cannotConfirm', title: "Can't be confirmed" },
]

/** One question: who answers it how, on how many independent origins, with which figures, and what speaks against what. */
export function QuestionPage() {
  const { id } = useParams({ from: '/questions/$id' })
  const { data, error, refetch } = useQuery({ queryKey: ['question', id], queryFn: () => api.question(id) })
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Waiting what="Loading the question" />
  const { question } = data
  const rows = new Map(data.claims.map((claim) => [claim.id, claim]))
  return (
    <Stack maw={980} gap="lg">
      <div>
        <Title order={1} fz={{ base: 22, sm: 27 }}>
          {question.name}
        </Title>
        <Group mt="xs" gap="sm" align="center">
          <Origins count={question.origins.length} />
          <Text size="sm">{question.originsWhy}</Text>
        </Group>
      </div>
      <OriginList data={data} rows={rows} />
      {data.disagreements.map((item) => (
        <Paper key={item.why} withBorder p="sm" style={{ borderColor: 'var(--mantine-color-red-6)' }}>
          <Text size="sm" fw={600}>
            Disagreement
          </Text>
          <Text size="sm">{item.why}</Text>
        </Paper>
      ))}
      {data.mutations.length > 0 && (
        <Stack gap="xs" component="section" aria-label="What changed on the way">
          <Title order={2} fz="lg">
            What changed on the way
          </Title>
          {data.mutations.map((mutation) => (
            <Card key={mutation.id} withBorder padding="sm">
              <Text size="sm" fw={600}>
                {mutation.why}
              </Text>
              <Text size="sm">
                “{mutation.proof[0].text}” → “{mutation.proof[1].text}”
              </Text>
              <Text size="xs" c="dimmed">
                <ClaimLink id={mutation.before} label="the earlier report" /> ·{' '}
                <ClaimLink id={mutation.after} label="the later one" />
              </Text>
            </Card>
          ))}
        </Stack>
      )}
      <FigureTable data={data} rows={rows} />
      {STANCES.map(({ stance, title }) => (
        <Answers key={stance} title={title} members={question.members.filter((member) => member.stance === stance)} rows={rows} />
      ))}
    </Stack>
  )
}

function ClaimLink({ id, label }: { readonly id: string; readonly label: string }) {
  const at = id.lastIndexOf('.')
  return (
    <PageLink to="/reports/$id" params={{ id: id.slice(0, at) }} search={{ claim: id.slice(at + 1) }} size="xs">
      {label}
    </PageLink>
  )
}

function OriginList({ data, rows }: { readonly data: QuestionAnswer; readonly rows: ReadonlyMap<string, ClaimRow> }) {
  const { origins } = data.question
  if (origins.length === 0) return null
  return (
    <Stack gap={6} component="section" aria-label="Origins">
      <Title order={2} fz="lg">
        Origins
      </Title>
      {origins.map((origin) => (
        <div key={origin.id}>
          <Text size="sm" fw={600} span>
            {origin.name}
          </Text>
          {origin.anonymous && (
            <Text size="xs" c="orange.8" span>
              {' '}
              unnamed
            </Text>
          )}
          <Text size="xs" c="dimmed">
            carried by{' '}
            {[...new Set(origin.claims)].map((claim, i) => (
              <span key={claim}>
                {i > 0 && ', '}
                <ClaimLink id={claim} label={rows.get(claim)?.outlet ?? claim} />
              </span>
            ))}
          </Text>
        </div>
      ))}
    </Stack>
  )
}

function FigureTable({ data, rows }: { readonly data: QuestionAnswer; readonly rows: ReadonlyMap<string, ClaimRow> }) {
  if (data.figures.length === 0) return null
  const sorted = data.figures.toSorted((a, b) =>
    (rows.get(a.claim)?.published ?? '') < (rows.get(b.claim)?.published ?? '') ? -1 : 1,
  )
  return (
    <Stack gap="xs" component="section" aria-label="Figures">
      <Title order={2} fz="lg">
        Figures
      </Title>
      <Table.ScrollContainer minWidth={520}>
        <Table verticalSpacing={6} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Reported</Table.Th>
              <Table.Th>Speaker</Table.Th>
              <Table.Th>As written</Table.Th>
              <Table.Th className="number">Low</Table.Th>
              <Table.Th className="number">Best</Table.Th>
              <Table.Th className="number">High</Table.Th>
              <Table.Th>Modality</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sorted.map((figure) => {
              const row = rows.get(figure.claim)
              return (
                <Table.Tr key={`${figure.claim} ${figure.text}`}>
                  <Table.Td>{day(row?.published ?? null)}</Table.Td>
                  <Table.Td>
                    {row?.chain ?? row?.outlet ?? 'the report itself'}{' '}
                    <ClaimLink id={figure.claim} label={row?.outlet ?? figure.claim} />
                  </Table.Td>
                  <Table.Td>{figure.text}</Table.Td>
                  <Table.Td className="number">{grouped(figure.low)}</Table.Td>
                  <Table.Td className="number">{grouped(figure.best)}</Table.Td>
                  <Table.Td className="number">{grouped(figure.high)}</Table.Td>
                  <Table.Td>{row && <ModalityBadge claim={row.claim} />}</Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  )
}

function Answers({
  title,
  members,
  rows,
}: {
  readonly title: string
  readonly members: readonly QuestionMember[]
  readonly rows: ReadonlyMap<string, ClaimRow>
}) {
  if (members.length === 0) return null
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Title order={2} fz="lg">
        {title}{' '}
        <Text span c="dimmed" size="sm">
          {members.length}
        </Text>
      </Title>
      {members.map((member) => {
        const row = rows.get(member.claim)
        if (!row) return null
        return (
          <Card key={member.claim} withBorder padding="sm">
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <Text size="sm" fw={600} c={row.chain === null ? 'dimmed' : 'var(--source)'}>
                {row.chain ?? 'the report itself'}
              </Text>
              <ModalityBadge claim={row.claim} />
            </Group>
            <PageLink to="/reports/$id" params={{ id: row.version }} search={{ claim: row.claim.id }} c="inherit">
              {row.text}
            </PageLink>
            <Text size="xs" c="dimmed">
              <bdi>{row.outlet ?? 'outlet not given'}</bdi> · {day(row.published)} ·{' '}
              {member.lineage.known
                ? member.lineage.edges.map((edge) => edge.why).join('; ') || 'origin known'
                : `origin not recorded: ${member.lineage.why}`}{' '}
              · {member.why}
            </Text>
          </Card>
        )
      })}
    </Stack>
  )
}
