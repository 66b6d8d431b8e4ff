import { countriesIn } from '../terms/countries.ts'

/** A way of naming a body, taken apart: "South Korea's National Intelligence Service (NIS)". */
export interface BodyName {
  /** Lower-case words without article, countries and connectors: ["national", "intelligence", "service"]. */
  readonly core: readonly string[]
  /** Class of the head noun: "agency", "service" and "bureau" are one. */
  readonly head: string
  /** What it deals with, generic words left out: ["intelligence"]. */
  readonly functions: readonly string[]
  readonly countries: readonly string[]
  /** Written in parentheses after it, or the whole name when it is one. */
  readonly acronym: string | null
  /** Initials of the capitalised words, when there are at least two. */
  readonly initials: string | null
  /** True for a proper name ("the Treasury"), false for a description ("the intelligence agency"). */
  readonly proper: boolean
  /** True when it is nothing but a country, with or without "government". */
  readonly government: boolean
  /** True when an unnamed spokesperson speaks for the body. */
  readonly spokesperson: boolean
}

/** A way of naming a person: "South Korean President Yoon Suk Yeol". */
export interface PersonName {
  /** Words of the name, folded, initials left out; empty for a bare role. */
  readonly words: readonly string[]
  /** The name as written, without titles. */
  readonly name: string
  /** Roles with their country where it is stated: "KR:president", ":president". */
  readonly roles: readonly string[]
}

const TITLES = new Map(
  `president:president|prime:prime|premier:prime minister|chancellor:chancellor|minister:minister|secretary:secretary|senator:senator|
  governor:governor|mayor:mayor|king:king|queen:queen|prince:prince|princess:princess|pope:pope|general:general|gen:general|colonel:colonel|col:colonel|
  lieutenant:lieutenant|lt:lieutenant|major:major|maj:major|captain:captain|capt:captain|admiral:admiral|adm:admiral|sergeant:sergeant|sgt:sergeant|
  commander:commander|brigadier:brigadier|marshal:marshal|chief:chief|leader:leader|chairman:chair|chairwoman:chair|chair:chair|director:director|
  ambassador:ambassador|envoy:envoy|judge:judge|justice:judge|professor:professor|prof:professor|dr:doctor|doctor:doctor|mr:|mrs:|ms:|miss:|sir:|dame:|
  lord:lord|lady:lady|rep:representative|representative:representative|sen:senator|gov:governor|spokesman:spokesperson|spokeswoman:spokesperson|
  spokesperson:spokesperson|editor:editor|analyst:analyst|expert:expert|official:official|lawmaker:lawmaker|congressman:representative|
  congresswoman:representative|deputy:deputy|vice:vice|acting:|former:former|then:|foreign:foreign|defence:defence|defense:defence|health:health|
  finance:finance|interior:interior|economy:economy|education:education|energy:energy|state:|attorney:attorney|epidemiologist:|
  head:head|director-general:director|secretary-general:secretary|vice-president:vice president|major-general:general|
  lieutenant-general:general|attorney-general:attorney|under-secretary:secretary|ceo:chief executive|coach:coach|bishop:bishop|archbishop:archbishop|rabbi:rabbi|imam:imam|sheikh:|ayatollah:`
    .split('|')
    .map((pair) => pair.trim().split(':') as [string, string]),
)

const HEADS = new Map(
  Object.entries({
    agency:
      'agency service bureau directorate organisation administration authority intelligence centre centres institute watchdog regulator',
    ministry: 'ministry department',
    military: 'military army forces force troops',
    police: 'police',
    court: 'court tribunal',
    parliament: 'parliament assembly legislature congress senate',
    company: 'company firm corporation group inc ltd carmaker airline operator',
    paper: 'newspaper daily weekly magazine paper tabloid',
    media: 'broadcaster channel television radio network',
    party: 'party',
    union: 'union',
    hospital: 'hospital clinic',
    university: 'university college',
    office: 'office',
    council: 'council',
    committee: 'committee commission panel',
    bank: 'bank',
    embassy: 'embassy',
    government: 'government administration authorities cabinet',
  }).flatMap(([head, words]) => words.split(' ').map((word) => [word, head] as const)),
)
HEADS.set('administration', 'agency')

const GENERIC = new Set(
  'national state federal general main central royal supreme public official joint chief local regional top its own country'.split(
    ' ',
  ),
)
const CONNECTORS = new Set("of for and the 's in on a an to".split(' '))
const FUNCTION_SYNONYMS = new Map([
  ['spy', 'intelligence'],
  ['defensive', 'defence'],
  ['affairs', ''],
  ['armed', ''],
  ['program', 'programme'],
])
const BODY_KEYWORDS = new Set([
  ...HEADS.keys(),
  ...'foreign defence health interior finance military security intelligence spy navy air staff media president presidential prime minister'.split(
    ' ',
  ),
])
const SPOKES = /\b(?:spokes(?:man|woman|person|people)|press (?:office|officer|service|secretary))\b/iu

