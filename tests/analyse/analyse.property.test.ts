import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analyse/index.ts'
import type { Edit } from '../../src/model/index.ts'
import { reports, shuffled } from './any-reports.ts'
import { situation } from './build.ts'

describe('analyse, for any situation', () => {
  it('gives the same analysis for the same reports in another order', () => {
    fc.assert(
      fc.property(reports, fc.array(fc.integer(), { minLength: 7, maxLength: 7 }), (list, keys) => {
        expect(analyse(situation(shuffled(list, keys)))).toEqual(analyse(situation(list)))
      }),
      { numRuns: 150 },
    )
  })

  it('loses no claim: each stands in a question or outside with a reason, never both', () => {
    fc.assert(
      fc.property(reports, (list) => {
        const { questions, outside, chains } = analyse(situation(list))
        const placed = new Set(questions.flatMap((question) => question.members.map((member) => member.claim)))
        const out = new Map(outside.map((item) => [item.claim, item.why]))
        for (const item of list) {
          for (const claim of item.reading.claims) {
            const id = `${item.version}.${claim.id}`
            expect(placed.has(id)).toBe(!out.has(id))
            if (out.has(id)) expect(out.get(id)).not.toBe('')
            if (claim.chain.length > 0) expect(placed.has(id)).toBe(true)
            expect(chains[id]).toHaveLength(claim.chain.length)
          }
        }
        for (const question of questions) {
          expect(question.name).not.toBe('')
          expect(new Set(question.members.map((member) => member.claim)).size).toBe(question.members.length)
          for (const member of question.members) expect(member.why).not.toBe('')
        }
        expect(new Set(questions.map((question) => question.id)).size).toBe(questions.length)
      }),
      { numRuns: 150 },
    )
  })

  it('answers with every counted figure in exactly one question, or says why its claim stands outside', () => {
    fc.assert(
      fc.property(reports, (list) => {
        const { questions, outside } = analyse(situation(list))
        const seen = questions.flatMap((q) => q.members.flatMap((m) => m.figures.map((f) => `${m.claim.split('.')[0]}.${f}`)))
        expect(new Set(seen).size).toBe(seen.length)
        const left = new Set(outside.map((item) => item.claim))
        const apart = list.flatMap((item) =>
          item.reading.claims.filter((claim) => left.has(`${item.version}.${claim.id}`)).flatMap((claim) => claim.figures),
        )
        expect(seen.length + apart.length).toBe(list.reduce((sum, item) => sum + item.reading.figures.length, 0))
      }),
      { numRuns: 100 },
    )
  })

  it('puts every edge’s proof on characters that are there', () => {
    fc.assert(
      fc.property(reports, (list) => {
        const texts = new Map(list.map((item) => [item.version, item.text]))
        for (const question of analyse(situation(list)).questions) {
          for (const { lineage } of question.members) {
            if (!lineage.known) continue
            for (const edge of lineage.edges)
              for (const proof of edge.proof) expect(texts.get(proof.version)?.slice(proof.start, proof.end)).toBe(proof.text)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('never unites bodies of two countries, and comes back exactly after any edits are undone', () => {
    fc.assert(
      fc.property(reports, fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 4 }), (list, picks) => {
        const plain = analyse(situation(list))
        for (const source of plain.sources) {
          const text = source.surfaces.map((surface) => surface.surface).join(' ')
          expect(/Norw/.test(text) && /Denm/.test(text)).toBe(false)
        }
        if (plain.sources.length === 0) return
        const edits: Edit[] = picks.map(([a, b, merge], i) => {
          const first = plain.sources[a % plain.sources.length]
          const second = plain.sources[b % plain.sources.length]
          return merge
            ? { id: `x${i}`, kind: 'mergeSources', keep: first?.id ?? '', merge: second?.id ?? '' }
            : { id: `x${i}`, kind: 'splitSurface', source: first?.id ?? '', surface: first?.surfaces[0]?.surface ?? '' }
        })
        const undone: Edit[] = edits.map((edit, i) => ({ id: `u${i}`, kind: 'undo', edit: edit.id }))
        expect(analyse(situation(list, [...edits, ...undone]))).toEqual(plain)
        for (let i = 0; i < edits.length; i++) {
          const upTo = edits.slice(0, i)
          expect(analyse(situation(list, [...edits, ...undone.slice(i).reverse()]))).toEqual(analyse(situation(list, upTo)))
        }
      }),
      { numRuns: 60 },
    )
  })
})
