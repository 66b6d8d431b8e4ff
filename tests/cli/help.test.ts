import { expect, test } from 'vitest'
import { program } from '../../src/cli/program.ts'
import { scratch, sitrep } from './sitrep.ts'

const named = [
  'add',
  'read',
  'claims',
  'questions',
  'sources',
  'reports',
  'places',
  'brief',
  'serve',
  'situation',
  'status',
  'doctor',
  'backup',
  'restore',
]

test.each(named)('%s has help with examples', (name) => {
  const command = program().commands.find((candidate) => candidate.name() === name)
  let help = ''
  command?.configureOutput({ writeOut: (text) => (help += text) })
  command?.outputHelp()
  expect(help).toContain('Examples:')
  expect(help).toContain(`$ `)
})

test.each([...named, 'situation list', 'sources edits'])('%s takes --ledger or needs none', (path) => {
  let command = program()
  for (const name of path.split(' ')) command = command.commands.find((candidate) => candidate.name() === name) ?? command
  const has = command.options.some((option) => option.long === '--ledger')
  const leaf = command.commands.length === 0 || path === 'sources' || path === 'questions'
  expect(has).toBe(leaf && path !== 'read')
})

test('an unknown command is a usage error that suggests the near one', async () => {
  const ran = await sitrep(['clams'])
  expect(ran.code).toBe(2)
  expect(ran.err).toContain('Did you mean claims?')
})

test('--help and --version exit with 0', async () => {
  expect((await sitrep(['--help'])).code).toBe(0)
  const version = await sitrep(['--version'])
  expect(version.code).toBe(0)
  expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test('--ledger and --situation may stand before the command', async () => {
  const folder = scratch()
  try {
    const made = await sitrep(['--ledger', folder.dir, 'situation', 'new', 'Strike at the port'])
    expect(made.code).toBe(0)
    const wrong = await sitrep(['--ledger', folder.dir, '--situation', 'Flood', 'claims'])
    expect(wrong.err).toContain('There is no situation "Flood"')
  } finally {
    folder.remove()
  }
})
