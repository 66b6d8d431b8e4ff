const set = (words: string): ReadonlySet<string> => new Set(words.split(/[\s|]+/))

/** Lower-case words that stand inside place names: "Isle of Man", "Rio de Janeiro". */
export const INNER = set(
  'of the and de la le el al du del da do dos das di upon on am an der sur under in les los las y e bin ash ad as ar',
)

/** Words before a name that put something there; the role of the place in what is told. */
export const WHERE = set(
  'in at near inside outside across around throughout within on over above beside along off between among amid beyond behind surrounding via through against northern southern eastern western central northeastern northwestern southeastern southwestern north south east west',
)
export const FROM = set('from leaving fled left')
export const TO = set('to into toward towards for onto entering reach reached')
export const BASED = set('based stationed headquartered garrisoned deployed housed billeted quartered')

/** Directions that may stand before a name without making it a person's. */
export const DIRECTIONS = set(
  'north south east west northern southern eastern western central northeast northwest southeast southwest northeastern northwestern southeastern southwestern upper lower greater inner outer downtown mid mainland rural metropolitan central-',
)

/** Nouns after a name that say it is a first- or second-order unit. */
export const REGION_NOUNS = set(
  'region oblast province state krai kray prefecture governorate republic voivodeship canton territory department county district emirate raion peninsula',
)

/** Nouns after a name that say it is a place of some sort; the name is its own. */
export const PLACE_NOUNS = set(
  'city town village port airport airfield airbase base harbour harbor area suburb neighbourhood neighborhood border coast island islands valley river lake front frontline metro capital residents resident street road bay beach hills mountains metropolitan authorities council mayor police hospital university',
)

/** Nouns with a capital after the name of a place, in names of its bodies: "Clarke County Superior Court", "Leeds City Council". */
export const CIVIC = set(
  'governor gov senator sen mayor police sheriff county city town township parish department court superior supreme circuit district public national state legislature attorney board council commission fire station airport chamber school schools elementary middle high hospital medical regional health zoo library museum center centre park road street avenue highway bridge river lake valley port harbor harbour bay island authority authorities prosecutor coroner judge residents guard zoning planning community general assembly representative democrat republican times post herald tribune gazette journal news symphony international memorial',
)

/** Capitalised words that begin a sentence and are nobody's first name. */
export const OPENERS = set(
  'the a an in at on near from to of for by with but and or as when while after before since until if this that these those it its he she they we i his her their our another some many most all both each every no not now then there here also yet so because although however meanwhile today yesterday last next over under across around outside inside about more than between among against during through within without police officials residents voters authorities former new',
)

/** Titles and the like after which a name is a person's. */
export const TITLES = set(
  'mr mrs ms miss dr sir lord lady dame prof professor president vice minister chancellor secretary senator sen rep congressman congresswoman governor gov mayor general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal cpl officer detective chief sheriff deputy judge justice attorney ambassador king queen prince princess pope bishop archbishop cardinal father rev reverend pastor coach commander admiral director chairman chairwoman ceo spokesman spokeswoman spokesperson analyst author actor actress singer player striker midfielder quarterback defender imam sheikh saint brother sister uncle aunt son daughter wife husband',
)

