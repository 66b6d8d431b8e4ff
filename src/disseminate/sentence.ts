import type { ClaimIn, SituationView } from './situation-view.ts'
import { atStart, frame, isWhole, listed, quoted } from './wording.ts'

/** "The NIS says: “about 1,500 …”." A whole sentence. */
export function sentence(item: ClaimIn, view: SituationView): string {
  const name = view.speaker(item)
  const speaker = item.claim.chain.at(-1)?.speaker ?? 'outlet'
  const narrated = item.claim.chain.length === 0 || speaker === 'unstated'
  const { modality, polarity } = item.claim
  const verb =
    narrated && modality === 'asserted'
      ? 'writes'
      : narrated && modality === 'reported'
        ? item.claim.content.length > 1 && isWhole(item.claim)
          ? 'writes'
          : 'writes of something reported'
        : frame(modality, speaker, name)
  const relays = view.relays(item)
  const relay = relays.length > 0 ? ` (as told by ${listed(relays)})` : ''
  const denial = polarity === 'negated' && modality === 'denied' ? ' the following' : ''
  return ended(`${atStart(name)}${relay} ${verb}${denial}: ${quoted(item.claim, item.report.text)}`)
}

/** A full stop, unless the quotation has brought one. */
function ended(text: string): string {
  return /[.!?…][”"’']?$/.test(text) ? text : `${text}.`
}
