import { byCode } from '../order.ts'
import { countryAdjective } from '../terms/countries.ts'
import type { ReportView } from '../view.ts'
import { type Atom, describes, isShortFor } from './atoms.ts'
import { type BodyName, isGenericName, looksLikeBody, personName, surfaceKey, WIRE_TAIL } from './surface.ts'

/** Atoms of several reports that are one source, founding atom first. */
export interface Group {
  readonly atoms: Atom[]
  /** Why each atom but the founding one was united with the group. */
  readonly why: Map<Atom, string>
}

/** Surnames so common that the same one in two reports may well be two people. */
const COMMON_SURNAMES = new Set(
  `kim lee park choi jung yoon li wang zhang liu chen yang nguyen tran singh kumar khan ali ahmed hassan mohamed smith johnson williams brown jones garcia
  miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson thomas taylor moore jackson martin white harris clark lewis robinson walker
  young allen king wright scott green baker adams nelson hill campbell mitchell roberts carter phillips evans turner parker collins edwards stewart
  morris murphy cook rogers morgan cooper peterson reed bailey bell gomez kelly howard ward cox ivanov petrov müller schmidt rossi silva santos`
    .split(/\s+/)
    .map((name) => name.trim()),
)

/**
 * Unites atoms across reports: same name, acronym and expansion, description and name, surname and full name.
 * Careful by design: bodies of different countries are never united, a name that every country has needs its country,
 * an unnamed source stays in its report, and where two candidates fit none is taken.
 * @param atoms of all reports, in canonical order
 */
export function unite(atoms: readonly Atom[]): readonly Group[] {
  const groups: Group[] = []
  for (const atom of atoms) if (atom.sort === 'unnamed') groups.push({ atoms: [atom], why: new Map() })
  const persons = unitePersons(atoms.filter((atom) => atom.sort === 'person'))
  const bodies = takenForBodies(
    atoms.filter((atom) => atom.sort === 'body'),
    persons,
  )
  groups.push(...persons, ...uniteBodies(bodies))
  return groups
}

/** Joins to a person what the reader took for a body though it is nothing but that person's name; gives back the rest. */
function takenForBodies(atoms: readonly Atom[], persons: readonly Group[]): readonly Atom[] {
  const byName = indexBy(persons, (group) =>
    group.atoms.flatMap((atom) =>
      atom.persons
        .filter((person) => person.words.length > 1)
        .flatMap((person) => [person.words.join(' '), person.words[person.words.length - 1] ?? '']),
    ),
  )
  return atoms.filter((atom) => {
    const { words } = personName(atom.name)
    const name = atom.bodies.every((body) => body.countries.length === 0) && !looksLikeBody(atom.name) ? words.join(' ') : ''
    const [only, more] = name === '' ? [] : (byName.get(name) ?? [])
    if (!only || more) return true
    join(only, atom, `the only person so named in these reports (${only.atoms[0]?.name})`)
    return false
  })
}

function join(group: Group, atom: Atom, why: string): void {
  group.atoms.push(atom)
  group.why.set(atom, why)
}

/** Puts atoms that share a key into one group; the first to come founds it. */
function gather(
  atoms: readonly Atom[],
  keyOf: (atom: Atom) => string | null,
  why: string,
): { groups: Map<string, Group>; rest: Atom[] } {
  const groups = new Map<string, Group>()
  const rest: Atom[] = []
  for (const atom of atoms) {
    const key = keyOf(atom)
    if (key === null) {
      rest.push(atom)
      continue
    }
    const group = groups.get(key)
    if (group) join(group, atom, why)
    else groups.set(key, { atoms: [atom], why: new Map() })
  }
  return { groups, rest }
}

