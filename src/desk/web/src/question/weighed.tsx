import { Button, Group, Select, Stack, Table, Text, Textarea, UnstyledButton } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { figureWords } from '../../../../disseminate/figure-words.ts'
import type { ClaimRow } from '../../../../ledger/ledger.ts'
import {
  type AnswerWeight,
  type Confidence,
  CREDIBILITY,
  type Credibility,
  type Factor,
  type ItemCredibility,
  LIKELIHOOD,
  type Likelihood,
  type WeighedMiddle,
  type Weighing,
} from '../../../../model/index.ts'
import type { EditWish, QuestionAnswer } from '../../../answers.ts'
import { api } from '../api.ts'
import { ClaimLink } from '../parts/claim-link.tsx'
import { Failed } from '../parts/states.tsx'
import { day, plural } from '../parts/words.tsx'

/** Support, and, each on a line of its own, the likelihood and the confidence that are proposed for an answer. */
export function AnswerWeighed({ weight, weighing }: { readonly weight: AnswerWeight; readonly weighing: Weighing }) {
  const { support, likelihood, confidence } = weight
  const names = (ids: readonly string[]): string => ids.map((id) => weighing.names[id] ?? id).join(', ')
  const [open, setOpen] = useState(false)
  if (support === null) return null
  return (
    <Stack gap={2} mt={6} className="weighed">
      <UnstyledButton className="more" aria-expanded={open} onClick={() => setOpen(!open)}>
        Support {percent(support.share)} ({percent(support.low)} to {percent(support.high)}), {weighing.method}
      </UnstyledButton>
      {open && (
        <Stack gap={0}>
          <Text size="xs">for: {names(weight.for)}</Text>
          <Text size="xs">against: {weight.against.length === 0 ? 'nobody' : names(weight.against)}</Text>
          <Text size="xs" c="dimmed">
            {weighing.why}
          </Text>
        </Stack>
      )}
      {likelihood && (
        <Text size="xs">
          <span className="proposed">Likelihood, proposed</span> {likelihood.words} ({likelihood.low} to {likelihood.high} %)
          {open && `: ${weight.likelihoodWhy}`}
        </Text>
      )}
      {confidence && (
        <Text size="xs">
          <span className="proposed">Confidence, proposed</span> {confidence}
          {open && `: ${weight.confidenceWhy}`}
        </Text>
      )}
    </Stack>
  )
}

/** The middle of what the origins say at present, and how far one of them could move it. */
export function Middle({ middle, method }: { readonly middle: WeighedMiddle; readonly method: Weighing['method'] }) {
  const { low, high, without, origins, unit } = middle
  const range = (from: number, to: number): string =>
    figureWords({
      low: from,
      best: from === to ? from : null,
      high: to,
      bound: from === to ? 'exact' : 'between',
      unit,
      role: 'total',
    })
  return (
    <Text size="sm">
      Middle of {plural(origins, 'origin')}, {method}: {range(low, high)}
      {without &&
        `; with any one of them left out, from ${range(without.low, without.low)} to ${range(without.high, without.high)}`}
    </Text>
  )
}

/** Each claim with what speaks for and against it, whoever says it, and room for the analyst's own grade. */
export function Credibilities({ data }: { readonly data: QuestionAnswer }) {
  const rows = new Map(data.claims.map((claim) => [claim.id, claim]))
  const graded = data.weighing.items.filter((item) => item.grade !== null)
  return (
    <Stack gap={6} component="ul" className="plain-list">
      {graded.map((item) => (
        <Item key={item.claim} item={item} row={rows.get(item.claim)} />
      ))}
    </Stack>
  )
}

const SIGN: Readonly<Record<Factor['effect'], string>> = { for: '+', against: '−', none: '·' }

