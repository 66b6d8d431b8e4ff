import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

const ROOT = '/usr/lib/postgresql'

export interface Server {
  /** Makes an empty database and answers its address. */
  database(name: string): Promise<string>
  stop(): Promise<void>
}

/** Where the server's programs are; null, after saying so in words, where there are none. */
export function postgresPrograms(): string | null {
  const versions = existsSync(ROOT) ? readdirSync(ROOT).filter((v) => existsSync(join(ROOT, v, 'bin', 'initdb'))) : []
  const newest = versions.sort((a, b) => Number(a) - Number(b)).at(-1)
  if (newest === undefined) {
    console.log(`NOT RUN  the ledger on a PostgreSQL server: none in ${ROOT} (install Debian's postgresql package)`)
    return null
  }
  return join(ROOT, newest, 'bin')
}

/** Starts a server of its own in a new folder, on a free port of 127.0.0.1. PostgreSQL refuses to run as root: then it runs as `postgres`. */
export async function startPostgres(programs: string): Promise<Server> {
  const dir = mkdtempSync(join(tmpdir(), 'sitrep-postgres-'))
  const id = (flag: string): number => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
  const user = process.getuid?.() === 0 ? { uid: id('-u'), gid: id('-g') } : {}
  if (user.uid !== undefined) chownSync(dir, user.uid, user.gid)
  const data = join(dir, 'data')
  const made = spawnSync(join(programs, 'initdb'), ['-D', data, '-U', 'sitrep', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    encoding: 'utf8',
    cwd: dir,
    ...user,
  })
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`)
  const port = await freePort()
  const server = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', dir], {
    cwd: dir,
    stdio: 'ignore',
    ...user,
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const url = (name: string): string => `postgres://sitrep@127.0.0.1:${port}/${name}`
  await answering(url('postgres'))
  return {
    async database(name) {
      await query(url('postgres'), `create database "${name}"`)
      return url(name)
    },
    async stop() {
      spawnSync(join(programs, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], { cwd: dir, ...user })
      await ended
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

async function query(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  await client.query(statement)
  await client.end()
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await query(url, 'select 1')
    } catch (error) {
      if (tries > 200) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
