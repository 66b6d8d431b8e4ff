import { Badge, Card, Group, Stack, Text, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../../../analyse/questions/answers.ts'
import { figureWords } from '../../../../disseminate/figure-words.ts'
import type { ClaimRow } from '../../../../ledger/ledger.ts'
import type { AnswerWeight, Weighing } from '../../../../model/index.ts'
import type { QuestionAnswer } from '../../../answers.ts'
import { ClaimLink } from '../parts/claim-link.tsx'
import { WithdrawMenu } from '../parts/withdraw.tsx'
import { day, ModalityBadge, MUTATION_WORD, Origins, plural } from '../parts/words.tsx'
import { AnswerWeighed } from './weighed.tsx'

/** So many claims of an answer are shown at first. */
const FIRST = 3

/** So many answers that rest on nobody are shown at first. */
const FIRST_UNSUPPORTED = 4

/** The rival answers: what each says, on whose word, told how, and where. */
export function AnswerList({ data }: { readonly data: QuestionAnswer }) {
  const [all, setAll] = useState(false)
  const rows = new Map(data.claims.map((claim) => [claim.id, claim]))
  const unsupported = data.answers.filter(
    (answer) => answer.figure !== null && answer.origins.length === 0 && answer.bent.length === 0,
  )
  const left = new Set(all ? [] : unsupported.slice(FIRST_UNSUPPORTED))
  return (
    <Stack gap="sm">
      {data.answers
        .filter((answer) => !left.has(answer))
        .map((answer) => (
          <AnswerCard
            key={JSON.stringify([answer.figure, answer.stance])}
            answer={answer}
            weight={data.weighing.answers[data.answers.indexOf(answer)]}
            weighing={data.weighing}
            rows={rows}
            numeric={data.question.kind === 'numeric'}
          />
        ))}
      {unsupported.length > FIRST_UNSUPPORTED && (
        <UnstyledButton className="more" onClick={() => setAll(!all)} aria-expanded={all}>
          {all
            ? 'Show fewer answers'
            : `Show ${plural(unsupported.length - FIRST_UNSUPPORTED, 'more answer')} with no recorded origin`}
        </UnstyledButton>
      )}
    </Stack>
  )
}

const HEADING: Readonly<Record<Answer['stance'], string>> = {
  asserts: 'Asserted',
  corrects: 'Corrected',
  doubts: 'Doubted',
  denies: 'Denied',
  cannotConfirm: "Can't be confirmed",
}

interface CardProps {
  readonly answer: Answer
  readonly weight: AnswerWeight | undefined
  readonly weighing: Weighing
  readonly rows: ReadonlyMap<string, ClaimRow>
  readonly numeric: boolean
}

function AnswerCard({ answer, weight, weighing, rows, numeric }: CardProps) {
  const [all, setAll] = useState(false)
  const { figure, stance, origins, former, claims, unrecorded, bent } = answer
  const onlyBent = bent.length > 0 && bent.length === claims.length
  const heading = figure ? figureWords(figure) : numeric && stance === 'asserts' ? 'Asserted, without a figure' : HEADING[stance]
  const shown = all ? claims : claims.slice(0, FIRST)
  return (
    <Card withBorder padding="sm" component="article" aria-label={heading}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
        <Text fw={680} fz="lg" lh={1.25} c={stance === 'denies' ? 'var(--deny)' : undefined} className="answer-figure">
          {heading}
        </Text>
        {onlyBent ? (
          <Badge variant="light" color="orange" c="var(--warn)" tt="none" style={{ flexShrink: 0 }}>
            bent on the way
          </Badge>
        ) : (
          <Origins count={origins.length} />
        )}
      </Group>
      <Text size="sm" mt={2}>
        {spoken(answer)}
      </Text>
      {figure !== null && former.length > 0 && (
        <Text size="xs" c="dimmed">
          {former.map((origin) => origin.name).join(', ')} {former.length === 1 ? 'has' : 'have'} since given another figure
        </Text>
      )}
      {bent.map(({ claim, kind }) => (
        <Text key={claim} size="xs" c="var(--warn)">
          not weighed: {MUTATION_WORD[kind]} (see “What changed on the way”)
        </Text>
      ))}
      {weight && (weight.stance === 'asserts' || weight.stance === 'denies') && (
        <AnswerWeighed weight={weight} weighing={weighing} />
      )}
      <Stack gap={6} mt="xs" component="ul" className="plain-list">
        {shown.map((id) => (
          <ClaimLine key={id} id={id} row={rows.get(id)} unrecorded={unrecorded.includes(id)} />
        ))}
      </Stack>
      {claims.length > FIRST && (
        <UnstyledButton className="more" mt={6} onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? 'Show fewer' : `Show all ${plural(claims.length, 'claim')}`}
        </UnstyledButton>
      )}
    </Card>
  )
}

/** "4 claims on the word of the NIS; 1 with no recorded origin". */
function spoken({ claims, origins, unrecorded, bent }: Answer): string {
  const weighed = claims.length - unrecorded.length - new Set(bent.map((item) => item.claim)).size
  const parts = [
    ...(weighed > 0 && origins.length > 0
      ? [`${plural(weighed, 'claim')} on the word of ${origins.map((origin) => origin.name).join(', ')}`]
      : weighed > 0
        ? [plural(weighed, 'claim')]
        : []),
    ...(unrecorded.length > 0 ? [`${plural(unrecorded.length, 'claim')} whose origin is not recorded`] : []),
    ...(bent.length > 0 ? [`${plural(bent.length, 'claim')} that changed it on the way`] : []),
  ]
  return parts.join('; ')
}

function ClaimLine({
  id,
  row,
  unrecorded,
}: {
  readonly id: string
  readonly row: ClaimRow | undefined
  readonly unrecorded: boolean
}) {
  if (!row) return null
  return (
    <li className="claim-line">
      <div>
        <Text size="sm" lineClamp={3}>
          <ClaimLink id={id}>{row.text}</ClaimLink>
        </Text>
        <Group gap={6} mt={2}>
          <Text size="xs" c="dimmed">
            <bdi>{row.outlet ?? 'outlet not given'}</bdi> · {day(row.published)} ·{' '}
            <span className="speaker">{row.chain ?? 'the report itself'}</span>
            {unrecorded && ' · origin not recorded'}
          </Text>
          <ModalityBadge claim={row.claim} />
        </Group>
      </div>
      <WithdrawMenu claim={id} outlet={row.outlet} />
    </li>
  )
}
