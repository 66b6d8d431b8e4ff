import { describe, expect, test } from 'vitest'
import { createReader } from '../../../src/read/index.ts'
import { loadResources } from '../../../src/read/models/load.ts'

const read = createReader(await loadResources())

/** Who speaks in each claim: "kind name". */
function speakers(text: string): string[] {
  const { claims, entities } = read({ text, title: null, outlet: null, published: '2025-06-13', language: 'en' })
  return claims.flatMap(({ chain }) =>
    chain.map(({ speaker, entity }) => `${speaker} ${entities.find(({ id }) => id === entity)?.name ?? '-'}`),
  )
}

describe('who speaks', () => {
  test('is whose name stands behind the office, not the body that owns it', () => {
    expect(speakers("The company's chief executive, Marta Kowal, told Baltic Courier that 300 jobs would go.")).toEqual([
      'person Marta Kowal',
    ])
    expect(speakers("Tarvin's chief executive, Marta Kowal, said 300 jobs would go.")).toEqual(['person Marta Kowal'])
  })
  test('is an outlet where the last word of the name is one of outlets', () => {
    expect(speakers('The Han River Wire reported on Monday that the bridge was closed.')).toEqual(['outlet Han River Wire'])
  })
})

describe('kinds of names', () => {
  const kinds = (text: string): string[] =>
    read({ text, title: null, outlet: null, published: '2025-06-13', language: 'en' }).entities.map(
      ({ kind, name }) => `${kind} ${name}`,
    )
  test('that no title and no word of theirs tells are learned', () => {
    const found = kinds('Helena Marsh flew from Gdynia to Tallinn on Monday. Walmart said it would follow.')
    expect(found).toContain('person Helena Marsh')
    expect(found).toContain('place Gdynia')
    expect(found).toContain('place Tallinn')
    expect(found).toContain('organisation Walmart')
  })
  test('the report still tells where there are no entity weights', async () => {
    const bare = createReader({ ...(await loadResources()), entities: null })
    const reading = bare({
      text: 'Helena Marsh left Gdynia for Tallinn.',
      title: null,
      outlet: null,
      published: null,
      language: 'en',
    })
    expect(reading.notes).toContain('no entity weights: names are told apart by rules alone')
    expect(reading.entities.map(({ name }) => name)).toContain('Helena Marsh')
  })
})
