import { Card, Grid, Group, List, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Sitrep } from '../../../../model/index.ts'
import { api } from '../api.ts'
import { PageLink } from '../parts/anchor.tsx'
import { Cited } from '../parts/cited.tsx'
import { Failed, NoReports, Waiting } from '../parts/states.tsx'
import { day, grouped, Origins } from '../parts/words.tsx'

/** The situation at a glance: what a person reads before anything else. */
export function OverviewPage() {
  const { data, error, refetch } = useQuery({ queryKey: ['overview'], queryFn: api.overview })
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Waiting what="Loading the situation" />
  const { sitrep, situation, latest } = data
  if (sitrep === null) return <NoReports />
  return (
    <Stack gap="lg" maw={1180}>
      <div>
        <Title order={1} fz={{ base: 22, sm: 28 }}>
          {situation.name}
        </Title>
        <Text c="dimmed" size="sm">
          {sitrep.period.from === null
            ? 'No report gives its date'
            : sitrep.period.from === sitrep.period.to
              ? sitrep.period.from
              : `${sitrep.period.from} to ${sitrep.period.to}`}
        </Text>
      </div>
      <Counts sitrep={sitrep} />
      <Paper withBorder p="md" component="section" aria-labelledby="bottom-line">
        <Title order={2} fz="lg" id="bottom-line" mb="xs">
          Bottom line
        </Title>
        {sitrep.bottomLine.length === 0 ? (
          <Text c="dimmed">Nothing in the reports rests on a recorded origin.</Text>
        ) : (
          <List spacing="sm" center={false}>
            {sitrep.bottomLine.map((statement) => (
              <List.Item key={statement.text}>
                <Cited statement={statement} sitrep={sitrep} />
              </List.Item>
            ))}
          </List>
        )}
        <PageLink to="/sitrep" size="sm" mt="sm" display="inline-block">
          The whole SITREP
        </PageLink>
      </Paper>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="xs" component="section" aria-labelledby="key-questions">
            <Title order={2} fz="lg" id="key-questions">
              Key questions
            </Title>
            {sitrep.keyClaims.map((block) => (
              <Card key={block.question} withBorder padding="sm">
                <Group justify="space-between" wrap="nowrap" align="flex-start">
                  <PageLink to="/questions/$id" params={{ id: block.question }} c="inherit" fw={600} size="sm">
                    {block.name}
                  </PageLink>
                  <Origins count={block.origins} why={block.originsWhy} />
                </Group>
                <Text size="xs" c="dimmed" mt={4}>
                  {block.originsWhy}
                </Text>
              </Card>
            ))}
            <PageLink to="/questions" size="sm">
              All questions
            </PageLink>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="lg">
            <Notes title="Disagreements" notes={sitrep.disagreements} sitrep={sitrep} />
            <Notes title="What changed on the way" notes={sitrep.mutations} sitrep={sitrep} />
            <PageLink to="/changes" size="sm">
              What changed, day by day
            </PageLink>
            <Stack gap="xs" component="section" aria-labelledby="latest">
              <Title order={2} fz="lg" id="latest">
                Latest reports
              </Title>
              {latest.map((report) => (
                <div key={report.report}>
                  <PageLink to="/reports/$id" params={{ id: report.report }} c="inherit" fw={550} size="sm">
                    {report.metadata.title ?? report.address}
                  </PageLink>
                  <Text size="xs" c="dimmed">
                    <bdi>{report.metadata.outlet ?? 'outlet not given'}</bdi> · {day(report.metadata.published)}
                  </Text>
                </div>
              ))}
            </Stack>
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  )
}

function Counts({ sitrep }: { readonly sitrep: Sitrep }) {
  const counts = [
    { to: '/reports', label: 'reports', value: sitrep.counts.reports },
    { to: '/reports', label: 'outlets', value: sitrep.counts.outlets },
    { to: '/claims', label: 'claims', value: sitrep.counts.claims },
    { to: '/sources', label: 'independent origins', value: sitrep.counts.origins },
  ] as const
  return (
    <Group gap="xl">
      {counts.map(({ to, label, value }) => (
        <Link key={label} to={to} className="row-link">
          <Text fz={26} fw={700} lh={1.1}>
            {grouped(value)}
          </Text>
          <Text size="xs" c="dimmed">
            {label}
          </Text>
        </Link>
      ))}
    </Group>
  )
}

function Notes({
  title,
  notes,
  sitrep,
}: {
  readonly title: string
  readonly notes: Sitrep['disagreements']
  readonly sitrep: Sitrep
}) {
  if (notes.length === 0) return null
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Title order={2} fz="lg">
        {title}
      </Title>
      <List spacing="xs" size="sm">
        {notes.slice(0, 6).map((note) => (
          <List.Item key={note.text + note.citations.join(' ')}>
            <Cited statement={note} sitrep={sitrep} />
          </List.Item>
        ))}
      </List>
    </Stack>
  )
}
