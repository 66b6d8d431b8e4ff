/**
 * Countries and peoples by the words that name them, so that "South Korea's" and "South Korean" agree inside one report. One row a
 * country: key | other names | adjectives and peoples. Written for reading, not for law: it says nothing about recognition.
 */
const ROWS = `
afghanistan||afghan afghans
albania||albanian albanians
algeria||algerian algerians
angola||angolan angolans
argentina||argentine argentinian argentines
armenia||armenian armenians
australia||australian australians
austria||austrian austrians
azerbaijan||azerbaijani azeri azeris
bahrain||bahraini
bangladesh||bangladeshi bangladeshis
belarus||belarusian belarusians
belgium||belgian belgians
bolivia||bolivian bolivians
bosnia|bosnia and herzegovina|bosnian bosnians
brazil||brazilian brazilians
britain|united kingdom,uk,u.k.,great britain|british briton britons
bulgaria||bulgarian bulgarians
burundi||burundian
cambodia||cambodian cambodians
cameroon||cameroonian
canada||canadian canadians
chad||chadian
chile||chilean chileans
china|people's republic of china|chinese
colombia||colombian colombians
congo|democratic republic of the congo,dr congo,drc|congolese
croatia||croatian croatians
cuba||cuban cubans
cyprus||cypriot cypriots
czech republic|czechia|czech czechs
denmark||danish dane danes
ecuador||ecuadorian ecuadorean
egypt||egyptian egyptians
england||english
eritrea||eritrean eritreans
estonia||estonian estonians
ethiopia||ethiopian ethiopians
finland||finnish finn finns
france||french
georgia||georgian georgians
germany||german germans
ghana||ghanaian
greece||greek greeks
guatemala||guatemalan
guinea||guinean
haiti||haitian haitians
honduras||honduran
hungary||hungarian hungarians
iceland||icelandic
india||indian indians
indonesia||indonesian indonesians
iran||iranian iranians
iraq||iraqi iraqis
ireland||irish
israel||israeli israelis
italy||italian italians
ivory coast|côte d'ivoire|ivorian
jamaica||jamaican
japan||japanese
jordan||jordanian jordanians
kazakhstan||kazakh kazakhs kazakhstani
kenya||kenyan kenyans
kosovo||kosovar kosovan
kuwait||kuwaiti
kyrgyzstan||kyrgyz
laos||lao laotian
latvia||latvian latvians
lebanon||lebanese
liberia||liberian liberians
libya||libyan libyans
lithuania||lithuanian lithuanians
malaysia||malaysian malaysians
mali||malian malians
malta||maltese
mexico||mexican mexicans
moldova||moldovan moldovans
mongolia||mongolian
montenegro||montenegrin
morocco||moroccan moroccans
mozambique||mozambican
myanmar|burma|burmese
nepal||nepali nepalese
netherlands|holland|dutch
new zealand||
nicaragua||nicaraguan
niger||nigerien
nigeria||nigerian nigerians
north korea|dprk,democratic people's republic of korea|north korean,north koreans
north macedonia|macedonia|macedonian
norway||norwegian norwegians
oman||omani
pakistan||pakistani pakistanis
palestine|palestinian territories|palestinian palestinians
panama||panamanian
paraguay||paraguayan
peru||peruvian peruvians
philippines||philippine filipino filipinos
poland||polish pole poles
portugal||portuguese
qatar||qatari
romania||romanian romanians
russia|russian federation|russian russians
rwanda||rwandan
saudi arabia||saudi saudis
scotland||scottish scots
senegal||senegalese
serbia||serbian serb serbs
sierra leone||sierra leonean
singapore||singaporean
slovakia||slovak slovaks
slovenia||slovenian slovene
somalia||somali somalis
south africa||south african,south africans
south korea|republic of korea|south korean,south koreans
south sudan||south sudanese
spain||spanish spaniard spaniards
sri lanka||sri lankan
sudan||sudanese
sweden||swedish swede swedes
switzerland||swiss
syria||syrian syrians
taiwan||taiwanese
tajikistan||tajik
tanzania||tanzanian
thailand||thai thais
tunisia||tunisian
turkey|türkiye|turkish turk turks
turkmenistan||turkmen
uganda||ugandan ugandans
ukraine||ukrainian ukrainians
united arab emirates|uae|emirati
united states|us,u.s.,usa,u.s.a.,america,united states of america|american americans
uruguay||uruguayan
uzbekistan||uzbek
venezuela||venezuelan venezuelans
vietnam||vietnamese
wales||welsh
yemen||yemeni yemenis
zambia||zambian
zimbabwe||zimbabwean
europe|european union,eu|european europeans
`

/** Seats of government: "Lima's spy agency" is Peru's. Not names of the country: only for comparing descriptions. */
export const SEATS: ReadonlyMap<string, string> = new Map(
  `kabul afghanistan,algiers algeria,canberra australia,vienna austria,baku azerbaijan,minsk belarus,brussels belgium,brasilia brazil,sofia bulgaria,
  ottawa canada,santiago chile,beijing china,bogota colombia,zagreb croatia,havana cuba,prague czech republic,copenhagen denmark,cairo egypt,
  helsinki finland,paris france,tbilisi georgia,berlin germany,athens greece,budapest hungary,jakarta indonesia,tehran iran,baghdad iraq,
  dublin ireland,jerusalem israel,rome italy,tokyo japan,astana kazakhstan,nairobi kenya,beirut lebanon,vilnius lithuania,tripoli libya,
  chisinau moldova,rabat morocco,kathmandu nepal,wellington new zealand,abuja nigeria,pyongyang north korea,oslo norway,islamabad pakistan,
  lima peru,manila philippines,warsaw poland,lisbon portugal,doha qatar,bucharest romania,moscow russia,kremlin russia,riyadh saudi arabia,
  belgrade serbia,bratislava slovakia,pretoria south africa,seoul south korea,madrid spain,khartoum sudan,stockholm sweden,damascus syria,
  taipei taiwan,bangkok thailand,tunis tunisia,ankara turkey,kyiv ukraine,kiev ukraine,london britain,washington united states,caracas venezuela,
  hanoi vietnam,sanaa yemen,harare zimbabwe`
    .split(',')
    .map((row) => row.trim())
    .map((row) => [row.slice(0, row.indexOf(' ')), row.slice(row.indexOf(' ') + 1)] as const),
)

export interface CountryWord {
  readonly country: string
  /** True for an adjective or a people ("South Korean"), false for the name of the country. */
  readonly people: boolean
}

/** Lower-case words (one to five joined by a space) → country. */
export const COUNTRY_WORDS: ReadonlyMap<string, CountryWord> = build()

function build(): Map<string, CountryWord> {
  const map = new Map<string, CountryWord>()
  for (const row of ROWS.trim().split('\n')) {
    const [key = '', names = '', peoples = ''] = row.split('|')
    map.set(key, { country: key, people: false })
    for (const name of names.split(',')) if (name) map.set(name, { country: key, people: false })
    for (const people of peoples.includes(',') ? peoples.split(',') : peoples.split(' '))
      if (people) map.set(people, { country: key, people: true })
  }
  return map
}