/** Words that say what sort of newsroom it is: "Yonhap" and "the Yonhap news agency" are one. */
export const WIRE_TAIL = new Set('news agency newspaper daily magazine television tv website'.split(' '))

/** Lower case without accents, and one spelling for names that are transliterated in several ways (-iy, -yy, -ii). */
function folded(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(?:yy|iy|ii|ij|yi|y|i)$/u, 'y')
}

/** One surface, whatever its white space, quotation marks, article or case of the article. */
export function surfaceKey(surface: string): string {
  return trimmed(surface)
    .replace(/^(?:the|a|an)\s+/iu, '')
    .replaceAll('’', "'")
    .toLowerCase()
}

/** A surface as it is shown: white space collapsed, outer punctuation and possessive ending off, article in lower case. */
export function trimmed(surface: string): string {
  return surface
    .replace(/\s+/gu, ' ')
    .replace(/^[\s"“”‘'’,;:.–—-]+|[\s"“”‘,;:–—-]+$/gu, '')
    .replace(/(?<=\p{L}{3,})\.$/u, '')
    .replace(/['’]s?$/u, '')
    .replace(/\s+(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow)$/u, '')
    .replace(/^(?:The|A|An)\s/u, (article) => article.toLowerCase())
    .trim()
}

/** Takes the name of a body apart. */
export function bodyName(surface: string): BodyName {
  let text = trimmed(surface)
  let acronym: string | null = null
  const bracket = /\s*\(\s*((?:\p{Lu}[\p{L}&.-]{0,11}))\s*\)/u.exec(text)
  if (bracket) {
    acronym = plainAcronym(bracket[1] ?? '')
    text = (text.slice(0, bracket.index) + text.slice(bracket.index + bracket[0].length)).trim()
  }
  const spokesperson = SPOKES.test(text)
  if (spokesperson)
    text = text.replace(
      /\b(?:an?\s+)?(?:(?:chief|senior|deputy|official|unnamed)\s+)?spokes(?:man|woman|person|people)(?:\s+(?:for|of|at))?\b|\bpress (?:office|officer|service|secretary)(?:\s+(?:for|of|at))?\b/giu,
      ' ',
    )
  const comma = text.indexOf(',')
  if (comma > 0) text = text.slice(0, comma)
  const countries = countriesIn(text)
  let rest = ''
  let at = 0
  for (const country of countries) {
    rest += text.slice(at, country.start)
    at = country.end
  }
  rest += text.slice(at)
  const raw = [...rest.replaceAll('’', "'").matchAll(/[\p{L}\p{N}&]+(?:[.-][\p{L}\p{N}&]+)*/gu)].map((match) => match[0])
  const all = raw.filter((word) => !CONNECTORS.has(word.toLowerCase()) && word !== 's')
  // "the latest World Health Organisation": what stands before a proper name in lower case is not part of it.
  const capital = all.findIndex((word) => /^\p{Lu}/u.test(word))
  const words = capital > 0 ? all.slice(capital) : all
  const core = words.map((word) => oneSpelling(word.toLowerCase()))
  const only = words.length === 1 ? (words[0] ?? '') : ''
  if (acronym === null && /^\p{Lu}[\p{Lu}\p{N}&.]{1,7}$/u.test(only)) acronym = plainAcronym(only)
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word))
  const { head, functions } = headAndFunctions(capital > 0 ? raw.slice(raw.indexOf(words[0] ?? '')) : raw)
  const codes = [...new Set(countries.map((country) => country.code))].sort()
  return {
    core,
    head,
    functions,
    countries: codes,
    acronym,
    initials:
      capitals.length >= 2
        ? capitals.flatMap((word) => word.split('-').map((part) => part.charAt(0).toUpperCase())).join('')
        : null,
    proper: capitals.length > 0 && capitals.length >= words.filter((word) => !WIRE_TAIL.has(word)).length - 1,
    government:
      codes.length === 1 &&
      ((core.length === 0 && countries.every((country) => country.form !== 'demonym')) ||
        (core.length === 1 && core[0] === 'government')),
    spokesperson,
  }
}

/** British spelling of words that names of bodies are made of, so that both spellings meet. */
function oneSpelling(word: string): string {
  return word
    .replace(/ization$/u, 'isation')
    .replace(/^center(s?)$/u, 'centre$1')
    .replace(/^defense$/u, 'defence')
    .replace(/^labor$/u, 'labour')
}

function plainAcronym(text: string): string {
  return text.replaceAll('.', '').toUpperCase()
}

