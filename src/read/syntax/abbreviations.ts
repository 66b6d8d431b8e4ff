/** Written with a full stop and always followed by a name: no sentence ends here. */
export const TITLES: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr prof gen lt col maj capt cpl sgt cmdr adm brig sen rep reps sens gov rev hon pres fr sr supt insp msgr st ft mt ' +
    'vs v cf pvt pfc amb atty det messrs mme mlle m approx'
  ).split(' '),
)

/** Written with a full stop; a sentence may end here. */
export const SHORT_FORMS: ReadonlySet<string> = new Set(
  (
    'inc ltd co corp bros plc llc dept univ assn assoc ave blvd rd jr sr esq etc al jan feb mar apr jun jul aug sept sep oct nov dec ' +
    'mon tue tues wed thu thur thurs fri sat sun ph.d ed eds vol vols pp fig figs est min max tel ext a.m p.m e.g i.e u.s u.k u.n d.c ' +
    'ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mont neb nev okla ore pa tenn tex va vt wash wis wyo ' +
    'mins hrs yrs lb lbs oz sq ca govt int intl natl'
  ).split(' '),
)

/** Short forms only before a number ("No. 4", "p. 12"). */
export const BEFORE_NUMBERS: ReadonlySet<string> = new Set(['no', 'nos', 'p', 'pp', 'art', 'sec', 'ch', 'par', 'c', 'ca', 'op'])

/** Short forms that are also common words: taken for short only with a capital ("Mar. 3", "Ill."). */
export const NEED_CAPITAL: ReadonlySet<string> = new Set(
  'mar sat sun mon wed fri ill ind miss mass wash ore pa la del kan ark fig ed min max ext est det hon pres rep reps gen col st ft mt m co int la v'.split(
    ' ',
  ),
)

/** Words that keep the hyphen behind them: "non-profit", "pre-war". */
export const PREFIXES: ReadonlySet<string> = new Set(
  (
    'e non anti mid re co pre pro cross post over semi multi ex sub counter pan mini neo socio inter intra micro un ultra de bi tri ' +
    'trans extra super hyper quasi pseudo electro geo bio psycho under out afro infra macro mega meta mono nano poly proto tele vice arch'
  ).split(' '),
)

/** Units glued to a number and cut off it: "5km", "$3bn", "10pm". */
export const UNITS: ReadonlySet<string> = new Set(
  'am pm a.m p.m m mm cm km kg g mg lb lbs ft in k b bn mn tn mph kph kmh hrs hr h min mins sec s kw mw gw kwh mwh gb mb tb mhz ghz c f tons t yrs yr oz cc bbl'.split(
    ' ',
  ),
)

/** Two words written as one, and where the second begins. */
export const FUSED: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['wanna', 3],
  ['gotta', 3],
  ['gimme', 3],
  ['lemme', 3],
  ['dont', 2],
  ['didnt', 3],
  ['doesnt', 4],
  ['isnt', 2],
  ['wasnt', 3],
  ['couldnt', 5],
  ['wouldnt', 5],
  ['havent', 4],
  ['hasnt', 3],
  ['cant', 2],
  ['youre', 3],
  ['theyre', 4],
  ['thats', 4],
])

/** A capitalised one of these opens a sentence even after a short form. */
export const OPENERS: ReadonlySet<string> = new Set(
  (
    'the a an he she it they we i you his her its their our my your this that these those there here but and or so yet if when while ' +
    'in on at for from with after before as by although though however since because what who where why how some many most all both each ' +
    'no not one two according also meanwhile earlier later now then under during despite officials police authorities another other such'
  ).split(' '),
)
