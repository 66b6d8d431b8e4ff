import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analyse/index.ts'
import { recordOf } from '../../src/analyse/sources/record.ts'
import type { Source } from '../../src/model/index.ts'
import { type LinkDraft, report, situation } from './build.ts'

/** One report with one claim per source; all that matters is who speaks. */
function speaking(
  id: string,
  sources: readonly (string | LinkDraft)[],
  options: { entities?: Parameters<typeof report>[0]['entities'] } = {},
) {
  const links = sources.map((source): LinkDraft => (typeof source === 'string' ? { source } : source))
  const text = links.map((link, i) => `${link.source} said that dam number ${i + 1} is holding.`).join(' ')
  return report({
    id,
    published: `2031-03-${String(id.charCodeAt(1) - 96).padStart(2, '0')}`,
    text,
    claims: links.map((link, i) => ({ content: `dam number ${i + 1} is holding`, chain: [link] })),
    ...(options.entities ? { entities: options.entities } : {}),
  })
}

function surfaces(sources: readonly Source[]): string[][] {
  return sources
    .map((source) => source.surfaces.map((surface) => surface.surface).sort())
    .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
}

describe('sources across surfaces', () => {
  it('takes an acronym for the name that introduced it in another report', () => {
    const { sources } = analyse(situation([speaking('ra', ['The Federal Dam Inspectorate (FDI)']), speaking('rb', ['The FDI'])]))
    expect(sources).toHaveLength(1)
    expect(sources[0]?.name).toBe('Federal Dam Inspectorate (FDI)')
    expect(sources[0]?.surfaces.find((s) => s.surface === 'the FDI')?.why).toBe('introduced as an acronym in ra.1')
  })

  it('knows an acronym by its initials when one name alone has them', () => {
    const { sources } = analyse(situation([speaking('ra', ['National Flood Agency']), speaking('rb', ['NFA'])]))
    expect(sources).toHaveLength(1)
    expect(sources[0]?.surfaces.find((s) => s.surface === 'NFA')?.why).toBe('initials of “National Flood Agency”')
  })

  it('takes a country and its people for one, and a description for the one body that it fits', () => {
    const { sources } = analyse(
      situation([
        speaking('ra', ['The Chilean National Intelligence Agency (ANI)']),
        speaking('rb', ['Chile’s National Intelligence Agency']),
        speaking('rc', ['Chile’s spy agency']),
      ]),
    )
    expect(sources).toHaveLength(1)
    expect(sources[0]?.surfaces.find((s) => s.surface === 'Chile’s spy agency')?.why).toBe(
      'the only Chilean intelligence agency named in these reports',
    )
  })

  it('never unites bodies of different countries', () => {
    const { sources } = analyse(
      situation([
        speaking('ra', ['Norway’s Ministry of Defence', 'The Norwegian intelligence service']),
        speaking('rb', ['The Danish Ministry of Defence', 'Denmark’s intelligence agency']),
        speaking('rc', ['The Ministry of Defence', 'the intelligence agency']),
      ]),
    )
    for (const source of sources) {
      const text = source.surfaces.map((s) => s.surface).join(' ')
      expect(/Norw/.test(text) && /Dan|Den/.test(text)).toBe(false)
    }
    expect(sources.length).toBeGreaterThanOrEqual(6)
  })

  it('does not let a name without a country bridge two countries', () => {
    const { sources } = analyse(
      situation([
        speaking('ra', ['Peru’s Health Ministry']),
        speaking('rb', ['The Health Ministry', 'Peru']),
        speaking('rc', ['Bolivia’s Health Ministry']),
      ]),
    )
    expect(surfaces(sources)).toContainEqual(['Peru’s Health Ministry'])
    expect(surfaces(sources)).toContainEqual(['Bolivia’s Health Ministry'])
    expect(surfaces(sources)).toContainEqual(['the Health Ministry'])
  })

  it('joins a generic name to the one body of that name when the report is about its country', () => {
    const { sources } = analyse(
      situation([speaking('ra', ['Peru’s Health Ministry']), speaking('rb', ['The Ministry of Health', 'Peru'])]),
    )
    expect(surfaces(sources)).toContainEqual(['Peru’s Health Ministry', 'the Ministry of Health'])
  })

  it('takes a capital and a government for the country that speaks', () => {
    const { sources } = analyse(
      situation([speaking('ra', ['Ankara']), speaking('rb', ['Turkey']), speaking('rc', ['the Turkish government'])]),
    )
    expect(sources).toHaveLength(1)
  })

  it('takes a surname for the one person of that surname, titles aside', () => {
    const { sources } = analyse(
      situation([
        speaking('ra', [{ source: 'Finnish Health Minister Aino Virtanen', speaker: 'person' }]),
        speaking('rb', [{ source: 'Ms Virtanen', speaker: 'person' }]),
        speaking('rc', [{ source: 'Virtanen', speaker: 'person' }]),
      ]),
    )
    expect(sources).toHaveLength(1)
    expect(sources[0]?.name).toBe('Aino Virtanen')
  })

  it('leaves a surname alone that two persons bear', () => {
    const { sources } = analyse(
      situation([
        speaking('ra', [{ source: 'Marta Okafor', speaker: 'person' }]),
        speaking('rb', [{ source: 'Daniel Okafor', speaker: 'person' }]),
        speaking('rc', [{ source: 'Okafor', speaker: 'person' }]),
      ]),
    )
    expect(sources).toHaveLength(3)
  })

  it('keeps unnamed sources of two reports apart', () => {
    const { sources } = analyse(
      situation([
        speaking('ra', [{ source: 'a military source', speaker: 'anonymous' }]),
        speaking('rb', [{ source: 'a military source', speaker: 'anonymous' }]),
        speaking('rc', [{ source: 'analysts', speaker: 'collective' }]),
        speaking('rd', [{ source: 'analysts', speaker: 'collective' }]),
      ]),
    )
    expect(sources).toHaveLength(4)
  })

  it('hears the body through an unnamed spokesperson', () => {
    const { sources } = analyse(
      situation([
        speaking('ra', ['the Pilots Union']),
        speaking('rb', [{ source: 'a spokeswoman for the Pilots Union', speaker: 'person' }]),
      ]),
    )
    expect(sources).toHaveLength(1)
  })

  it('follows the reader’s entities inside a report, but not across countries', () => {
    const entities = { e1: { kind: 'organisation' as const, names: ['the Tidewater Authority', 'the regulator'] } }
    const { sources } = analyse(
      situation([
        speaking(
          'ra',
          [
            { source: 'the Tidewater Authority', entity: 'e1' },
            { source: 'the regulator', entity: 'e1' },
          ],
          { entities },
        ),
      ]),
    )
    expect(sources).toHaveLength(1)
    const wrong = { e1: { kind: 'organisation' as const, names: ['the Ghanaian navy', 'the Togolese navy'] } }
    const apart = analyse(
      situation([
        speaking(
          'ra',
          [
            { source: 'the Ghanaian navy', entity: 'e1' },
            { source: 'the Togolese navy', entity: 'e1' },
          ],
          { entities: wrong },
        ),
      ]),
    )
    expect(apart.sources).toHaveLength(2)
  })

  it('leaves a hedge without a source null in the chain', () => {
    const hedged = report({
      id: 'ra',
      text: 'The mine is reportedly closed.',
      claims: [{ content: 'The mine is', chain: [{ source: '', cue: 'reportedly', speaker: 'unstated' }] }],
    })
    const { chains, sources } = analyse(situation([hedged]))
    expect(chains['ra.1.c1']).toEqual([null])
    expect(sources).toEqual([])
  })
})

