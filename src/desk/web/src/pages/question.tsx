import { Anchor, Badge, Group, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useId, useState } from 'react'
import type { Question } from '../../../../model/index.ts'
import { api } from '../api.ts'
import { MutationCard } from '../parts/mutation-card.tsx'
import { Failed, Waiting } from '../parts/states.tsx'
import { Origins } from '../parts/words.tsx'
import { AnswerList } from '../question/answer-list.tsx'
import { Arithmetic } from '../question/arithmetic.tsx'
import { EditQuestion } from '../question/edit-question.tsx'
import { FigureChart } from '../question/figure-chart.tsx'
import { FigureTable } from '../question/figure-table.tsx'
import { LineageTree } from '../question/lineage-tree.tsx'
import { Credibilities, Judged, Middle } from '../question/weighed.tsx'

const FRAME: Readonly<Record<Question['frame'], string>> = {
  done: 'told as done',
  ongoing: 'told as going on',
  planned: 'told as planned',
  possible: 'told as possible',
}

/** One question: who answers it how, on how many independent origins, how the figures moved, and what changed on the way. */
export function QuestionPage() {
  const { id } = useParams({ from: '/questions/$id' })
  const { data, error, refetch } = useQuery({ queryKey: ['question', id], queryFn: () => api.question(id) })
  const [table, setTable] = useState(false)
  const tableId = useId()
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Waiting what="Loading the question" />
  const { question } = data
  return (
    <Stack maw={980} gap="xl">
      <Stack gap="xs">
        <Title order={1} fz={{ base: 22, sm: 27 }}>
          {question.name}
        </Title>
        <Group gap="sm" align="center">
          <Origins count={question.origins.length} />
          <Badge variant="light" color="gray" tt="none" fw={550}>
            {FRAME[question.frame]}
          </Badge>
          {question.edited !== undefined && (
            <Badge variant="light" color="gray" tt="none" fw={550}>
              edited by an analyst
            </Badge>
          )}
          {question.circular !== undefined && (
            <Badge variant="light" color="orange" c="var(--warn)" tt="none">
              {question.circular.kind === 'ring' ? 'circular' : 'one root'}
            </Badge>
          )}
        </Group>
        <Text size="sm">{question.originsWhy}</Text>
        <EditQuestion key={`${question.id} ${question.name}`} data={data} />
        {data.disagreements.length > 0 && (
          <section className="disagree" aria-label="Disagreements">
            <Text size="sm" fw={650} c="var(--deny)">
              They disagree
            </Text>
            {data.disagreements.map((item) => (
              <Text key={item.why} size="sm">
                {item.why}
              </Text>
            ))}
          </section>
        )}
      </Stack>
      <Part
        title="Answers"
        note="Support is that of independent origins, not of reports. What is proposed is arithmetic; the judgement is yours."
      >
        <AnswerList data={data} />
      </Part>
      <Part title="Your judgement">
        <Judged key={data.weighing.judgement?.edit ?? 'none'} data={data} />
      </Part>
      {data.figures.length > 0 && (
        <Part title="Figures over time">
          <FigureChart data={data} />
          <Group gap="md">
            <UnstyledButton className="more" aria-expanded={table} aria-controls={tableId} onClick={() => setTable(!table)}>
              {table ? 'Hide the table' : 'The same as a table'}
            </UnstyledButton>
            {(['csv', 'svg'] as const).map((format) => (
              <Anchor
                key={format}
                href={`/api/questions/${encodeURIComponent(question.id)}/figures?format=${format}`}
                download
                size="sm"
              >
                {format.toUpperCase()}
              </Anchor>
            ))}
          </Group>
          {data.weighing.middle && <Middle middle={data.weighing.middle} method={data.weighing.method} />}
          <div id={tableId} hidden={!table}>
            {table && <FigureTable figures={data.figures} />}
          </div>
        </Part>
      )}
      {data.arithmetic.length > 0 && (
        <Part
          title="Figures that imply each other"
          note="Worked out from what one report says; nobody states the result of “follows”."
        >
          {data.arithmetic.map((row) => (
            <Arithmetic key={`${row.kind} ${row.passage.version} ${row.passage.start} ${row.why}`} row={row} />
          ))}
        </Part>
      )}
      <Part
        title="Who rests on whom"
        note="From each origin down to the claims that rest on it. Open a link to see the words that prove it."
      >
        <LineageTree data={data} />
      </Part>
      {data.weighing.items.some((item) => item.grade !== null) && (
        <Part
          title="Credibility of each claim"
          note="From 1, confirmed, to 5, improbable; 6 cannot be judged. It looks at what is said, not at who says it: sources are graded apart."
        >
          <Credibilities data={data} />
        </Part>
      )}
      {data.mutations.length > 0 && (
        <Part title="What changed on the way">
          {data.mutations.map((mutation) => (
            <MutationCard key={mutation.id} mutation={mutation} />
          ))}
        </Part>
      )}
    </Stack>
  )
}

function Part({ title, note, children }: { readonly title: string; readonly note?: string; readonly children: ReactNode }) {
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <div>
        <Title order={2} fz="lg">
          {title}
        </Title>
        {note !== undefined && (
          <Text size="xs" c="dimmed">
            {note}
          </Text>
        )}
      </div>
      {children}
    </Stack>
  )
}