function unitePersons(atoms: readonly Atom[]): readonly Group[] {
  const fullKey = (atom: Atom): string | null => {
    const full = atom.persons.filter((person) => person.words.length > 1)
    const best = [...full].sort((a, b) => b.words.length - a.words.length || byCode(a.words.join(), b.words.join()))[0]
    if (!best) return null
    return best.words.length > 2 ? [best.words[0], best.words[best.words.length - 1]].join(' ') : best.words.join(' ')
  }
  const { groups, rest } = gather(atoms, fullKey, 'same full name')
  const all = [...groups.values()]
  const bySurname = indexBy(all, (group) =>
    group.atoms.flatMap((atom) =>
      atom.persons.filter((p) => p.words.length > 1).flatMap((p) => [p.words[0] ?? '', p.words[p.words.length - 1] ?? '']),
    ),
  )
  const byRole = indexBy(all, (group) =>
    group.atoms.flatMap((atom) => atom.persons.flatMap((person) => person.roles)).filter(isTelling),
  )
  const left: Atom[] = []
  for (const atom of rest) {
    const words = atom.persons.flatMap((person) => (person.words.length === 1 ? person.words : []))
    const [word] = words
    if (word !== undefined) {
      const [only, more] = bySurname.get(word) ?? []
      const clash = only && rolesClash(only.atoms, atom)
      const fits = only?.atoms.some((other) =>
        other.persons.some((full) => atom.persons.some((person) => isShortFor(person, full))),
      )
      if (only && !more && !clash && fits) join(only, atom, `the only person so named in these reports (${only.atoms[0]?.name})`)
      else left.push(atom)
      continue
    }
    const roles = atom.persons.flatMap((person) => person.roles).filter(isTelling)
    const found = new Set(roles.flatMap((role) => byRole.get(role) ?? []))
    const [only] = found
    if (only && found.size === 1) join(only, atom, `the only person with that office in these reports (${only.atoms[0]?.name})`)
    else left.push(atom)
  }
  const shortKey = (atom: Atom): string | null => {
    const word = atom.persons.find((person) => person.words.length === 1)?.words[0]
    const role = atom.persons.flatMap((person) => person.roles).filter(isTelling)[0]
    if (word !== undefined) return COMMON_SURNAMES.has(word) || bySurname.has(word) ? null : `surname ${word}`
    return role === undefined ? null : `role ${role}`
  }
  const second = gather(left, shortKey, 'same name or office')
  return [...all, ...second.groups.values(), ...second.rest.map((atom) => ({ atoms: [atom], why: new Map() }))]
}

/** A role tells a person from another only when its country is stated and one person holds it. */
function isTelling(role: string): boolean {
  return /^[A-Z]{2}:(?:president|prime minister|chancellor|king|queen|pope|foreign minister|defence minister|health minister|finance minister|interior minister)$/.test(
    role,
  )
}

function rolesClash(atoms: readonly Atom[], atom: Atom): boolean {
  const countries = (list: readonly Atom[]): Set<string> =>
    new Set(
      list
        .flatMap((item) => item.persons.flatMap((p) => p.roles.map((role) => role.slice(0, role.indexOf(':')))))
        .filter((code) => code !== ''),
    )
  const own = countries([atom])
  const other = countries(atoms)
  return own.size > 0 && other.size > 0 && ![...own].some((code) => other.has(code))
}

function uniteBodies(atoms: readonly Atom[]): readonly Group[] {
  const named = gather(atoms, nameKey, 'same name')
  const groups = [...named.groups.values()]
  const byStem = indexBy(groups, (group) =>
    group.atoms.flatMap((atom) => atom.bodies.filter((body) => body.proper && !body.government).map(stem)),
  )
  const unplaced = attach(named.rest, (atom) => withoutCountry(atom, byStem))
  const placeless = gather(unplaced, placelessKey, 'same name')
  groups.push(...placeless.groups.values())
  const { rest } = placeless
  const acronyms = indexBy(groups, (group) =>
    group.atoms.flatMap((atom) =>
      atom.bodies.flatMap((body) => [
        ...(body.acronym ? [body.acronym] : []),
        ...(body.initials && body.core.length > 1 ? [body.initials] : []),
      ]),
    ),
  )
  const afterAcronyms = attach(rest, (atom) => byAcronym(atom, acronyms))
  uniteGroupsByAcronym(groups)
  const described = gather(afterAcronyms, descriptionKey, 'same description')
  const byDescription = indexBy(groups, (group) =>
    group.atoms.flatMap((atom) =>
      atom.bodies.filter((body) => body.proper || body.acronym).map((body) => `${body.head}|${body.functions.join(' ')}`),
    ),
  )
  const countriesOf = (group: Group): Set<string> =>
    new Set(group.atoms.flatMap((atom) => atom.bodies.flatMap((body) => body.countries)))
  const out = groups.filter((group) => group.atoms.length > 0)
  for (const group of described.groups.values()) {
    const [first] = group.atoms
    const body = first?.bodies[0]
    const home = [...new Set(first?.bodies.flatMap((other) => other.countries))].sort()
    const candidates =
      body && home.length > 0
        ? (byDescription.get(`${body.head}|${body.functions.join(' ')}`) ?? []).filter(
            (other) =>
              other.atoms.length > 0 &&
              [...countriesOf(other)].sort().join() === home.join() &&
              other.atoms.some((a) => a.bodies.some((b) => describes(body, b))),
          )
        : []
    const [only, more] = candidates
    if (only && !more && body) {
      const what = `the only ${home.map(countryAdjective).join(' and ')} ${[...body.functions, body.head].join(' ')} named in these reports`
      for (const atom of group.atoms) join(only, atom, what.replace(/\s+/gu, ' '))
    } else out.push(group)
  }
  return [...out, ...described.rest.map((atom) => ({ atoms: [atom], why: new Map<Atom, string>() }))]
}

