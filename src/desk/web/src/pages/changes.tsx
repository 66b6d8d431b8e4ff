import { Badge, Card, Group, NativeSelect, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ChangeKind } from '../../../../analyse/changes/changes.ts'
import type { ChangeRow } from '../../../answers.ts'
import { api } from '../api.ts'
import { PageLink } from '../parts/anchor.tsx'
import { ClaimLink, Outlet } from '../parts/claim-link.tsx'
import { Edits } from '../parts/edits.tsx'
import { MutationCard } from '../parts/mutation-card.tsx'
import { Empty, Failed, NoReports, Waiting } from '../parts/states.tsx'
import { INK, plural } from '../parts/words.tsx'
import { changesRoute } from '../router.tsx'

const KIND: Readonly<Record<ChangeKind, { word: string; colour: string }>> = {
  secondOrigin: { word: 'second origin', colour: 'teal' },
  plannedBecameObserved: { word: 'planned became done', colour: 'cyan' },
  denial: { word: 'denied', colour: 'red' },
  cannotConfirm: { word: "can't confirm", colour: 'orange' },
  boundRose: { word: 'figure rose', colour: 'grape' },
  boundFell: { word: 'figure fell', colour: 'grape' },
  figureSuperseded: { word: 'figure replaced', colour: 'gray' },
  mutation: { word: 'bent on the way', colour: 'orange' },
  newVersion: { word: 'report edited', colour: 'ink' },
  newQuestion: { word: 'new question', colour: 'ink' },
  newClaims: { word: 'more claims', colour: 'gray' },
}

/** So many claims are shown under a change; the question has all. */
const MOST = 2

/** So many changes at a time. */
const PAGE = 60

/** What moved in the state of claims since a day, what reports bent on the way, and what an analyst took back. */
export function ChangesPage() {
  const { since } = changesRoute.useSearch()
  const navigate = changesRoute.useNavigate()
  const [shown, setShown] = useState(PAGE)
  const changes = useQuery({
    queryKey: ['changes', since],
    queryFn: () => api.changes(since),
    placeholderData: keepPreviousData,
  })
  const mutations = useQuery({ queryKey: ['mutations'], queryFn: api.mutations })
  const sources = useQuery({ queryKey: ['sources'], queryFn: api.sources })
  const { data } = changes
  if (data && data.since === '' && mutations.data?.mutations.length === 0) return <NoReports />
  return (
    <Stack maw={980} gap="xl">
      <Stack gap="sm" component="section" aria-label="Since a day">
        <Group justify="space-between" align="flex-end">
          <Title order={1} fz={24}>
            What changed
          </Title>
          {data && data.days.length > 0 && (
            <NativeSelect
              label="Since the day"
              value={data.since}
              onChange={(event) => void navigate({ search: { since: event.currentTarget.value }, replace: true })}
              data={[...new Set([data.since, ...data.days])].sort().reverse()}
              size="xs"
            />
          )}
        </Group>
        {changes.error && <Failed error={changes.error} retry={() => void changes.refetch()} />}
        {!changes.error && !data && <Waiting what="Comparing with what was known" />}
        {data && (
          <Text size="sm" c="dimmed">
            What the reports published from {data.since} on moved, against what was known before; the weightiest first.
          </Text>
        )}
        {data?.changes.length === 0 && <Empty>Nothing moved since then.</Empty>}
        {data?.changes.slice(0, shown).map((change) => (
          <ChangeCard key={`${change.kind} ${change.question} ${change.what}`} change={change} />
        ))}
        {data && data.changes.length > shown && (
          <UnstyledButton className="more" onClick={() => setShown(shown + PAGE)}>
            Show more: {plural(data.changes.length - shown, 'change')} left
          </UnstyledButton>
        )}
      </Stack>
      {mutations.error && <Failed error={mutations.error} retry={() => void mutations.refetch()} />}
      {mutations.data && mutations.data.mutations.length > 0 && (
        <Stack gap="sm" component="section" aria-label="On the way">
          <div>
            <Title order={2} fz="lg">
              Changed on the way
            </Title>
            <Text size="sm" c="dimmed">
              {plural(mutations.data.mutations.length, 'place')} where a later report made something else of an earlier claim,
              over the whole situation.
            </Text>
          </div>
          {mutations.data.mutations.map((mutation) => (
            <MutationCard key={mutation.id} mutation={mutation} />
          ))}
        </Stack>
      )}
      {sources.data && <Edits data={sources.data} />}
    </Stack>
  )
}

function ChangeCard({ change }: { readonly change: ChangeRow }) {
  const { word, colour } = KIND[change.kind]
  return (
    <Card withBorder padding="sm" component="article">
      <div className="change-row">
        <Badge color={colour} c={INK[colour]} variant="light" tt="none" className="change-kind">
          {word}
        </Badge>
        <div style={{ minWidth: 0 }}>
          <Text size="sm" fw={550}>
            {change.question !== null ? (
              <PageLink to="/questions/$id" params={{ id: change.question }} c="inherit" inherit>
                {change.what}
              </PageLink>
            ) : change.version !== null ? (
              <PageLink to="/reports/$id" params={{ id: change.version }} c="inherit" inherit>
                {change.what}
              </PageLink>
            ) : (
              change.what
            )}
          </Text>
          {change.claims.slice(0, MOST).map((claim) => (
            <Text key={claim.claim} size="xs" mt={4}>
              <Text span inherit c="dimmed">
                <Outlet report={claim} />:{' '}
              </Text>
              <ClaimLink id={claim.claim}>“{claim.passage.text}”</ClaimLink>
            </Text>
          ))}
          {change.claims.length > MOST && (
            <Text size="xs" c="dimmed" mt={4}>
              and {plural(change.claims.length - MOST, 'more claim')}
            </Text>
          )}
        </div>
      </div>
    </Card>
  )
}
