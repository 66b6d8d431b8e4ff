import { Badge, Button, Group, List, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Sitrep, WeighedBlock } from '../../../../model/index.ts'
import { ApiError, api } from '../api.ts'
import { Citations, Cited } from '../parts/cited.tsx'
import { Failed, NoReports, Waiting } from '../parts/states.tsx'
import { day, grouped, Origins, plural } from '../parts/words.tsx'

const STANCE = {
  asserts: 'asserts',
  denies: 'denies',
  cannotConfirm: "can't confirm",
  doubts: 'doubts',
  corrects: 'corrects',
} as const

/** The SITREP on screen: the same data that its Markdown and page are written from, each number leading to the passage. */
export function SitrepPage() {
  const { data: s, error, refetch } = useQuery({ queryKey: ['sitrep'], queryFn: api.sitrep })
  if (error instanceof ApiError && error.status === 404) return <NoReports />
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!s) return <Waiting what="Writing the SITREP" />
  return (
    <Stack maw={980} gap="lg" component="article">
      <Group justify="space-between" align="flex-start">
        <div>
          <Badge color="dark" variant="filled" radius="xs">
            TLP:{s.tlp}
          </Badge>
          <Title order={1} fz={{ base: 22, sm: 28 }} mt={6}>
            {s.situation}
          </Title>
          <Text size="sm" c="dimmed">
            As of {s.asOf.slice(0, 16).replace('T', ' ')} ·{' '}
            {s.period.from === null ? 'no report gives its date' : `${s.period.from} to ${s.period.to}`} ·{' '}
            {plural(s.counts.reports, 'report')} from {plural(s.counts.outlets, 'outlet')} · {plural(s.counts.claims, 'claim')} ·{' '}
            {plural(s.counts.origins, 'independent origin')}
          </Text>
        </div>
        <Group gap="xs" className="no-print">
          {(['md', 'html', 'json'] as const).map((format) => (
            <Button
              key={format}
              component="a"
              href={`/api/sitrep?format=${format}&download=true`}
              download={`sitrep.${format}`}
              size="compact-sm"
              variant="default"
            >
              .{format}
            </Button>
          ))}
        </Group>
      </Group>
      <Part title="Bottom line">
        <List spacing="sm">
          {s.bottomLine.map((statement) => (
            <List.Item key={statement.text}>
              <Cited statement={statement} sitrep={s} />
            </List.Item>
          ))}
        </List>
      </Part>
      <Part title="Key claims" shown={s.keyClaims.length > 0}>
        {s.keyClaims.map((block) => (
          <Stack key={block.question} gap={4}>
            <Group gap="xs" wrap="nowrap" justify="space-between" align="flex-start">
              <Title order={3} fz="md">
                {block.name}
              </Title>
              <Origins count={block.origins} />
            </Group>
            <Text size="xs" c="dimmed">
              {block.originsWhy}
            </Text>
            <List size="sm" spacing={4}>
              {block.statements.map((statement) => (
                <List.Item key={statement.text + statement.citations.join(' ')}>
                  {statement.stance !== 'asserts' && (
                    <Text span size="xs" fw={650} c={statement.stance === 'denies' ? 'var(--deny)' : 'var(--warn)'}>
                      {STANCE[statement.stance]}{' '}
                    </Text>
                  )}
                  <Cited statement={statement} sitrep={s} />
                </List.Item>
              ))}
            </List>
            {block.weighed && <Weighed weighed={block.weighed} />}
          </Stack>
        ))}
        {s.furtherQuestions > 0 && (
          <Text c="dimmed" size="sm">{`${plural(s.furtherQuestions, 'further question')} in the ledger.`}</Text>
        )}
      </Part>
      <Rows
        title="Figures"
        s={s}
        head={['Question', 'Speaker', 'Low', 'Best', 'High', 'Bound', 'Modality', 'Role', 'As of']}
        rows={s.figures.map((row) => ({
          cells: [
            row.question,
            row.speaker,
            grouped(row.low),
            grouped(row.best),
            grouped(row.high),
            row.bound,
            row.modality,
            row.role,
            day(row.asOf),
          ],
          citations: row.citations,
        }))}
      />
      <Part title="Disagreements" shown={s.disagreements.length > 0}>
        <List size="sm" spacing={6}>
          {s.disagreements.map((statement) => (
            <List.Item key={statement.text}>
              <Cited statement={statement} sitrep={s} />
            </List.Item>
          ))}
        </List>
      </Part>
      <Part title="Beliefs and possibilities" shown={s.assessments.length > 0}>
        <Text size="sm" c="dimmed">
          What somebody thinks or holds possible, apart from what is said to have happened.
        </Text>
        <List size="sm" spacing={6}>
          {s.assessments.map((statement) => (
            <List.Item key={statement.text}>
              <Cited statement={statement} sitrep={s} />
            </List.Item>
          ))}
        </List>
      </Part>
      <Part title="What changed on the way" shown={s.mutations.length > 0}>
        <List size="sm" spacing={6}>
          {s.mutations.map((row) => (
            <List.Item key={row.text + row.citations.join(' ')}>
              {row.text} “{row.before}” → “{row.after}” <Citations numbers={row.citations} sitrep={s} />
            </List.Item>
          ))}
        </List>
      </Part>
      <Rows
        title="Evidence mentioned"
        s={s}
        head={['Kind', 'What', 'Held by', 'Can show', 'Cannot show']}
        rows={s.evidence.map((row) => ({
          cells: [row.kind, row.text, row.holder ?? 'not stated', row.can, row.cannot],
          citations: row.citations,
        }))}
      />
      <Rows
        title="Places"
        s={s}
        head={['Place', 'Kind', 'Position', 'Known to the', 'Note']}
        rows={s.places.map((row) => ({
          cells: [
            row.name,
            row.kind,
            row.latitude === null || row.longitude === null
              ? 'not known'
              : `${row.latitude.toFixed(2)}, ${row.longitude.toFixed(2)}`,
            row.precision ?? '–',
            row.note ?? '',
          ],
          citations: row.citations,
        }))}
      />
      <Part title="Gaps" shown={s.gaps.length > 0}>
        <List size="sm" spacing={6}>
          {s.gaps.map((gap) => (
            <List.Item key={gap.text}>
              {gap.text} <Citations numbers={gap.citations} sitrep={s} />
            </List.Item>
          ))}
        </List>
      </Part>
      <Part title="Citations">
        <List type="ordered" size="sm" spacing={6}>
          {s.citations.map((citation) => (
            <List.Item key={citation.number}>
              <Text span fw={600} size="sm">
                <bdi>{citation.outlet ?? 'outlet not given'}</bdi>
              </Text>
              , {day(citation.published)}: “{citation.quotation}” <Citations numbers={[citation.number]} sitrep={s} />
            </List.Item>
          ))}
        </List>
      </Part>
    </Stack>
  )
}