/** Attaches each atom to the one group that `choose` finds; gives back those for which it finds none. */
function attach(atoms: readonly Atom[], choose: (atom: Atom) => { group: Group; why: string } | null): Atom[] {
  const rest: Atom[] = []
  for (const atom of atoms) {
    const choice = choose(atom)
    if (choice) join(choice.group, atom, choice.why)
    else rest.push(atom)
  }
  return rest
}

function indexBy(groups: readonly Group[], keysOf: (group: Group) => readonly string[]): Map<string, Group[]> {
  const index = new Map<string, Group[]>()
  for (const group of groups) {
    for (const key of new Set(keysOf(group))) {
      const known = index.get(key)
      if (known) known.push(group)
      else index.set(key, [group])
    }
  }
  return index
}

/** The fullest proper name of the atom, one with a country first. */
function mainName(atom: Atom): BodyName | null {
  const named = atom.bodies.filter(
    (body) => (body.proper && body.core.length > 0 && !(body.core.length === 1 && body.acronym)) || body.government,
  )
  const sorted = [...named].sort(
    (a, b) =>
      b.countries.length - a.countries.length || b.core.length - a.core.length || byCode(a.core.join(' '), b.core.join(' ')),
  )
  return sorted[0] ?? null
}

/** Key under which a name stands for one body in every report; null when it needs more to go by. */
function nameKey(atom: Atom): string | null {
  const name = mainName(atom)
  if (!name) return null
  if (name.government) return `government ${name.countries[0]}`
  const core = stem(name)
  if (core === '') return null
  const countries = new Set(atom.bodies.flatMap((body) => body.countries))
  if (countries.size > 1) return `name ${core} ${[...countries].sort().join()}`
  const [country] = countries
  return country === undefined ? null : `name ${core} ${country}`
}

/** Key of a name without a country that no body with a country claims; a generic one goes by the country its report is about. */
function placelessKey(atom: Atom): string | null {
  const name = mainName(atom)
  if (!name) return null
  const core = stem(name)
  if (core === '') return null
  if (!isGenericName(name)) return `name ${core}`
  const home = homeOf(atom.view)
  return home === null ? null : `name ${core} in ${home}`
}

/** The country that a report names most often; null on a tie or when it names none. */
function homeOf(view: ReportView): string | null {
  const counts = new Map<string, number>()
  for (const { code } of view.countries) counts.set(code, (counts.get(code) ?? 0) + 1)
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1] || byCode(a[0], b[0]))
  if (!first || (second && second[1] === first[1])) return null
  return first[0]
}

/** Core words in a comparable order: "Ministry of Defence" and "Defence Ministry" are one. */
function stem(name: BodyName): string {
  const words = name.core
  const telling = words.filter((word) => !WIRE_TAIL.has(word))
  const kept = telling.length > 0 && !isGenericName(name) ? telling : words
  return isGenericName(name) ? [...kept].sort().join(' ') : kept.join(' ')
}

