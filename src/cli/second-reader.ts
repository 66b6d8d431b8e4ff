import type { SecondReader } from '../second/index.ts'
import { EXIT, UserError } from './exit-codes.ts'

/**
 * The second reader that the environment names; null where it names none. What it needs is loaded only then.
 * @throws UserError when something is set that can't work
 */
export async function secondReader(env: Readonly<Record<string, string | undefined>>): Promise<SecondReader | null> {
  if (!Object.keys(env).some((name) => name.startsWith('SITREP_READER_'))) return null
  const { openSecondReader, settingsOf } = await import('../second/index.ts')
  const choice = settingsOf(env)
  if (choice.on) return openSecondReader(choice.settings)
  if (choice.wrong === null) return null
  throw new UserError(`The second reader can't be used: ${choice.wrong}.`, EXIT.usage)
}
