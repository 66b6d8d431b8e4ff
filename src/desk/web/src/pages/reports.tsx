import { Button, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api.ts'
import { PageLink } from '../parts/anchor.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { day, grouped } from '../parts/words.tsx'

export function ReportsPage() {
  const [words, setWords] = useState('')
  const [text] = useDebouncedValue(words, 250)
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['reports', text],
    queryFn: ({ pageParam }) => api.reports({ text, after: pageParam, limit: 200 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const reports = data?.pages
    .flatMap((page) => page.reports)
    .toSorted((a, b) => ((a.metadata.published ?? '') < (b.metadata.published ?? '') ? 1 : -1))
  return (
    <Stack maw={1080}>
      <Title order={1} fz={24}>
        Reports
      </Title>
      <TextInput
        placeholder="Words in the reports"
        aria-label="Search the reports"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        maw={420}
      />
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!error && !reports && <Waiting what="Loading reports" />}
      {reports?.length === 0 && <Empty>{text === '' ? 'No reports yet.' : `No report holds “${text}”.`}</Empty>}
      {reports && reports.length > 0 && (
        <Table highlightOnHover verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Report</Table.Th>
              <Table.Th className="wide-only">Published</Table.Th>
              <Table.Th className="wide-only number">Claims</Table.Th>
              <Table.Th className="wide-only number">Versions</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {reports.map((report) => (
              <Table.Tr key={report.report}>
                <Table.Td>
                  <PageLink to="/reports/$id" params={{ id: report.report }} c="inherit" fw={550}>
                    {report.metadata.title ?? report.address}
                  </PageLink>
                  <Text size="xs" c="dimmed">
                    <bdi>{report.metadata.outlet ?? 'outlet not given'}</bdi>
                    <span className="mantine-hidden-from-md"> · {day(report.metadata.published)}</span>
                  </Text>
                </Table.Td>
                <Table.Td className="wide-only">{day(report.metadata.published)}</Table.Td>
                <Table.Td className="wide-only number">{report.claims === null ? 'unread' : grouped(report.claims)}</Table.Td>
                <Table.Td className="wide-only number">{report.versions}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {hasNextPage && (
        <Button variant="default" onClick={() => void fetchNextPage()} loading={isFetchingNextPage} maw={200}>
          More
        </Button>
      )}
    </Stack>
  )
}