function headAndFunctions(raw: readonly string[]): { head: string; functions: readonly string[] } {
  const words = raw.map((word) => oneSpelling(word.toLowerCase()))
  const of = words.findIndex((word, i) => i > 0 && (word === 'of' || word === 'for'))
  const parts = words.filter((word) => !CONNECTORS.has(word) && word !== 's')
  const headWord = of > 0 ? (words[of - 1] ?? '') : (parts[parts.length - 1] ?? '')
  const functions = new Set<string>()
  for (const part of parts) {
    if (GENERIC.has(part)) continue
    if (part === headWord && part !== 'intelligence') continue
    const plain = FUNCTION_SYNONYMS.get(part) ?? part
    if (plain !== '') functions.add(plain)
  }
  return { head: HEADS.get(headWord) ?? headWord, functions: [...functions].sort() }
}

/** True when every word of a body's name is so common that each country may have one: "health ministry", "army". */
export function isGenericName(name: BodyName): boolean {
  return name.core.every((word) => BODY_KEYWORDS.has(word) || GENERIC.has(word) || FUNCTION_SYNONYMS.has(word))
}

/** True when nothing of a description is left but its head: "the agency". */
export function isBareHead(name: BodyName): boolean {
  return name.functions.length === 0 && name.countries.length === 0 && !name.proper
}

/** True when a surface that is said to be a person looks like a body: an acronym, or a name that ends in "Ministry". */
export function looksLikeBody(surface: string): boolean {
  const { name, roles } = personName(surface)
  if (/^(?:the )?\p{Lu}{2,6}$/u.test(trimmed(surface))) return true
  return roles.length === 0 && name.split(/[\s-]/u).some((word) => HEADS.has(oneSpelling(word.toLowerCase())))
}

/** True when a surface that is said to be a body looks like a person: an office before a name of two words. */
export function looksLikePerson(surface: string): boolean {
  const { words, roles, name } = personName(surface)
  return roles.length > 0 && words.length >= 2 && !name.split(/[\s-]/u).some((word) => HEADS.has(oneSpelling(word.toLowerCase())))
}

/** Takes the name of a person apart; `words` is empty when only a role is given. */
export function personName(surface: string): PersonName {
  let text = trimmed(surface)
  const comma = text.indexOf(',')
  const apposition = comma > 0 ? text.slice(comma + 1).trim() : ''
  if (comma > 0) {
    text = text.slice(0, comma)
    // "the director of public health, Dr. Jane Doe": the name stands second.
    if (/^(?:the|an?|its|his|her|their)\s/iu.test(text) && /^\p{Lu}/u.test(apposition)) return personName(apposition)
  }
  const countries = countriesIn(text)
  const inName = (at: number): boolean => countries.some((country) => country.start <= at && at < country.end)
  const name: string[] = []
  const titles: string[] = []
  for (const match of text.matchAll(/\p{L}[\p{L}’'-]*\.?/gu)) {
    const word = match[0].replace(/['’]s$/u, '')
    const low = word.replace(/\.$/u, '').toLowerCase()
    if (inName(match.index) && name.length === 0) continue
    if (TITLES.has(low)) {
      titles.push(low)
      name.length = 0
    } else if (/^\p{Lu}/u.test(word)) {
      if (!/^(?:The|A|An|His|Her|Its|Their)$/u.test(word)) name.push(word)
    } else if (/^(?:bin|al|von|van|der|den|de|la|el|da|dos|di)$/u.test(low) && name.length > 0) name.push(word)
    else if (!CONNECTORS.has(low)) {
      titles.push(low)
      name.length = 0
    } else if (name.length > 0 || low === 'for' || /^(?:in|on|a|an|to)$/u.test(low)) break
    else if (low === 'of' && !TITLES.has(nextWord(text, match.index + match[0].length))) break
  }
  if (name.length === 0 && titles.length > 0 && /^\p{Lu}[\p{L}.’'-]* \p{Lu}/u.test(apposition)) {
    const second = personName(apposition)
    const role = roleOf(titles)
    return role === '' ? second : { ...second, roles: [`:${role}`] }
  }
  const codes = [...new Set(countriesIn(`${text} ${apposition}`).map((country) => country.code))]
  const roles = roleOf(titles)
  return {
    words: name
      .filter((word) => word.replace('.', '').length > 1 || /^\p{Lo}/u.test(word))
      .flatMap((word) => word.replace(/\.$/u, '').split('-').map(folded)),
    name: name.join(' '),
    roles: roles === '' ? [] : [`${codes.length === 1 ? codes[0] : ''}:${roles}`],
  }
}

function nextWord(text: string, at: number): string {
  return /^\s*(?:the\s+)?(\p{L}+)/u.exec(text.slice(at))?.[1]?.toLowerCase() ?? ''
}

function roleOf(titles: readonly string[]): string {
  const parts = titles.map((title) => TITLES.get(title) ?? '').filter((part) => part !== '')
  return [...new Set(parts)].join(' ')
}
