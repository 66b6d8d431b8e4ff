import { Button, Checkbox, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { splitId } from '../../../../analyse/questions/ids.ts'
import type { ClaimRow } from '../../../../ledger/ledger.ts'
import type { EditWish, QuestionAnswer } from '../../../answers.ts'
import { api } from '../api.ts'
import { Edits } from '../parts/edits.tsx'
import { Failed } from '../parts/states.tsx'
import { day, plural } from '../parts/words.tsx'

/** What an analyst can do to a question: name it, split claims off, move them elsewhere, join another to it; each undone below. */
export function EditQuestion({ data }: { readonly data: QuestionAnswer }) {
  const [open, setOpen] = useState(false)
  return (
    <Stack gap="sm">
      <Button size="compact-sm" variant="default" w="fit-content" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Done editing' : 'Edit this question …'}
      </Button>
      {open && <Editor data={data} />}
    </Stack>
  )
}

function Editor({ data }: { readonly data: QuestionAnswer }) {
  const { question, claims } = data
  const client = useQueryClient()
  const navigate = useNavigate()
  const [name, setName] = useState(question.name)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const questions = useQuery({ queryKey: ['questions'], queryFn: api.questions })
  const edit = useMutation({
    mutationFn: (wish: EditWish) => api.edit(wish),
    onSuccess: async () => {
      setChosen([])
      await client.invalidateQueries()
    },
  })
  const others = (questions.data?.questions ?? [])
    .filter((other) => other.id !== question.id)
    .map((other) => ({ value: other.id, label: `${other.name} (${plural(other.claims, 'claim')})` }))
  const isAll = chosen.length === new Set(question.members.map((member) => member.claim)).size
  const split = (): void => {
    const id = splitId(question.id, chosen)
    edit.mutate(
      { kind: 'splitQuestion', question: question.id, claims: chosen },
      { onSuccess: () => void navigate({ to: '/questions/$id', params: { id } }) },
    )
  }
  /** One edit a claim: each can be taken back alone. */
  const move = async (target: string): Promise<void> => {
    for (const claim of chosen) await edit.mutateAsync({ kind: 'pinClaim', claim, question: target, from: question.id })
    if (isAll) void navigate({ to: '/questions/$id', params: { id: target } })
  }
  return (
    <Stack gap="md" className="editor" component="section" aria-label="Edit this question">
      {edit.error && <Failed error={edit.error} />}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          edit.mutate({ kind: 'renameQuestion', question: question.id, name })
        }}
      >
        <Group align="flex-end" gap="sm">
          <TextInput
            label="What it asks"
            value={name}
            maxLength={300}
            onChange={(event) => setName(event.currentTarget.value)}
            style={{ flex: 1 }}
          />
          <Button
            type="submit"
            variant="default"
            disabled={name.trim() === '' || name === question.name}
            loading={edit.isPending}
          >
            Rename
          </Button>
        </Group>
        {question.edited && question.edited.madeName !== question.name && (
          <Text size="xs" c="dimmed" mt={4}>
            Made from its claims: {question.edited.madeName}
          </Text>
        )}
      </form>
      <Checkbox.Group
        label="Claims that answer something else"
        description="Later claims that say the same go with those that are split off."
        value={[...chosen]}
        onChange={setChosen}
      >
        <Stack gap={6} mt="xs" mah={320} style={{ overflowY: 'auto' }}>
          {[...claims].sort(byDay).map((claim) => (
            <Checkbox
              key={claim.id}
              value={claim.id}
              label={claim.text}
              description={`${claim.outlet ?? 'outlet not given'} · ${day(claim.published)} · ${claim.chain ?? 'the report itself'}`}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <Group align="flex-end" gap="sm">
        <Button variant="default" disabled={chosen.length === 0 || isAll} loading={edit.isPending} onClick={split}>
          Split off {chosen.length === 0 ? '' : plural(chosen.length, 'claim')}
        </Button>
        <Select
          label="or move them to"
          placeholder="a question that they answer"
          searchable
          disabled={chosen.length === 0}
          value={null}
          data={others}
          onChange={(target) => target !== null && void move(target).catch(() => {})}
          style={{ flex: 1, minWidth: 220 }}
        />
      </Group>
      <Select
        label="Asks the same as"
        description="The other question is joined to this one."
        placeholder="choose a question"
        searchable
        value={null}
        data={others}
        onChange={(other) => other !== null && edit.mutate({ kind: 'joinQuestions', keep: question.id, merge: other })}
      />
      <Edits data={{ sources: [], edits: data.edits }} />
    </Stack>
  )
}

function byDay(a: ClaimRow, b: ClaimRow): number {
  const from = a.published ?? ''
  const to = b.published ?? ''
  return from < to || (from === to && a.id < b.id) ? -1 : 1
}