/** Capitalised words that begin sentences or name other things, and happen to be names of towns somewhere. */
export const COMMON = set(
  `january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday
  the this that these those there then they their he she his her him it its we our you your i my me who what when where why how which while with without
  but and or if as so nor yet for from into after before since until because although though however also even just only more most many much some any all
  both each every few other another such no not now here today yesterday tomorrow very too still again ever never often always once one two three four five
  six seven eight nine ten first second third last next new old good best big great small high long young early late little own same able about above across
  against along among around at by down during in inside near of off on out over per through to toward under up upon via within god lord jesus christ allah
  congress senate house parliament government court police army navy force forces union party league council committee commission board bank group company
  university college school hospital church center centre institute association foundation fund office department ministry agency bureau service news times
  post press journal magazine radio television media english christian muslim jewish catholic internet facebook twitter google apple amazon media
  street avenue road park bridge airport station north south east west northern southern eastern western central city county state states province region
  island islands river lake mountain beach bay valley hill hills war world cup olympic olympics games day week month year republic national international
  united general president minister secretary director manager mayor governor judge chief officer captain mission trinity liberty union independence hope
  reading mobile nice bath cork split orange battle troy sandy beach liberal republican democrat democratic democrats republicans labor labour conservative
  green white black brown red blue gold silver young king queen prince bishop major bill mark will grant wade rusk price sidney chelsea
  carson jackson johnson taylor smith jones wilson davis miller moore anderson thomas martin lee thompson clark lewis walker hall allen scott adams baker
  nelson carter mitchell roberts turner phillips campbell parker evans edwards collins stewart morris rogers reed cook morgan bell murphy bailey cooper
  richardson cox howard ward peterson gray james watson brooks kelly sanders bennett wood barnes ross henderson coleman jenkins perry powell long patterson
  hughes butler simmons foster bryant alexander russell griffin diaz hayes hamilton graham sullivan wallace woods cole west jordan owens reynolds
  fisher ellis harrison gibson mcdonald cruz marshall ortiz gomez murray freeman wells webb simpson stevens tucker porter hunter hicks crawford henry boyd
  mason kennedy warren dixon burns gordon shaw holmes rice robertson hunt daniels palmer mills nichols grant knight ferguson rose stone hawkins dunn perkins
  hudson spencer gardner stephens payne pierce berry matthews arnold wagner willis ray watkins olson carroll duncan snyder hart cunningham bradley lane andrews
  ruiz harper fox riley armstrong carpenter weaver greene lawrence elliott chavez sims peters kelley franklin lawson fields ryan schmidt carr vasquez
  castillo wheeler chapman oliver montgomery richards williamson johnston banks meyer bishop mccoy howell morrison hansen garza harvey little burton stanley
  george jacobs reid kim fuller lynch dean gilbert garrett romero welch larson frazier burke hanson day mendoza moreno bowman medina fowler brewer hoffman
  carlson silva pearson holland douglas fleming jensen vargas byrd davidson hopkins may terry herrera wade soto walters curtis neal caldwell lowe jennings
  barnett graves jimenez horton shelton barrett obrien castro sutton gregory mckinney lucas miles craig rodriquez chambers holt lambert fletcher watts bates
  hale rhodes pena beck newman haynes mcdaniel mendez bush vaughn parks dawson santiago norris hardy love steele curry powers schultz barker guzman page munoz
  ball keller chandler weber leonard walsh lyons ramsey wolfe schneider mullins benson sharp bowen barber cummings hines baldwin griffith valdez hubbard salazar
  reeves warner stevenson burgess santos tate cross garner mann mack moss thornton mcgee farmer delgado aguilar vega glover manning cohen harmon rodgers robbins
  newton blair higgins ingram reese cannon strickland townsend potter goodwin walton rowe hampton ortega patton swanson francis goodman yates becker erickson
  hodges rios conner adkins webster norman malone hammond flowers cobb moody quinn pope osborne maxwell mary maria anna eva ava emma julia irma patrick peter paul john robert david joseph carlos jose juan luis miguel pedro antonio diego sofia laura lucia elena olga irina natalia ivan igor boris sergei vladimir viktor ali hassan hussein omar ahmed mohamed mohammed fatima aisha ruth sarah rachel hannah leah esther simon kevin brian eric karl kurt hans erik lars sven anders nils rosa carmen gloria teresa clara alice amelia beth kate jane helen susan nancy linda karen lisa donna carol sharon angela melissa brenda amy virginia pamela real barca julian marina mia naval`,
)

/** Verbs of speaking, wanting and dealing whose subject, when it is a capital or country, is its government. */
export const ACTS =
  /^(?:say|tell|deny|announce|insist|accuse|claim|confirm|reject|warn|agree|refuse|want|believe|state|declare|condemn|urge|demand|respond|reply|react|promise|pledge|vow|threaten|admit|acknowledge|maintain|argue|call|propose|offer|sign|ratify|seek|plan|decide|consider|expect|fear|hope|welcome|criticise|criticize|protest|impose|lift|recall|expel|summon|back|support|oppose|blame|suspect|view|see|regard|recognise|recognize|approve|veto|vote|abstain|negotiate|order|send|supply|provide|dispute|dismiss|retaliate|withdraw|hold|fail|push|press|signal|hint|stress|emphasise|emphasize|suggest|report|allege|describe|deploy|launch|intend|aim|need|know|share|cut|sever|resume|suspend|ban|sanction)$/