describe('edits', () => {
  const reports = [
    speaking('ra', ['The Federal Dam Inspectorate (FDI)', 'the Water Board']),
    speaking('rb', ['The FDI', 'the Lake Council']),
  ]
  const id = (name: string): string => {
    const found = analyse(situation(reports)).sources.find((source) => source.surfaces.some((s) => s.surface === name))
    if (!found) throw new Error(name)
    return found.id
  }

  it('merges two sources and says so', () => {
    const { sources } = analyse(
      situation(reports, [{ id: 'x1', kind: 'mergeSources', keep: id('the FDI'), merge: id('the Water Board') }]),
    )
    expect(sources).toHaveLength(2)
    expect(sources.flatMap((source) => source.surfaces).find((s) => s.surface === 'the Water Board')?.why).toBe(
      'merged by an analyst',
    )
  })

  it('splits a surface off', () => {
    const { sources, chains } = analyse(
      situation(reports, [{ id: 'x1', kind: 'splitSurface', source: id('the FDI'), surface: 'the FDI' }]),
    )
    expect(sources).toHaveLength(4)
    expect(chains['ra.1.c1']).not.toEqual(chains['rb.1.c1'])
  })

  it('an undo restores the exact earlier state, and an undone undo the edit', () => {
    const merge = { id: 'x1', kind: 'mergeSources', keep: id('the FDI'), merge: id('the Lake Council') } as const
    const split = { id: 'x2', kind: 'splitSurface', source: id('the FDI'), surface: 'the Lake Council' } as const
    const plain = analyse(situation(reports))
    const once = analyse(situation(reports, [merge]))
    expect(once).not.toEqual(plain)
    expect(analyse(situation(reports, [merge, { id: 'x3', kind: 'undo', edit: 'x1' }]))).toEqual(plain)
    expect(analyse(situation(reports, [merge, split, { id: 'x3', kind: 'undo', edit: 'x2' }]))).toEqual(once)
    const back = [merge, { id: 'x3', kind: 'undo', edit: 'x1' }, { id: 'x4', kind: 'undo', edit: 'x3' }] as const
    expect(analyse(situation(reports, back))).toEqual(once)
  })

  it('an edit that names a source that is not there changes nothing', () => {
    const plain = analyse(situation(reports))
    expect(analyse(situation(reports, [{ id: 'x1', kind: 'mergeSources', keep: 's-nobody', merge: 's-noone' }]))).toEqual(plain)
  })

  it('still holds after an earlier report has given the source another founding name', () => {
    const edits = [{ id: 'x1', kind: 'mergeSources', keep: id('the FDI'), merge: id('the Water Board') }] as const
    const earlier = speaking('r`', ['the FDI'])
    const { sources } = analyse(situation([...reports, earlier], edits))
    expect(
      sources.find((source) => source.surfaces.some((s) => s.surface === 'the Water Board'))?.surfaces.map((s) => s.surface),
    ).toContain('the FDI')
  })
})