function Part({
  title,
  shown = true,
  children,
}: {
  readonly title: string
  readonly shown?: boolean
  readonly children: ReactNode
}) {
  if (!shown) return null
  return (
    <Stack gap="sm" component="section" aria-label={title}>
      <Title order={2} fz="lg">
        {title}
      </Title>
      {children}
    </Stack>
  )
}

function Rows({
  title,
  head,
  rows,
  s,
}: {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly { cells: readonly string[]; citations: readonly number[] }[]
  readonly s: Sitrep
}) {
  return (
    <Part title={title} shown={rows.length > 0}>
      <Table.ScrollContainer minWidth={640}>
        <Table fz="sm" verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              {head.map((name) => (
                <Table.Th key={name}>{name}</Table.Th>
              ))}
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.cells.join('|')}>
                {row.cells.map((cell, i) => (
                  <Table.Td key={head[i]}>{cell}</Table.Td>
                ))}
                <Table.Td>
                  <Citations numbers={row.citations} sitrep={s} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Part>
  )
}

/** Proposals and judgement, each in a paragraph of its own: likelihood and confidence never share a sentence. */
function Weighed({ weighed: { likelihood, likelihoodWhy, confidence, judgement } }: { readonly weighed: WeighedBlock }) {
  return (
    <Stack gap={2} mt={4}>
      {likelihood.length > 0 && (
        <Text size="xs">
          <span className="proposed">Likelihood, proposed</span> {likelihood.join('; ')}. ({likelihoodWhy})
        </Text>
      )}
      {confidence.length > 0 && (
        <Text size="xs">
          <span className="proposed">Confidence, proposed</span> {confidence.join('; ')}.
        </Text>
      )}
      {judgement && (
        <Text size="sm">
          <b>An analyst judges:</b> {judgement.text}
        </Text>
      )}
      {judgement?.likelihood && <Text size="sm">Likelihood: {judgement.likelihood}.</Text>}
      {judgement?.confidence && <Text size="sm">Confidence: {judgement.confidence}.</Text>}
    </Stack>
  )
}
