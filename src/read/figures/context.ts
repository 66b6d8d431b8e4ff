import type { Lexeme } from '../numbers/index.ts'

/** Words after which a number is a name: "Article 5", "Flight 370", "Resolution 2735", "page 12". */
const LABELS = new Set(
  `article section chapter paragraph clause annex appendix resolution directive rule no nos number numbers page pages p pp vol volume flight route highway
  interstate motorway road room unit channel platform gate pier reactor block sector zone ward district precinct constituency line item figure fig table chart
  part act title formula phase stage level tier category cat type model mark mk class grade group pool game week day season episode round set lap protocol amendment
  proposition bill docket case psalm verse apartment apt suite flat building terminal battery checkpoint point hill height exit junction booth boeing airbus
  covid version windows apollo falcon soyuz vision agenda iphone galaxy area studio radio sq squadron`.split(/\s+/),
)
const PLAIN_LABELS = new Set([
  'number',
  'numbers',
  'point',
  'line',
  'group',
  'set',
  'part',
  'case',
  'unit',
  'class',
  'day',
  'week',
  'hill',
  'height',
  'area',
  'radio',
  'game',
  'act',
  'bill',
  'round',
  'no',
  'stage',
  'level',
  'pool',
  'battery',
  'road',
  'figure',
  'building',
  'type',
  'season',
  'block',
  'route',
  'item',
  'mark',
  'title',
  'vision',
  'rule',
  'flat',
  'exit',
  'grade',
  'gate',
  'galaxy',
  'falcon',
  'booth',
  'windows',
  'studio',
  'district',
  'sector',
])

const WEAPON =
  /^(?:shells?|rounds?|howitzers?|guns?|mortars?|rockets?|ammunition|ammo|artillery|cannons?|autocannons?|pistols?|rifles?|projectiles?|caliber|calibre|calibers|calibres|munitions?|bullets?|cartridges?|ordnance|launchers?|mlrs|missiles?|handguns?|revolvers?|submachine|self|towed|multiple|cluster|bombs?|grenades?|tank|machine|weapons?|d|m|2s\d*)$/
const GAME =
  /^(?:win|victory|defeat|loss|draw|lead|deficit|tie|aggregate|vote|score|scoreline|ruling|decision|majority|triumph|thrashing|upset|record|margin)s?$/

/** True when the number at lexemes `[first, next)` is part of a name: "T-72", "COVID-19", "H1N1", "G7", "Article 5". */
export function isDesignation(all: readonly Lexeme[], first: number, next: number, digits: boolean): boolean {
  if (!digits) return false
  const before = all[first - 1]
  const start = all[first]!
  if (before && !start.spaced && !start.broken) {
    if (before.kind === 'word') return true
    const further = all[first - 2]
    // "scp2-173"
    if (
      before.lower === '-' &&
      !before.spaced &&
      further?.kind === 'digits' &&
      !further.spaced &&
      all[first - 3]?.kind === 'word'
    )
      return true
    if (before.lower === '-' && !before.spaced && further?.kind === 'word')
      return /\p{Lu}|^[a-z]$/u.test(further.text) || further.lower.length <= 3
    if (before.lower === '/' && !before.spaced && further?.kind === 'word') return true
    if ((before.lower === '#' || before.lower === '№') && before.start < start.start) return true
  }
  const after = all[next]
  if (after && !after.spaced && after.kind === 'word' && all[next + 1]?.kind === 'digits' && !all[next + 1]!.spaced) return true
  if (labelled(all, first)) return true
  return false
}

function labelled(all: readonly Lexeme[], first: number): boolean {
  let before = all[first - 1]
  if (!before || all[first]!.broken) return false
  if (before.lower === '.' && !before.spaced) {
    const short = all[first - 2]
    if (!short || !/^(?:no|nos|p|pp|vol|fig|art|sec|cat|apt|mk|cap)$/.test(short.lower)) return false
    before = short
  }
  if (!LABELS.has(before.lower)) return false
  return !PLAIN_LABELS.has(before.lower) || /^\p{Lu}/u.test(before.text)
}

/** True for a bore: "122-mm and 152-mm shells", "9mm pistol", "16-inch guns". `at` is the lexeme after the unit. */
export function isCalibre(all: readonly Lexeme[], at: number, unit: string, hyphened: boolean): boolean {
  if (unit !== 'mm' && unit !== 'in' && unit !== 'cm') return false
  for (let i = at; i < all.length && i - at < 8; i++) {
    const x = all[i]!
    if (x.broken || /^[.;:!?]$/.test(x.lower)) break
    if (x.kind === 'word' && WEAPON.test(x.lower) && (x.lower.length > 2 || hyphened)) return true
    if (
      x.kind === 'word' &&
      !/^(?:mm|and|or|to|inch|calib(?:er|re)|high|explosive|artillery|soviet|era|nato|standard|heavy|long|range|anti|aircraft|tank)$/.test(
        x.lower,
      ) &&
      i - at > 2
    )
      break
  }
  return false
}

/** "won 3-1", "a 5-4 ruling": two numbers that are a result, not a range. */
export function isResult(all: readonly Lexeme[], first: number, next: number, low: number, high: number): boolean {
  if (low >= high) return true
  const after = all[next]
  if (after && GAME.test(after.lower)) return true
  for (let i = first - 1; i >= 0 && first - i < 6; i--) {
    if (
      /^(?:won|beat|beating|lost|drew|defeated|voted|ruled|thrashed|led|leads|trailed|edged|draw|winning|score)$/.test(
        all[i]!.lower,
      )
    )
      return high < 100
  }
  return false
}

/** Three or more runs of digits tied by hyphens, or a leading plus: a telephone number or a code. */
export function codeEnd(all: readonly Lexeme[], at: number): number | null {
  let i = at
  const plus = all[i]?.lower === '+' && all[i + 1]?.kind === 'digits' && !all[i + 1]!.spaced
  if (plus) i += 1
  if (all[i]?.kind !== 'digits') return null
  let runs = 1
  let long = all[i]!.text.length
  while (i + 2 < all.length) {
    const mark = all[i + 1]!
    const digits = all[i + 2]!
    const tied = (mark.lower === '-' || mark.lower === '/') && !mark.spaced && digits.kind === 'digits' && !digits.spaced
    if (!tied) break
    runs += 1
    long += digits.text.length
    i += 2
  }
  if (runs >= 3 && long >= 7) return i + 1
  if (plus && long >= 7) return i + 1
  if (runs === 1 && all[at]!.text.length > 15) return i + 1
  return null
}