/** A name without its country goes to the one body of that name; a generic one only when its report names that country. */
function withoutCountry(atom: Atom, byStem: ReadonlyMap<string, readonly Group[]>): { group: Group; why: string } | null {
  const name = mainName(atom)
  if (!name) return null
  const [only, more] = byStem.get(stem(name)) ?? []
  if (!only || more) return null
  const countries = new Set(only.atoms.flatMap((other) => other.bodies.flatMap((body) => body.countries)))
  const [country] = countries
  if (country === undefined || (isGenericName(name) && !mentions(atom.view, country))) return null
  return { group: only, why: `same name; the only one of that name in these reports is ${countryAdjective(country)}` }
}

function mentions(view: ReportView, country: string): boolean {
  return view.countries.some((mention) => mention.code === country)
}

function byAcronym(atom: Atom, acronyms: ReadonlyMap<string, readonly Group[]>): { group: Group; why: string } | null {
  for (const body of atom.bodies) {
    if (body.acronym === null) continue
    const [only, more] = acronyms.get(body.acronym) ?? []
    if (!only || more || clashes(only, body)) continue
    const introduced = only.atoms.find((other) => other.bodies.some((name) => name.acronym === body.acronym))
    return {
      group: only,
      why: introduced ? `introduced as an acronym in ${introduced.view.report.version}` : `initials of “${only.atoms[0]?.name}”`,
    }
  }
  return null
}

function clashes(group: Group, body: BodyName): boolean {
  if (body.countries.length === 0) return false
  const countries = new Set(group.atoms.flatMap((atom) => atom.bodies.flatMap((other) => other.countries)))
  return countries.size > 0 && !body.countries.every((code) => countries.has(code))
}

/** Two groups whose names share an introduced acronym and a country are one ("Main Intelligence Directorate (GUR)", "Defence Intelligence (GUR)"). */
function uniteGroupsByAcronym(groups: Group[]): void {
  const byKey = new Map<string, Group>()
  for (const group of groups) {
    const keys = new Set(
      group.atoms.flatMap((atom) => {
        const countries = [...new Set(atom.bodies.flatMap((body) => body.countries))]
        if (countries.length !== 1) return []
        return atom.bodies.flatMap((body) => (body.acronym === null ? [] : [`${body.acronym} ${countries[0]}`]))
      }),
    )
    for (const key of keys) {
      const known = byKey.get(key)
      if (!known || known === group) {
        byKey.set(key, group)
        continue
      }
      for (const atom of group.atoms) join(known, atom, `same acronym, ${key.split(' ')[0]}, and same country`)
      group.atoms.length = 0
      break
    }
  }
}

/** Key of a body that is only described or only an acronym; null when that could be anybody's. */
function descriptionKey(atom: Atom): string | null {
  const acronym = atom.bodies.find((body) => body.core.length === 1 && body.acronym !== null)
  if (acronym) return `acronym ${acronym.acronym}`
  const countries = [...new Set(atom.bodies.flatMap((body) => body.countries))]
  const body = atom.bodies[0]
  if (countries.length !== 1 || !body || body.head === '') return null
  return `described ${body.head}|${body.functions.join(' ')}|${countries[0]}`
}

/** Where a group's id comes from: the surface that founds it, with its report when the surface alone could be anybody's. */
export function foundingKey(group: Group): string {
  const [atom] = group.atoms
  if (!atom) return ''
  return atomKey(atom)
}

/** True when all that is known of it is a description: it may be anybody of its report. */
export function isScoped(atom: Atom): boolean {
  if (atom.sort === 'unnamed') return true
  return atom.sort === 'body' ? mainName(atom) === null : atom.persons.every((person) => person.words.length === 0)
}

/** The same for one atom: edits that name an id find it by this however the groups change. */
export function atomKey(atom: Atom): string {
  const scoped = isScoped(atom)
  const countries = atom.sort === 'body' ? [...new Set(atom.bodies.flatMap((body) => body.countries))].sort().join() : ''
  return `${atom.sort}|${surfaceKey(atom.name)}|${countries}|${scoped ? atom.view.report.report : ''}`
}
