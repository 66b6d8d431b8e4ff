const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Nouns that attribute: somebody's "assertion that …", "a statement by …". Lemmas. */
export const SPEECH_NOUNS = words(
  `assertion claim statement allegation accusation announcement declaration denial warning remark comment report account
  admission acknowledgement acknowledgment argument contention insistence promise pledge vow threat demand request suggestion proposal
  confirmation conclusion finding estimate prediction forecast assessment testimony revelation disclosure explanation
  complaint criticism condemnation call appeal order offer rumour rumor speculation message response reply answer plea urging
  description characterization characterisation quote quip verdict recommendation`,
)

/** Nouns for a state of mind. */
export const MIND_NOUNS = words(
  `belief view opinion hope fear concern suspicion doubt expectation conviction feeling idea notion understanding worry
  intention plan decision determination desire wish refusal willingness readiness commitment opposition objection
  stance agreement confidence optimism`,
)

/** Nouns for grounds: what they hold is reported, without anybody who says it. */
export const GROUND_NOUNS = words(
  'evidence indication sign proof report rumour rumor speculation suggestion allegation claim fear concern hope',
)

/** Documents, imagery and data: things that show or say, as sources of their own kind. */
export const DOCUMENT_NOUNS = words(
  `report document letter memo memorandum statement study survey poll paper filing record log email e-mail transcript dossier
  book article story editorial column bulletin communique communiqué indictment lawsuit complaint affidavit ruling review audit analysis
  website release note order law bill text post tweet message cable file census index figures data datum statistics numbers results
  assessment research finding estimate forecast headline sign banner contract treaty agreement notice advisory`,
)

export const IMAGE_NOUNS = words(
  'photograph photo picture image imagery footage video clip film satellite map recording screenshot broadcast livestream drone',
)

/** Nouns for outlets by kind, where the name alone does not tell. */
export const OUTLET_NOUNS = words(
  'newspaper daily weekly broadcaster channel station outlet magazine tabloid media press website blog portal network journal wire newswire publication radio television tv',
)

/** Nouns of bodies: head nouns of descriptions and names. */
export const BODY_NOUNS = words(
  `agency ministry government service office department army navy force forces police council committee commission court parliament senate
  congress party union association organisation organization company corporation bank board bureau authority institute institution university
  hospital administration centre center command group team campaign federation alliance league foundation fund embassy kremlin
  house cabinet directorate division regiment brigade battalion staff headquarters inspectorate secretariat presidency delegation mission
  watchdog regulator charity ngo think-tank operator airline firm observatory survey brigade coastguard guard militia junta regime
  opposition coalition intelligence military pentagon chancellery prosecutor's fire`,
)

/** Nouns that stand for one person by what they are or do. */
export const PERSON_NOUNS = words(
  `president minister leader spokesman spokeswoman spokesperson official officer analyst expert source witness resident governor mayor senator
  congressman congresswoman lawmaker deputy secretary ambassador diplomat chief head director chairman chairwoman chair editor author
  journalist reporter correspondent professor doctor nurse scientist researcher lawyer attorney judge prosecutor general colonel
  major captain commander lieutenant admiral soldier sergeant pilot king queen prince princess pope bishop priest imam rabbi chancellor premier
  prime-minister candidate nominee aide adviser advisor manager owner founder executive ceo economist historian strategist pollster activist
  organiser organizer victim survivor driver passenger farmer fisherman teacher student worker villager neighbour neighbor mother
  father son daughter wife husband brother sister man woman boy girl person member coach player critic supporter opponent defender
  epidemiologist geologist seismologist meteorologist physician surgeon veterinarian coroner sheriff detective inspector envoy
  representative commissioner administrator coordinator negotiator mediator insider operative veteran
  host guest speaker whip treasurer banker trader investor shareholder engineer negotiator observer monitor`,
)

/** People who speak as many: collective when plural and unnamed. */
export const COLLECTIVE_WORDS = words(
  `some many several most others few critics supporters opponents experts analysts officials residents observers witnesses sources people
  voters scientists researchers activists authorities economists diplomats investigators lawmakers republicans democrats
  villagers locals historians doctors media reports protesters families relatives`,
)
