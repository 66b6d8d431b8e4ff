import nlp from 'compromise'
import { openGazetteer } from '../src/read/places/gazetteer.ts'
import { plainOf, WordList } from '../src/read/syntax/forms.ts'
import { hashOf } from '../src/read/syntax/hash.ts'
import { LISTED, NameList, phrase } from '../src/read/syntax/names.ts'
import { tokenise } from '../src/read/syntax/tokenise.ts'
import { ORGANISATIONS } from './organisations.ts'

const TAGS: Readonly<Record<string, number>> = {
  MaleName: LISTED.first,
  FemaleName: LISTED.first,
  FirstName: LISTED.first,
  LastName: LISTED.last,
  Country: LISTED.country,
  City: LISTED.town,
  Place: LISTED.region,
  Region: LISTED.region,
  Organization: LISTED.organisation,
  SportsTeam: LISTED.organisation,
  Company: LISTED.organisation,
  Honorific: LISTED.role,
  Actor: LISTED.role,
  Person: LISTED.last,
}

/** Smaller towns share their names with too many other things. */
const LEAST_PEOPLE = 15_000

/** Names from the shipped gazetteer and from compromise's lexicon (MIT), as hashes of their words. */
export function nameList(gazetteerBytes: Uint8Array): NameList {
  const bits = new Map<number, number>()
  const add = (name: string, bit: number): void => {
    const { starts, ends } = tokenise(name)
    if (starts.length === 0 || starts.length > 5) return
    let hash = 0
    starts.forEach((start, i) => {
      hash = phrase(hash, hashOf(plainOf(name.slice(start, ends[i])).toLowerCase()))
    })
    bits.set(hash, (bits.get(hash) ?? 0) | bit)
  }
  const lexicon = (nlp as unknown as { model(): { one: { lexicon: Record<string, string | string[]> } } }).model().one.lexicon
  for (const [word, tag] of Object.entries(lexicon).sort((a, b) => (a[0] < b[0] ? -1 : 1)))
    for (const each of [tag].flat()) if (TAGS[each] !== undefined) add(word, TAGS[each])
  for (const name of ORGANISATIONS) add(name, LISTED.organisation)
  const gazetteer = openGazetteer(gazetteerBytes)
  for (let i = 0; i < gazetteer.size; i++) {
    const { name } = gazetteer.entry(i)
    const kind = gazetteer.kind(i)
    if (kind === 'country' || kind === 'continent') add(name, LISTED.country)
    else if (kind !== 'city') add(name, LISTED.region)
    else if (gazetteer.population(i) >= LEAST_PEOPLE) add(name, LISTED.town)
  }
  const sorted = [...bits].sort((a, b) => a[0] - b[0])
  return new NameList(
    new WordList(
      Int32Array.from(sorted, ([hash]) => hash),
      Uint8Array.from(sorted, ([, bit]) => bit),
    ),
  )
}
