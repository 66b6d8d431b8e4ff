import {
  ActionIcon,
  AppShell,
  Burger,
  Group,
  Kbd,
  Menu,
  Modal,
  NavLink,
  Table,
  Text,
  TextInput,
  Tooltip,
  UnstyledButton,
  useMantineColorScheme,
} from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { api } from './api.ts'

const PAGES = [
  { to: '/', label: 'Overview', key: 'o' },
  { to: '/questions', label: 'Questions', key: 'q' },
  { to: '/changes', label: 'What changed', key: 'w' },
  { to: '/claims', label: 'Claims', key: 'c' },
  { to: '/reports', label: 'Reports', key: 'r' },
  { to: '/sources', label: 'Sources', key: 's' },
  { to: '/map', label: 'Map', key: 'm' },
  { to: '/sitrep', label: 'SITREP', key: 'b' },
] as const

/** The frame of every page: where one is, which situation, search, light and dark, keys. */
export function Shell() {
  const [menuOpen, menu] = useDisclosure()
  const [helpOpen, help] = useDisclosure()
  const search = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const navigate = useNavigate()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const dark = colorScheme === 'dark' || (colorScheme === 'auto' && window.matchMedia('(prefers-color-scheme: dark)').matches)
  const page = PAGES.find((candidate) => (candidate.to === '/' ? path === '/' : path.startsWith(candidate.to)))

  useEffect(() => {
    document.title = `${page?.label ?? 'Sitrep'} · Sitrep desk`
    menu.close()
  }, [page?.label, menu.close])

  useHotkeys([
    ['/', () => search.current?.focus()],
    ['shift+?', help.open],
    ['?', help.open],
    ...PAGES.map(({ to, key }): [string, () => void] => [`shift+${key}`, () => void navigate({ to })]),
  ])

  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 188, breakpoint: 'sm', collapsed: { mobile: !menuOpen } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <a className="skip" href="#main">
        To the content
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" wrap="nowrap" justify="space-between">
          <Group wrap="nowrap" gap="sm">
            <Burger opened={menuOpen} onClick={menu.toggle} hiddenFrom="sm" size="sm" aria-label="Pages" />
            <Text component={Link} to="/" fw={750} size="lg" c="inherit" td="none">
              Sitrep
            </Text>
            <SituationMenu />
          </Group>
          <Group wrap="nowrap" gap="xs">
            <form
              className="wide-only"
              onSubmit={(event) => {
                event.preventDefault()
                void navigate({ to: '/claims', search: { text: words || undefined } })
              }}
            >
              <TextInput
                ref={search}
                size="xs"
                w={240}
                value={words}
                onChange={(event) => setWords(event.currentTarget.value)}
                placeholder="Search the claims"
                aria-label="Search the claims"
                rightSection={<Kbd size="xs">/</Kbd>}
              />
            </form>
            <Tooltip label="Keys (?)">
              <ActionIcon variant="subtle" color="gray" onClick={help.open} aria-label="Keys" className="wide-only">
                ?
              </ActionIcon>
            </Tooltip>
            <Tooltip label={dark ? 'Light' : 'Dark'}>
              <ActionIcon
                variant="subtle"
                color="gray"
                onClick={() => setColorScheme(dark ? 'light' : 'dark')}
                aria-label={dark ? 'Use light colours' : 'Use dark colours'}
              >
                {dark ? '☀' : '☾'}
              </ActionIcon>
            </Tooltip>
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label="Pages">
        {PAGES.map(({ to, label }) => (
          <NavLink
            key={to}
            component={Link}
            to={to}
            label={label}
            active={page?.to === to}
            aria-current={page?.to === to ? 'page' : undefined}
          />
        ))}
      </AppShell.Navbar>
      <AppShell.Main id="main">
        <Outlet />
      </AppShell.Main>
      <Modal opened={helpOpen} onClose={help.close} title="Keys">
        <Table>
          <Table.Tbody>
            {[
              ['/', 'search the claims'],
              ['j  k', 'next, previous claim of a report'],
              ...PAGES.map(({ key, label }) => [`⇧ ${key}`, label] as const),
              ['?', 'these keys'],
            ].map(([key, what]) => (
              <Table.Tr key={key}>
                <Table.Td>
                  <Kbd>{key}</Kbd>
                </Table.Td>
                <Table.Td>{what}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Modal>
    </AppShell>
  )
}

function SituationMenu() {
  const client = useQueryClient()
  const { data } = useQuery({ queryKey: ['situations'], queryFn: api.situations })
  const use = useMutation({ mutationFn: api.useSituation, onSuccess: () => client.invalidateQueries() })
  const current = data?.situations.find((situation) => situation.id === data.current)
  return (
    <Menu position="bottom-start" width={320}>
      <Menu.Target>
        <UnstyledButton aria-label={`Situation: ${current?.name ?? ''}`}>
          <Text size="sm" c="dimmed" lineClamp={1} maw={{ base: 190, sm: 420 }}>
            {current?.name ?? '…'} ▾
          </Text>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Situations</Menu.Label>
        {data?.situations.map((situation) => (
          <Menu.Item key={situation.id} onClick={() => use.mutate(situation.id)} fw={situation.id === data.current ? 650 : 400}>
            {situation.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>sitrep situation new “…” makes another</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  )
}
