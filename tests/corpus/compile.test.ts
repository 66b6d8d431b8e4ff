import { describe, expect, it } from 'vitest'
import { compile } from '../../train/corpus/compile.ts'
import type { OpenText } from '../../train/corpus/texts.ts'

const text =
  'Port workers said the strike would end on Friday. Mayor Ana Lund told Radio Fjord that the union believes 40 of 120 cranes are broken. "We will pay," she said, "but not today." The owner denied it.'
const open: OpenText = { id: 'strike', file: 'own.jsonl', url: 'https://example.org/strike', licence: 'CC BY 4.0', text }
const slices = (ranges: readonly (readonly [number, number])[]) => ranges.map(([start, end]) => text.slice(start, end))

describe('compile', () => {
  const draft = `# a comment
Port workers | said | the strike .. Friday | planned@would
Mayor Ana Lund | told | that the union .. broken
the union | believes | 40 of 120 .. broken | believed@believes
she | said | "We will pay," + "but not today." | d
The owner | denied | it | denied@denied
f | 40 | share
f | 120 cranes | total
e | Radio Fjord | audio | 2
`
  const document = compile(draft, open)

  it('finds words by their first and last, cue and source at the nearest place', () => {
    expect(slices(document.attributions[3]?.content ?? [])).toEqual(['"We will pay,"', '"but not today."'])
    expect(slices(document.attributions[3]?.cue ?? [])).toEqual(['said'])
    expect(document.attributions[3]?.cue[0]?.[0]).toBeGreaterThan(text.indexOf('We will pay'))
    expect(document.attributions[3]?.quotation).toBe('direct')
  })

  it('nests an attribution in the smallest content that holds it', () => {
    expect(document.attributions.map((a) => a.parent)).toEqual([null, null, 'a2', null, null])
    expect(slices(document.attributions[2]?.source ?? [])).toEqual(['the union'])
  })

  it('keeps modality with its words, figures with their role, evidence with its attribution', () => {
    expect(document.attributions[0]?.modality).toBe('planned')
    expect(slices(document.attributions[0]?.modalityCue ?? [])).toEqual(['would'])
    expect(document.figures.map((f) => [slices([f.span])[0], f.role])).toEqual([
      ['40', 'share'],
      ['120 cranes', 'total'],
    ])
    expect(document.attributions[1]?.evidence.map((e) => [slices([e.span])[0], e.kind])).toEqual([['Radio Fjord', 'audio']])
  })

  it('holds no word of the text', () => {
    expect(JSON.stringify(document)).not.toMatch(/union|Lund|crane/)
  })

  it('says which line does not resolve, and why', () => {
    expect(() => compile('She | said | the ferry .. Friday', open)).toThrow(/strike, line 1: "the ferry .. Friday" is not found/)
    expect(() => compile('Port workers | said | the strike | maybe', open)).toThrow(/line 1: "maybe" is none of asserted/)
    expect(() => compile('- | - | the strike', open)).toThrow(/a1: neither source nor cue/)
    expect(() => compile('w0-1 | w2 | w900', open)).toThrow(/does not point at words/)
  })

  it('does not take a part of a word for the word', () => {
    expect(() => compile('Port workers | said | on Fri', open)).toThrow(/not found/)
  })
})
