import type { EntityKind, Mention } from '../../model/index.ts'
import type { Features } from './description.ts'

/** One entity while a report is read. */
export interface Building {
  kind: EntityKind
  /** The fullest name or description so far. */
  name: string
  /** True while it has only been described. */
  described: boolean
  plural: boolean
  gender: 'male' | 'female' | null
  /** How often a locative preposition stood before it. */
  located: number
  readonly names: Set<string>
  /** Lower-case words of its names, countries left out. */
  readonly words: Set<string>
  readonly features: Features[]
  readonly mentions: (Mention & { readonly at: number })[]
}

/** How many of the latest entities of one head class are compared with a description. */
const REACH = 16

/** The entities met so far, findable by name, last word, acronym and head class. */
export class Register {
  readonly all: Building[] = []
  readonly #byName = new Map<string, number>()
  readonly #byLast = new Map<string, number>()
  readonly #byClass = new Map<string, number[]>()

  add(building: Building): number {
    const index = this.all.length
    this.all.push(building)
    return index
  }

  named(key: string): number | undefined {
    return this.#byName.get(key)
  }

  nameAs(index: number, key: string, last: string | null): void {
    this.#byName.set(key, index)
    if (last !== null) this.#byLast.set(last, index)
  }

  lastWord(word: string): number | undefined {
    return this.#byLast.get(word)
  }

  describe(index: number, features: Features): void {
    const known = this.all[index]!.features
    if (known.length < 12) known.push(features)
    const list = this.#byClass.get(features.headClass) ?? []
    if (list.at(-1) !== index) list.push(index)
    this.#byClass.set(features.headClass, list)
  }

  /** The latest entity that a description can stand for; undefined when none fits. */
  match(features: Features, accept: (index: number) => boolean): number | undefined {
    const list = this.#byClass.get(features.headClass)
    if (!list) return undefined
    for (let k = list.length - 1, seen = 0; k >= 0 && seen < REACH; k--, seen++) {
      const index = list[k]!
      if (accept(index) && fits(this.all[index]!, features)) return index
    }
    return undefined
  }
}

/** Countries do not conflict, and every modifier of the description is known of the entity. */
function fits(building: Building, features: Features): boolean {
  const countries = new Set(building.features.map((known) => known.country).filter((country) => country !== null))
  if (features.country !== null && countries.size > 0 && !countries.has(features.country)) return false
  const known = new Set(building.words)
  if (known.has('defense')) known.add('defence')
  for (const each of building.features) for (const word of each.modifiers) known.add(word)
  let shared = 0
  for (const word of features.modifiers) {
    if (!known.has(word)) return false
    shared += 1
  }
  const sameHead = building.features.some((each) => each.head === features.head)
  return shared > 0 || sameHead
}
