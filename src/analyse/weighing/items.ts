import type { Analysis, Claim, EvidenceItem, Factor, ItemCredibility, Mutation, Question } from '../../model/index.ts'
import type { Answer } from '../questions/answers.ts'
import { arithmeticFactors, gradeOf, originFactors } from './credibility.ts'
import { checkable, PROXIMITY_WORDS, type Proximity, proximityOf } from './proximity.ts'
import { NO_VOICES, type Voices } from './voices.ts'

/** A claim with the evidence that its report names for it. */
export interface FoundClaim {
  readonly claim: Claim
  readonly evidence: readonly EvidenceItem[]
}

interface ItemSetting {
  readonly analysis: Pick<Analysis, 'reconciliations' | 'mutations'>
  readonly names: (origin: string) => string
  readonly anonymous: (origin: string) => boolean
  readonly claimsOf: (origins: readonly string[]) => readonly string[]
}

/** How credible a claim is as an answer, with all that speaks for and against it. */
export function itemOf(
  member: Question['members'][number],
  answers: readonly Answer[],
  voices: readonly Voices[],
  found: FoundClaim | null,
  { analysis, names, anonymous, claimsOf: claimsOfOrigins }: ItemSetting,
): ItemCredibility {
  const { claim, stance, lineage } = member
  if (stance === 'cannotConfirm' || stance === 'doubts') return { claim, grade: null, factors: [] }
  const at = answers.findIndex((answer) => answer.claims.includes(claim))
  const now = voices[at] ?? NO_VOICES
  // Who has since given another figure stood behind this one when it was given.
  const voice: Voices = {
    ...now,
    for: [...now.for, ...now.former],
    against: now.against.filter((id) => !now.former.includes(id)),
  }
  const evidence = found?.evidence ?? []
  const near: Proximity = found === null ? 'unrecorded' : proximityOf(found.claim, evidence, lineage)
  const bent = analysis.mutations.filter((mutation) => mutation.after === claim)
  // Evidence that was put on somebody else's word shows nothing here.
  const isBorrowed = bent.some(({ kind }) => kind === 'evidenceReattributed')
  const shown = isBorrowed ? [] : checkable(evidence)
  const factors: Factor[] = [
    ...originFactors(voice, names, claimsOfOrigins),
    ...shown.map(
      (item): Factor => ({
        kind: 'evidence',
        effect: 'for',
        why: `the report names ${EVIDENCE_WORDS[item.kind]} for it: “${item.cell.text}”`,
        claims: [claim],
      }),
    ),
    {
      kind: 'proximity',
      effect: isBorrowed
        ? 'none'
        : near === 'shown' || near === 'witness'
          ? 'for'
          : near === 'named' || near === 'relay'
            ? 'none'
            : 'against',
      why: PROXIMITY_WORDS[near],
      claims: [claim],
    },
    ...arithmeticFactors(claim, analysis.reconciliations),
    ...bent.map(
      (mutation: Mutation): Factor => ({
        kind: 'mutation',
        effect: 'against',
        why: mutation.why,
        claims: [mutation.before, mutation.after],
      }),
    ),
  ]
  return {
    claim,
    grade: gradeOf({
      speakFor: voice.for.length,
      against: voice.against.length,
      named: voice.for.some((id) => !anonymous(id)),
      shown: !isBorrowed && (shown.length > 0 || near === 'shown' || near === 'witness'),
      flawed: factors.some(({ kind }) => kind === 'arithmetic' || kind === 'mutation'),
    }),
    factors,
  }
}

const EVIDENCE_WORDS: Readonly<Record<EvidenceItem['kind'], string>> = {
  imagery: 'imagery',
  video: 'a video',
  audio: 'a recording',
  document: 'a document',
  object: 'an object',
  witness: 'a witness',
  intelligence: 'intelligence',
  data: 'data',
}