describe('names that are easily mistaken', () => {
  it('takes WHO for a body and who for nobody', () => {
    const { sources } = analyse(
      situation([
        speaking('ra', [{ source: 'WHO', speaker: 'person' }]),
        speaking('rb', ['the World Health Organization (WHO)']),
      ]),
    )
    expect(sources.map((source) => source.name)).toEqual(['World Health Organization (WHO)'])
  })

  it('takes “the North” for the one country of that name that the report speaks of', () => {
    const one = speaking('ra', ['North Macedonia', 'the North'])
    const two = speaking('rb', ['North Korea', 'North Macedonia', 'the North'])
    expect(analyse(situation([one])).sources).toHaveLength(1)
    expect(analyse(situation([two])).sources).toHaveLength(3)
  })

  it('takes what is nothing but a person’s name for the person, whatever the reader took it for', () => {
    const { sources } = analyse(
      situation([speaking('ra', [{ source: 'Ines Duarte', speaker: 'person' }]), speaking('rb', ['Duarte'])]),
    )
    expect(sources).toHaveLength(1)
  })

  it('does not take people of a kind for their country', () => {
    const { sources } = analyse(situation([speaking('ra', ['Americans']), speaking('rb', ['Washington'])]))
    expect(sources).toHaveLength(2)
  })
})

describe('how reliable a source is', () => {
  const reports = [speaking('ra', ['The Dam Authority']), speaking('rb', ['the Dam Authority', 'The Fishing Guild'])]
  const idOf = (name: string): string =>
    analyse(situation(reports)).sources.find((source) => source.name.includes(name))?.id ?? ''
  const graded = (edits: Parameters<typeof situation>[1]) =>
    analyse(situation(reports, edits)).sources.flatMap(({ name, graded }) => (graded ? [[name, graded.reliability]] : []))

  it('is never set by the program', () => {
    expect(graded([])).toEqual([])
  })

  it('is what the analyst last said, and goes with an undo', () => {
    const source = idOf('Dam Authority')
    const first = { id: 'e-1', kind: 'gradeSource', source, reliability: 'B' } as const
    const later = { id: 'e-2', kind: 'gradeSource', source, reliability: 'D' } as const
    expect(graded([first]).map(([, grade]) => grade)).toEqual(['B'])
    expect(graded([first, later]).map(([, grade]) => grade)).toEqual(['D'])
    expect(graded([first, later, { id: 'e-3', kind: 'undo', edit: 'e-2' }]).map(([, grade]) => grade)).toEqual(['B'])
  })

  it('changes no count of origins: it is shown, not weighed', () => {
    const edit = { id: 'e-1', kind: 'gradeSource', source: idOf('Dam Authority'), reliability: 'F' } as const
    const [bare, with_] = [analyse(situation(reports)), analyse(situation(reports, [edit]))]
    expect(with_.questions).toEqual(bare.questions)
  })

  it('has a record beside it that counts what others bear out', () => {
    const analysis = analyse(situation(reports))
    const record = recordOf(idOf('Dam Authority'), analysis)
    expect(record.claims).toBe(2)
    expect(record.borneOut).toBeLessThanOrEqual(record.questions)
  })
})
