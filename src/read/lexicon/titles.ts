const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Titles before a person's name, lower case, without full stop. */
export const TITLES = words(
  `mr mrs ms miss dr prof professor sir lord lady dame president prime minister premier chancellor senator sen representative rep congressman
  congresswoman governor gov mayor secretary ambassador general gen lieutenant lt colonel col major maj captain capt commander cmdr admiral adm
  sergeant sgt judge justice king queen prince princess pope bishop archbishop cardinal rabbi imam sheikh ayatollah reverend rev father
  spokesman spokeswoman spokesperson chairman chairwoman director chief leader officer detective inspector sheriff deputy vice acting former
  analyst candidate nominee pollster activist coach`,
)

/** Words that belong to a title when one follows: "Foreign Minister". */
export const TITLE_PREFIXES = words(
  'foreign defence defense interior finance health home justice trade labour labor energy attorney prime deputy vice acting former executive',
)

export const MALE_TITLES = words('mr sir lord king prince pope father congressman spokesman chairman')
export const FEMALE_TITLES = words('mrs ms miss lady dame queen princess congresswoman spokeswoman chairwoman')

/** Outlets and wires whose names carry no telling word. Lower case. */
export const OUTLETS = new Set([
  'reuters',
  'associated press',
  'the associated press',
  'ap',
  'afp',
  'agence france-presse',
  'bloomberg',
  'bbc',
  'cnn',
  'nbc',
  'abc',
  'cbs',
  'fox news',
  'al jazeera',
  'yonhap',
  'xinhua',
  'tass',
  'interfax',
  'ria novosti',
  'kyodo',
  'nhk',
  'dpa',
  'ansa',
  'itar-tass',
  'kcna',
  'the economist',
  'politico',
  'npr',
  'der spiegel',
  'le monde',
  'el país',
  'the guardian',
  'dw',
  'deutsche welle',
  'ukrinform',
  'wikinews',
  'msnbc',
  'upi',
]) as ReadonlySet<string>

/** Words that make a name an outlet's. */
export const OUTLET_WORDS = words(
  'times post news daily herald tribune gazette journal telegraph observer magazine tv radio press broadcasting newspaper chronicle courier dispatch guardian globe sun mirror express weekly wire newswire inquirer enquirer examiner sentinel bulletin monitor',
)

/** Words that make a name a body's: heads of names, lower case. */
export const BODY_NAME_WORDS = words(
  `agency ministry government service office department army navy force forces police council committee commission court parliament senate congress
  party union association organisation organization company corporation corp inc ltd bank board bureau authority institute institution university
  college school hospital administration centre center command group federation alliance league foundation fund embassy cabinet directorate
  division regiment brigade battalion headquarters secretariat delegation mission nations house pentagon kremlin interpol hezbollah hamas taliban airlines airways industries partners holdings society network observatory survey guard initiative campaign
  republicans democrats coalition front movement church museum watch international amnesty`,
)

/** Bodies whose acronyms are words as well: only by themselves. */
export const ACRONYM_BODIES = words('nato WHO cdc fbi cia un eu u.n. e.u. unicef unhcr iaea imf opec osce asean nasa noaa')

/** Weapons and materiel: lemmas of head nouns. */
export const WEAPON_NOUNS = words(
  `missile rocket shell drone uav tank howitzer mortar rifle grenade bomb mine torpedo warhead artillery launcher ammunition munition cartridge
  warplane jet fighter bomber helicopter frigate destroyer submarine corvette warship carrier gun cannon bullet projectile explosive icbm`,
)
