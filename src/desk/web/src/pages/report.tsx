import { Anchor, Button, Grid, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useHotkeys, useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ReportDetail } from '../../../../ledger/ledger.ts'
import type { Span } from '../../../../model/index.ts'
import { api } from '../api.ts'
import { AnnotatedText } from '../parts/annotated-text.tsx'
import { ClaimCard } from '../parts/claim-card.tsx'
import { Failed, Waiting } from '../parts/states.tsx'
import { day, plural } from '../parts/words.tsx'
import { reportRoute } from '../router.tsx'

/** A report's text beside its claims, tied both ways: choose a claim and its words light up, choose words and the claim does. */
export function ReportPage() {
  const { id } = reportRoute.useParams()
  const { claim: chosen = null, at } = reportRoute.useSearch()
  const navigate = reportRoute.useNavigate()
  const { data, error, refetch } = useQuery({ queryKey: ['report', id], queryFn: () => api.report(id) })
  const [near, setNear] = useState<string | null>(null)
  const [show, setShow] = useState('all')
  const [side, setSide] = useState('text')
  const cited = useMemo(() => spanOf(at), [at])
  const narrow = useMediaQuery('(max-width: 62em)')
  const reading = data?.report.reading ?? null
  const claims = (reading?.claims ?? []).filter((claim) => show === 'all' || claim.chain.length > 0 || claim.id === chosen)

  const choose = useCallback(
    (claim: string) => void navigate({ search: { claim }, replace: true, resetScroll: false }),
    [navigate],
  )
  const step = (by: number): void => {
    if (claims.length === 0) return
    const at = claims.findIndex((claim) => claim.id === chosen)
    const next = claims[at < 0 ? (by > 0 ? 0 : claims.length - 1) : (at + by + claims.length) % claims.length]
    if (next) choose(next.id)
  }
  useHotkeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
  ])

  useEffect(() => {
    if ((chosen === null && cited === null) || reading === null) return
    const card = chosen === null ? null : document.getElementById(`claim-${chosen}`)
    const words =
      document.querySelector('.mark.cited') ??
      (chosen === null ? null : document.querySelector(`[data-claims~="${CSS.escape(chosen)}"]`))
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    if (!narrow || side === 'claims') card?.scrollIntoView({ block: 'nearest', behavior: still ? 'auto' : 'smooth' })
    if (!narrow || side === 'text') words?.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' })
  }, [chosen, cited, reading, narrow, side])

  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Waiting what="Loading the report" />
  const { report } = data
  const chosenClaim = reading?.claims.find((claim) => claim.id === chosen)
  return (
    <Stack gap="md">
      <Heading report={report} />
      {reading?.notes.map((note) => (
        <Text key={note} size="sm" c="var(--warn)">
          {note}
        </Text>
      ))}
      {narrow && (
        <SegmentedControl
          className="sides"
          fullWidth
          value={side}
          onChange={setSide}
          aria-label="Text or claims"
          data={[
            { value: 'text', label: 'Text' },
            { value: 'claims', label: plural(reading?.claims.length ?? 0, 'claim') },
          ]}
        />
      )}
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }} display={narrow && side === 'claims' ? 'none' : undefined}>
          <AnnotatedText
            text={report.text}
            reading={reading}
            cited={cited}
            chosen={chosen}
            near={near}
            onChoose={choose}
            onNear={setNear}
          />
          {narrow && side === 'text' && chosenClaim && reading && (
            <div className="chosen-below">
              <ClaimCard
                claim={chosenClaim}
                reading={reading}
                ledgerId={`${report.version}.${chosenClaim.id}`}
                chosen
                near={false}
                onChoose={() => setSide('claims')}
                onNear={() => {}}
              />
            </div>
          )}
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }} display={narrow && side === 'text' ? 'none' : undefined}>
          <Stack gap="xs" className="claims-column" component="section" aria-label="Claims">
            <Group justify="space-between">
              <Text size="sm" fw={600}>
                {plural(claims.length, 'claim')}
              </Text>
              <SegmentedControl
                size="xs"
                value={show}
                onChange={setShow}
                aria-label="Which claims"
                data={[
                  { value: 'all', label: 'All' },
                  { value: 'attributed', label: 'Attributed' },
                ]}
              />
            </Group>
            {reading === null && <Text c="dimmed">Not read yet.</Text>}
            {reading !== null &&
              !(narrow && side === 'text') &&
              claims.map((claim) => (
                <ClaimCard
                  key={claim.id}
                  claim={claim}
                  reading={reading}
                  ledgerId={`${report.version}.${claim.id}`}
                  chosen={claim.id === chosen}
                  near={claim.id === near}
                  onChoose={() => {
                    choose(claim.id)
                    if (narrow) setSide('text')
                  }}
                  onNear={(on) => setNear(on ? claim.id : null)}
                />
              ))}
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  )
}

/** `120-180` in the address points at these characters of the text. */
function spanOf(at: string | undefined): Span | null {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(at ?? '') ?? []
  return start === undefined || end === undefined || Number(start) >= Number(end)
    ? null
    : { start: Number(start), end: Number(end) }
}

function Heading({ report }: { readonly report: ReportDetail }) {
  const { metadata } = report
  const [open, setOpen] = useState(false)
  const diff = useQuery({ queryKey: ['diff', report.report], queryFn: () => api.diff(report.report), enabled: open })
  return (
    <div>
      <Title order={1} fz={{ base: 22, sm: 27 }} ff="'Source Serif 4 Variable', Georgia, serif" maw={860}>
        {metadata.title ?? 'Report without a title'}
      </Title>
      <Text size="sm" mt={4}>
        {[metadata.outlet ?? 'outlet not given', metadata.author, day(metadata.published)]
          .filter((part) => part !== null)
          .join(' · ')}
      </Text>
      <Text size="xs" c="dimmed">
        {report.version} ·{' '}
        {/^https?:\/\//.test(report.address) ? (
          <Anchor href={report.address} target="_blank" rel="noopener noreferrer nofollow" size="xs">
            {report.address}
          </Anchor>
        ) : (
          report.address
        )}
      </Text>
      <Text size="xs" c="dimmed">
        archived {report.capturedAt.slice(0, 16).replace('T', ' ')} UTC as {report.mediaType}, SHA-256{' '}
        {report.sha256.slice(0, 12)}…, text by {report.extractor} ·{' '}
        <Anchor href={`/api/reports/${encodeURIComponent(report.version)}/original`} download size="xs">
          the archived original
        </Anchor>
      </Text>
      {report.history.length > 1 && (
        <>
          <Button size="compact-xs" variant="default" mt="xs" onClick={() => setOpen(!open)} aria-expanded={open}>
            {plural(report.history.length, 'version')}: what changed
          </Button>
          {open && diff.data && (
            <Text size="sm" mt="xs" maw={860} className="report-text">
              {diff.data.parts.map((part, i) =>
                part.change === 'same' ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one difference never move
                  <span key={i}>
                    {part.text.length > 240 ? `${part.text.slice(0, 100)} … ${part.text.slice(-100)}` : part.text}
                  </span>
                ) : part.change === 'added' ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <ins key={i} className="added">
                    {part.text}
                  </ins>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <del key={i} className="removed">
                    {part.text}
                  </del>
                ),
              )}
            </Text>
          )}
        </>
      )}
    </div>
  )
}