function Item({ item, row }: { readonly item: ItemCredibility; readonly row: ClaimRow | undefined }) {
  const [open, setOpen] = useState(false)
  const edit = useEdit()
  if (!row || item.grade === null) return null
  const shown = item.graded?.credibility ?? item.grade
  return (
    <li className="claim-line">
      <div>
        <Text size="sm" lineClamp={2}>
          <ClaimLink id={item.claim}>{row.text}</ClaimLink>
        </Text>
        <UnstyledButton className="more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {shown}, {CREDIBILITY[shown]} {item.graded ? '(your grade)' : '(proposed)'}
        </UnstyledButton>{' '}
        <Text span size="xs" c="dimmed">
          <bdi>{row.outlet ?? 'outlet not given'}</bdi> · {day(row.published)}
        </Text>
        {open && (
          <Stack gap={4} mt={4}>
            <ul className="factors">
              {item.factors.map((factor) => (
                <li key={factor.kind + factor.why} data-effect={factor.effect}>
                  <span aria-hidden>{SIGN[factor.effect]}</span>
                  <span className="sr-only">{{ for: 'for: ', against: 'against: ', none: '' }[factor.effect]}</span> {factor.why}
                </li>
              ))}
            </ul>
            {edit.error && <Failed error={edit.error} />}
            <Select
              size="xs"
              maw={300}
              label="Your grade of the claim, whoever says it"
              value={item.graded ? String(item.graded.credibility) : null}
              placeholder="not graded"
              data={Object.entries(CREDIBILITY).map(([grade, words]) => ({ value: grade, label: `${grade}, ${words}` }))}
              onChange={(grade) =>
                grade !== null && edit.mutate({ kind: 'gradeItem', claim: item.claim, credibility: Number(grade) as Credibility })
              }
            />
          </Stack>
        )}
      </div>
    </li>
  )
}

/** What an analyst judges of the question; likelihood and confidence are set, shown and kept apart. */
export function Judged({ data }: { readonly data: QuestionAnswer }) {
  const { judgement } = data.weighing
  const edit = useEdit()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState(judgement?.text ?? '')
  const [likelihood, setLikelihood] = useState<Likelihood | null>(judgement?.likelihood ?? null)
  const [confidence, setConfidence] = useState<Confidence | null>(judgement?.confidence ?? null)
  const save = (): void =>
    edit.mutate(
      { kind: 'judgeQuestion', question: data.question.id, text, likelihood, confidence },
      { onSuccess: () => setOpen(false) },
    )
  return (
    <Stack gap="xs">
      {judgement && (
        <>
          <Text>{judgement.text}</Text>
          <Table className="judgement" fz="sm" w="auto">
            <Table.Tbody>
              <Table.Tr>
                <Table.Th>Likelihood</Table.Th>
                <Table.Td>{judgement.likelihood ?? 'not given'}</Table.Td>
              </Table.Tr>
              <Table.Tr>
                <Table.Th>Confidence</Table.Th>
                <Table.Td>{judgement.confidence ?? 'not given'}</Table.Td>
              </Table.Tr>
            </Table.Tbody>
          </Table>
          <Group gap="xs">
            <Button size="compact-xs" variant="default" onClick={() => edit.mutate({ kind: 'undo', edit: judgement.edit })}>
              Take it back
            </Button>
          </Group>
        </>
      )}
      {edit.error && <Failed error={edit.error} />}
      <Button size="compact-sm" variant="default" w="fit-content" aria-expanded={open} onClick={() => setOpen(!open)}>
        {judgement ? 'Judge anew …' : 'Put down your judgement …'}
      </Button>
      {open && (
        <form
          className="editor"
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <Stack gap="sm">
            <Textarea
              label="Judgement"
              description="A sentence without words of likelihood; it stands in the SITREP as yours."
              autosize
              maxLength={1000}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Select
              label="How likely it is"
              clearable
              maw={320}
              value={likelihood}
              data={(Object.keys(LIKELIHOOD) as Likelihood[]).map((words) => ({
                value: words,
                label: `${words}, ${LIKELIHOOD[words].from} to ${LIKELIHOOD[words].to} %`,
              }))}
              onChange={(words) => setLikelihood(words as Likelihood | null)}
            />
            <Select
              label="How well founded the judgement is"
              clearable
              maw={320}
              value={confidence}
              data={['low', 'moderate', 'high']}
              onChange={(level) => setConfidence(level as Confidence | null)}
            />
            <Button type="submit" w="fit-content" disabled={text.trim() === ''} loading={edit.isPending}>
              Keep
            </Button>
          </Stack>
        </form>
      )}
    </Stack>
  )
}

function useEdit() {
  const client = useQueryClient()
  return useMutation({ mutationFn: (wish: EditWish) => api.edit(wish), onSuccess: () => client.invalidateQueries() })
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
