import { ActionIcon, Button, Group, List, Menu, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { EditAnswer } from '../../../answers.ts'
import { api } from '../api.ts'
import { Failed, Waiting } from './states.tsx'
import { plural } from './words.tsx'

/** What an analyst may take back of a claim: the claim alone, or the report that carries it. */
export function WithdrawMenu({ claim, outlet }: { readonly claim: string; readonly outlet: string | null }) {
  const [target, setTarget] = useState<{ id: string; name: string } | null>(null)
  const report = claim.split('.')[0] ?? claim
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`Withdraw claim ${claim} or its report`}>
            ⋯
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setTarget({ id: claim, name: 'this claim' })}>Withdraw this claim …</Menu.Item>
          <Menu.Item onClick={() => setTarget({ id: report, name: `the report of ${outlet ?? 'an outlet not given'}` })}>
            Withdraw its report …
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {target && <WithdrawDialog target={target.id} name={target.name} onClose={() => setTarget(null)} />}
    </>
  )
}

/** Takes back a source: every claim that rests on its word. */
export function WithdrawSource({ id, name }: { readonly id: string; readonly name: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="compact-sm" variant="default" w="fit-content" onClick={() => setOpen(true)}>
        Withdraw this source …
      </Button>
      {open && <WithdrawDialog target={id} name={name} onClose={() => setOpen(false)} />}
    </>
  )
}

/** Shows what leans on something before it is withdrawn, and after; each withdrawal can be taken back. */
function WithdrawDialog(props: { readonly target: string; readonly name: string; readonly onClose: () => void }) {
  const { target, name, onClose } = props
  const client = useQueryClient()
  const [opened, box] = useDisclosure(true)
  const [why, setWhy] = useState('')
  const preview = useQuery({
    queryKey: ['withdraw', target],
    queryFn: () => api.previewEdit({ kind: 'withdraw', target, why: '' }),
    retry: false,
    gcTime: 0,
  })
  const edit = useMutation({ mutationFn: () => api.edit({ kind: 'withdraw', target, why }) })
  const close = (): void => {
    box.close()
    onClose()
    // Not the preview: what is withdrawn can't be withdrawn again.
    if (edit.data) void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'withdraw' })
  }
  return (
    <Modal opened={opened} onClose={close} title={`Withdraw ${name}`} size="lg">
      {edit.data ? (
        <Stack gap="sm" aria-live="polite">
          <Text size="sm">{name} is withdrawn; nothing is deleted. “What changed” lists it, and takes it back.</Text>
          <Moved answer={edit.data} />
          <Group justify="flex-end">
            <Button onClick={close}>Close</Button>
          </Group>
        </Stack>
      ) : (
        <Stack gap="sm">
          {preview.isPending && <Waiting what="Looking at what leans on it" />}
          {preview.error && <Failed error={preview.error} />}
          {preview.data && <Moved answer={preview.data} />}
          <Textarea
            label="Why"
            description="Kept on record"
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
          {edit.error && <Failed error={edit.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Leave it
            </Button>
            <Button color="red.8" loading={edit.isPending} disabled={!preview.data} onClick={() => edit.mutate()}>
              Withdraw
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}

/** So many are listed of each. */
const MOST = 8

function Sentences({ title, list }: { readonly title: string; readonly list: readonly string[] }) {
  if (list.length === 0) return null
  return (
    <>
      <Text size="sm" fw={650} mt="xs">
        {title}
      </Text>
      <List size="xs">
        {list.slice(0, MOST).map((text) => (
          <List.Item key={text}>{text}</List.Item>
        ))}
      </List>
      {list.length > MOST && <Text size="xs">and {list.length - MOST} more</Text>}
    </>
  )
}

/** What an edit moves: questions, gradings and sentences of the SITREP, before and after. */
export function Moved({ answer }: { readonly answer: EditAnswer }) {
  const { moved, gradings, statements } = answer
  if (moved.length + gradings.length + statements.gone.length + statements.come.length === 0)
    return <Text size="sm">Nothing leans on it.</Text>
  return (
    <section className="moved" aria-label="What leans on it">
      <Text size="sm" fw={650} c="var(--warn)" mb={4}>
        {plural(moved.length, 'question leans', 'questions lean')} on it
      </Text>
      <List size="sm" spacing="xs">
        {moved.map((item) => (
          <List.Item key={item.question}>
            <Text size="sm" fw={600}>
              {item.name}
            </Text>
            <Text size="xs">before: {item.before ?? 'not asked'}</Text>
            <Text size="xs">after: {item.after ?? 'no longer asked'}</Text>
          </List.Item>
        ))}
      </List>
      {gradings.length > 0 && (
        <>
          <Text size="sm" fw={650} mt="xs">
            Gradings
          </Text>
          <List size="xs">
            {gradings.slice(0, MOST).map((item) => (
              <List.Item key={item.question + item.what}>
                {item.what}: {item.before ?? 'none'} → {item.after ?? 'none'}
              </List.Item>
            ))}
          </List>
          {gradings.length > MOST && <Text size="xs">and {gradings.length - MOST} more</Text>}
        </>
      )}
      <Sentences title="No longer in the SITREP" list={statements.gone} />
      <Sentences title="New in the SITREP" list={statements.come} />
    </section>
  )
}
