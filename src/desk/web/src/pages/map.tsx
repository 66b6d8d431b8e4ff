import { Badge, Button, Card, Group, NavLink, Stack, Text, Title, useComputedColorScheme } from '@mantine/core'
import { useQueries, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import { api } from '../api.ts'
import { type MappedPlace, mappedPlaces } from '../map/places.ts'
import { PageLink } from '../parts/anchor.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { plural } from '../parts/words.tsx'

const MapView = lazy(() => import('../map/map-view.tsx').then(({ MapView }) => ({ default: MapView })))

const MOST_CLAIMS = 30

/** Where: the places that claims name, on a map and as a list; a place opens the claims that name it. */
export function MapPage() {
  const { data, error, refetch } = useQuery({ queryKey: ['places'], queryFn: api.places })
  const [chosen, setChosen] = useState<string | null>(null)
  const places = useMemo(() => mappedPlaces(data?.mentions ?? []), [data])
  const scheme = useComputedColorScheme('light')
  const place = places.find((candidate) => candidate.place.id === chosen)
  return (
    <Stack>
      <Title order={1} fz={24}>
        Map
      </Title>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!error && !data && <Waiting what="Loading the places" />}
      {data && places.length === 0 && <Empty>No claim names a place that the gazetteer knows.</Empty>}
      {places.length > 0 && (
        <div className="map-page">
          <div>
            <Suspense fallback={<Waiting what="Drawing the map" />}>
              <MapView places={places} scheme={scheme} chosen={chosen} onChoose={setChosen} />
            </Suspense>
            <Text size="xs" c="dimmed" mt={6}>
              A larger point: more claims. A hollow point lies in the middle of an area: the text says no better where within its
              dashed border, or, where there is none (seas, vague areas), how far it reaches. A small disc: within a town or
              district. Countries: Natural Earth as changed by Visionscarto, after the UN’s view; disputed borders are dashed.
              Regions: Natural Earth, simplified. Nothing is derived from the drawing.
            </Text>
          </div>
          <div>
            {place ? (
              <PlaceClaims place={place} onBack={() => setChosen(null)} />
            ) : (
              <PlaceList places={places} onChoose={setChosen} />
            )}
          </div>
        </div>
      )}
    </Stack>
  )
}

function PlaceList({ places, onChoose }: { readonly places: readonly MappedPlace[]; readonly onChoose: (id: string) => void }) {
  return (
    <Stack gap={0} className="map-side">
      {places.map(({ place, claims, misspelt }) => (
        <NavLink
          key={place.id}
          component="button"
          onClick={() => onChoose(place.id)}
          label={place.name}
          description={[
            ...place.admin.filter((name) => name !== place.name).toReversed(),
            `known to the ${place.precision}`,
            ...(misspelt.length > 0 ? [`resolved from “${misspelt.join('”, “')}”`] : []),
          ].join(' · ')}
          rightSection={<Text size="xs">{plural(claims.length, 'claim')}</Text>}
        />
      ))}
    </Stack>
  )
}

function PlaceClaims({ place: { place, claims }, onBack }: { readonly place: MappedPlace; readonly onBack: () => void }) {
  const shown = claims.slice(0, MOST_CLAIMS)
  const rows = useQueries({ queries: shown.map((id) => ({ queryKey: ['claim', id], queryFn: () => api.claim(id) })) })
  return (
    <Stack gap="xs" className="map-side">
      <Group justify="space-between">
        <Text fw={650}>{place.name}</Text>
        <Button size="compact-sm" variant="default" onClick={onBack}>
          All places
        </Button>
      </Group>
      <Text size="xs" c="dimmed">
        {place.latitude.toFixed(2)}, {place.longitude.toFixed(2)} · {place.kind} · known to the {place.precision}
      </Text>
      {rows.map(({ data: row, error }, i) =>
        row ? (
          <Card key={row.id} withBorder padding="xs" style={{ flexShrink: 0 }}>
            <Group justify="space-between" wrap="nowrap" gap="xs">
              <Text size="xs" c="var(--source)" fw={600}>
                {row.chain ?? 'the report itself'}
              </Text>
              <Badge size="sm" variant="light" color="gray" tt="none">
                {row.outlet ?? 'no outlet given'}
              </Badge>
            </Group>
            <PageLink to="/reports/$id" params={{ id: row.report }} search={{ claim: row.claim.id }} size="sm" c="inherit">
              {row.text}
            </PageLink>
          </Card>
        ) : error ? (
          <Failed key={shown[i]} error={error} />
        ) : null,
      )}
      {claims.length > shown.length && <Text size="xs">and {plural(claims.length - shown.length, 'more claim')}</Text>}
    </Stack>
  )
}
