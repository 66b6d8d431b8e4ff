import { Checkbox, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef, useState } from 'react'
import { api } from '../api.ts'
import { PageLink } from '../parts/anchor.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { day, MODALITY_WORD, ModalityBadge } from '../parts/words.tsx'
import { claimsRoute } from '../router.tsx'

/** Every claim, filtered; rows are drawn as they come into view, so that fifty thousand scroll like fifty. */
export function ClaimsPage() {
  const search = claimsRoute.useSearch()
  const navigate = claimsRoute.useNavigate()
  const given = search.like ?? search.text ?? ''
  const [words, setWords] = useState(given)
  const [mode, setMode] = useState<'text' | 'like'>(search.like === undefined ? 'text' : 'like')
  const [text] = useDebouncedValue(words, 250)
  // What the address was last asked to hold: whatever else it holds then was put there by a link.
  const asked = useRef(given)
  const ask = useCallback(
    (how: 'text' | 'like', what: string): void => {
      asked.current = what
      const wanted = what || undefined
      void navigate({
        search: (before) => ({
          ...before,
          text: how === 'text' ? wanted : undefined,
          like: how === 'like' ? wanted : undefined,
        }),
        replace: true,
      })
    },
    [navigate],
  )
  useEffect(() => {
    if (given === asked.current) return
    asked.current = given
    setWords(given)
    setMode(search.like === undefined ? 'text' : 'like')
  }, [given, search.like])
  useEffect(() => {
    if (text === words && text !== asked.current) ask(mode, text)
  }, [text, words, mode, ask])

  const sources = useQuery({ queryKey: ['sources'], queryFn: api.sources })
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['claims', search],
    queryFn: ({ pageParam }) => api.claims({ ...search, after: pageParam, limit: 200 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const claims = data?.pages.flatMap((page) => page.claims) ?? []
  const list = useRef<HTMLDivElement>(null)
  const rows = useWindowVirtualizer({
    count: claims.length,
    estimateSize: () => 84,
    overscan: 8,
    scrollMargin: list.current?.offsetTop ?? 0,
  })
  const shown = rows.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= claims.length - 20) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, last, claims.length, fetchNextPage])

  return (
    <Stack maw={1080}>
      <Title order={1} fz={24}>
        Claims
      </Title>
      <Group align="flex-end" gap="sm">
        <Select
          label="Find"
          data={[
            { value: 'text', label: 'these words' },
            { value: 'like', label: 'the same in other words' },
          ]}
          value={mode}
          allowDeselect={false}
          onChange={(value) => {
            const how = value === 'like' ? 'like' : 'text'
            setMode(how)
            ask(how, words)
          }}
          w={{ base: '100%', sm: 220 }}
        />
        <TextInput
          label={mode === 'like' ? 'A sentence, headline or post' : 'Words'}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          maxLength={mode === 'like' ? 1000 : 300}
          w={{ base: '100%', sm: mode === 'like' ? 420 : 260 }}
        />
        <Select
          label="Modality"
          placeholder="any"
          clearable
          data={Object.entries(MODALITY_WORD).map(([value, label]) => ({ value, label }))}
          value={search.modality ?? null}
          onChange={(value) =>
            void navigate({ search: (before) => ({ ...before, modality: value ?? undefined }), replace: true })
          }
          w={{ base: '48%', sm: 170 }}
        />
        <Select
          label="Source"
          placeholder="any"
          clearable
          searchable
          data={(sources.data?.sources ?? [])
            .toSorted((a, b) => b.claims - a.claims)
            .map((source) => ({ value: source.id, label: source.name }))}
          value={search.source ?? null}
          onChange={(value) => void navigate({ search: (before) => ({ ...before, source: value ?? undefined }), replace: true })}
          w={{ base: '48%', sm: 260 }}
        />
        <Checkbox
          label="with a figure"
          checked={search.figures === 'true'}
          onChange={(event) =>
            void navigate({
              search: (before) => ({ ...before, figures: event.currentTarget.checked ? 'true' : undefined }),
              replace: true,
            })
          }
          pb={8}
        />
      </Group>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!error && !data && <Waiting what="Loading claims" />}
      {data && claims.length === 0 && <Empty>No claim fits.</Empty>}
      {search.like !== undefined && claims.length > 0 && (
        <Text size="sm" c="dimmed">
          The likeliest first. Further down, claims have less in common with the text.
        </Text>
      )}
      <div ref={list} style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {shown.map((row) => {
          const item = claims[row.index]
          if (!item) return null
          return (
            <div
              key={item.id}
              ref={rows.measureElement}
              data-index={row.index}
              style={{
                position: 'absolute',
                top: 0,
                left: 0,
                right: 0,
                transform: `translateY(${row.start - rows.options.scrollMargin}px)`,
              }}
            >
              <Stack gap={2} py="xs" style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}>
                <Group gap="xs" wrap="nowrap" justify="space-between" align="flex-start">
                  <Text size="sm" fw={600} c={item.chain === null ? 'dimmed' : 'var(--source)'}>
                    {item.chain ?? 'the report itself'}
                  </Text>
                  <ModalityBadge claim={item.claim} />
                </Group>
                <PageLink to="/reports/$id" params={{ id: item.version }} search={{ claim: item.claim.id }} c="inherit" size="sm">
                  {item.text}
                </PageLink>
                <Text size="xs" c="dimmed">
                  <bdi>{item.outlet ?? 'outlet not given'}</bdi> · {day(item.published)} · {item.id}
                </Text>
              </Stack>
            </div>
          )
        })}
      </div>
    </Stack>
  )
}
