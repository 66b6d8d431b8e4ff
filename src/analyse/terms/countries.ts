/**
 * Countries as news writes of them: code, names, people's names and adjectives, capital.
 * One row a country: `code|name, other names|demonyms|capital and other names that stand for its government`.
 * The code is ISO 3166-1 alpha-2 where there is one. Written for this project; names that are also common words or
 * personal names are matched with a capital letter only.
 */
const ROWS = `
AF|Afghanistan|Afghan,Afghans|Kabul
AL|Albania|Albanian,Albanians|Tirana
DZ|Algeria|Algerian,Algerians|Algiers
AD|Andorra|Andorran,Andorrans|
AO|Angola|Angolan,Angolans|Luanda
AR|Argentina|Argentine,Argentinian,Argentines,Argentinians|Buenos Aires
AM|Armenia|Armenian,Armenians|Yerevan
AU|Australia|Australian,Australians|Canberra
AT|Austria|Austrian,Austrians|Vienna
AZ|Azerbaijan|Azerbaijani,Azeri,Azerbaijanis|Baku
BS|Bahamas|Bahamian,Bahamians|Nassau
BH|Bahrain|Bahraini,Bahrainis|Manama
BD|Bangladesh|Bangladeshi,Bangladeshis|Dhaka
BB|Barbados|Barbadian,Barbadians|Bridgetown
BY|Belarus|Belarusian,Belarusians,Belarussian|Minsk
BE|Belgium|Belgian,Belgians|
BZ|Belize|Belizean,Belizeans|Belmopan
BJ|Benin|Beninese|Porto-Novo
BT|Bhutan|Bhutanese|Thimphu
BO|Bolivia|Bolivian,Bolivians|La Paz
BA|Bosnia and Herzegovina,Bosnia|Bosnian,Bosnians|Sarajevo
BW|Botswana|Botswanan|Gaborone
BR|Brazil|Brazilian,Brazilians|Brasilia,Brasília
BN|Brunei|Bruneian|
BG|Bulgaria|Bulgarian,Bulgarians|Sofia
BF|Burkina Faso|Burkinabe,Burkinabé|Ouagadougou
BI|Burundi|Burundian,Burundians|Bujumbura,Gitega
KH|Cambodia|Cambodian,Cambodians|Phnom Penh
CM|Cameroon|Cameroonian,Cameroonians|Yaounde,Yaoundé
CA|Canada|Canadian,Canadians|Ottawa
CV|Cape Verde,Cabo Verde|Cape Verdean|Praia
CF|Central African Republic|Central African|Bangui
TD|Chad|Chadian,Chadians|N'Djamena
CL|Chile|Chilean,Chileans|
CN|China,People's Republic of China,PRC|Chinese|Beijing
CO|Colombia|Colombian,Colombians|Bogota,Bogotá
KM|Comoros|Comorian|Moroni
CG|Republic of the Congo,Congo-Brazzaville|Congolese|Brazzaville
CD|Democratic Republic of the Congo,Democratic Republic of Congo,DR Congo,DRC,Congo||Kinshasa
CR|Costa Rica|Costa Rican,Costa Ricans|
CI|Ivory Coast,Côte d'Ivoire,Cote d'Ivoire|Ivorian,Ivorians|Abidjan,Yamoussoukro
HR|Croatia|Croatian,Croatians|Zagreb
CU|Cuba|Cuban,Cubans|Havana
CY|Cyprus|Cypriot,Cypriots|Nicosia
CZ|Czech Republic,Czechia|Czech,Czechs|Prague
DK|Denmark|Danish,Danes|Copenhagen
DJ|Djibouti|Djiboutian|
DO|Dominican Republic|Dominican,Dominicans|Santo Domingo
EC|Ecuador|Ecuadorian,Ecuadorean,Ecuadorians|Quito
EG|Egypt|Egyptian,Egyptians|Cairo
SV|El Salvador|Salvadoran,Salvadorans|San Salvador
GQ|Equatorial Guinea|Equatoguinean|Malabo
ER|Eritrea|Eritrean,Eritreans|Asmara
EE|Estonia|Estonian,Estonians|Tallinn
SZ|Eswatini,Swaziland|Swazi|Mbabane
ET|Ethiopia|Ethiopian,Ethiopians|Addis Ababa
FJ|Fiji|Fijian,Fijians|Suva
FI|Finland|Finnish,Finns|Helsinki
FR|France|French|Paris
GA|Gabon|Gabonese|Libreville
GM|Gambia|Gambian,Gambians|Banjul
GE|Georgia|Georgian,Georgians|Tbilisi
DE|Germany|German,Germans|Berlin
GH|Ghana|Ghanaian,Ghanaians|Accra
GR|Greece|Greek,Greeks|Athens
GL|Greenland|Greenlandic,Greenlanders|Nuuk
GD|Grenada|Grenadian|
GT|Guatemala|Guatemalan,Guatemalans|Guatemala City
GN|Guinea|Guinean,Guineans|Conakry
GW|Guinea-Bissau|Bissau-Guinean|Bissau
GY|Guyana|Guyanese|
HT|Haiti|Haitian,Haitians|Port-au-Prince
HN|Honduras|Honduran,Hondurans|Tegucigalpa
HK|Hong Kong|Hongkonger,Hongkongers|
HU|Hungary|Hungarian,Hungarians|Budapest
IS|Iceland|Icelandic,Icelanders|Reykjavik
IN|India|Indian,Indians|New Delhi,Delhi
ID|Indonesia|Indonesian,Indonesians|Jakarta
IR|Iran,Islamic Republic of Iran|Iranian,Iranians|Tehran
IQ|Iraq|Iraqi,Iraqis|Baghdad
IE|Ireland,Republic of Ireland|Irish|Dublin
IL|Israel|Israeli,Israelis|Jerusalem
IT|Italy|Italian,Italians|Rome
JM|Jamaica|Jamaican,Jamaicans|
JP|Japan|Japanese|Tokyo
JO|Jordan|Jordanian,Jordanians|Amman
KZ|Kazakhstan|Kazakh,Kazakhs,Kazakhstani|Astana
KE|Kenya|Kenyan,Kenyans|Nairobi
XK|Kosovo|Kosovar,Kosovan,Kosovars|Pristina
KW|Kuwait|Kuwaiti,Kuwaitis|
KG|Kyrgyzstan|Kyrgyz|Bishkek
LA|Laos|Lao,Laotian,Laotians|Vientiane
LV|Latvia|Latvian,Latvians|Riga
LB|Lebanon|Lebanese|Beirut
LS|Lesotho|Basotho|Maseru
LR|Liberia|Liberian,Liberians|Monrovia
LY|Libya|Libyan,Libyans|Tripoli
LI|Liechtenstein|Liechtensteiner|Vaduz
LT|Lithuania|Lithuanian,Lithuanians|Vilnius
LU|Luxembourg|Luxembourgish,Luxembourger|
MG|Madagascar|Malagasy|Antananarivo
MW|Malawi|Malawian,Malawians|Lilongwe
MY|Malaysia|Malaysian,Malaysians|Kuala Lumpur,Putrajaya
MV|Maldives|Maldivian,Maldivians|
ML|Mali|Malian,Malians|Bamako
MT|Malta|Maltese|Valletta
MR|Mauritania|Mauritanian,Mauritanians|Nouakchott
MU|Mauritius|Mauritian,Mauritians|Port Louis
MX|Mexico|Mexican,Mexicans|Mexico City
MD|Moldova|Moldovan,Moldovans|Chisinau,Chișinău
MC|Monaco|Monegasque|
MN|Mongolia|Mongolian,Mongolians|Ulaanbaatar,Ulan Bator
ME|Montenegro|Montenegrin,Montenegrins|Podgorica
MA|Morocco|Moroccan,Moroccans|Rabat
MZ|Mozambique|Mozambican,Mozambicans|Maputo
MM|Myanmar,Burma|Burmese|Naypyidaw,Naypyitaw
NA|Namibia|Namibian,Namibians|Windhoek
NP|Nepal|Nepali,Nepalese,Nepalis|Kathmandu
NL|Netherlands,Holland|Dutch|The Hague
NZ|New Zealand|New Zealander,New Zealanders|Wellington
NI|Nicaragua|Nicaraguan,Nicaraguans|Managua
NE|Niger|Nigerien,Nigeriens|Niamey
NG|Nigeria|Nigerian,Nigerians|Abuja
KP|North Korea,Democratic People's Republic of Korea,DPRK|North Korean,North Koreans|Pyongyang
MK|North Macedonia|Macedonian,Macedonians,North Macedonian|Skopje
NO|Norway|Norwegian,Norwegians|Oslo
OM|Oman|Omani,Omanis|Muscat
PK|Pakistan|Pakistani,Pakistanis|Islamabad
PS|Palestine,Palestinian territories,Palestinian Territories|Palestinian,Palestinians|Ramallah
PA|Panama|Panamanian,Panamanians|Panama City
PG|Papua New Guinea|Papua New Guinean|Port Moresby
PY|Paraguay|Paraguayan,Paraguayans|Asuncion,Asunción
PE|Peru|Peruvian,Peruvians|Lima
PH|Philippines|Filipino,Philippine,Filipinos|Manila
PL|Poland|Polish,Poles|Warsaw
PT|Portugal|Portuguese|Lisbon
PR|Puerto Rico|Puerto Rican,Puerto Ricans|San Juan
QA|Qatar|Qatari,Qataris|Doha
RO|Romania|Romanian,Romanians|Bucharest
RU|Russia,Russian Federation|Russian,Russians|Moscow
RW|Rwanda|Rwandan,Rwandans|Kigali
WS|Samoa|Samoan,Samoans|Apia
SM|San Marino|Sammarinese|
SA|Saudi Arabia|Saudi,Saudis|Riyadh
SN|Senegal|Senegalese|Dakar
RS|Serbia|Serbian,Serb,Serbs,Serbians|Belgrade
SL|Sierra Leone|Sierra Leonean,Sierra Leoneans|Freetown
SG|Singapore|Singaporean,Singaporeans|
SK|Slovakia|Slovak,Slovaks,Slovakian|Bratislava
SI|Slovenia|Slovene,Slovenian,Slovenes,Slovenians|Ljubljana
SB|Solomon Islands|Solomon Islander|Honiara
SO|Somalia|Somali,Somalis|Mogadishu
ZA|South Africa|South African,South Africans|Pretoria
KR|South Korea,Republic of Korea,ROK|South Korean,South Koreans|Seoul
SS|South Sudan|South Sudanese|Juba
ES|Spain|Spanish,Spaniard,Spaniards|Madrid
LK|Sri Lanka|Sri Lankan,Sri Lankans|Colombo
SD|Sudan|Sudanese|Khartoum
SR|Suriname|Surinamese|Paramaribo
SE|Sweden|Swedish,Swede,Swedes|Stockholm
CH|Switzerland|Swiss|Bern,Berne
SY|Syria|Syrian,Syrians|Damascus
TW|Taiwan|Taiwanese|Taipei
TJ|Tajikistan|Tajik,Tajiks|Dushanbe
TZ|Tanzania|Tanzanian,Tanzanians|Dodoma,Dar es Salaam
TH|Thailand|Thai,Thais|Bangkok
TL|East Timor,Timor-Leste|Timorese|Dili
TG|Togo|Togolese|Lome,Lomé
TO|Tonga|Tongan,Tongans|Nuku'alofa
TT|Trinidad and Tobago|Trinidadian,Trinidadians|Port of Spain
TN|Tunisia|Tunisian,Tunisians|Tunis
TR|Turkey,Türkiye,Turkiye|Turkish,Turk,Turks|Ankara
TM|Turkmenistan|Turkmen,Turkmens|Ashgabat
UG|Uganda|Ugandan,Ugandans|Kampala
UA|Ukraine|Ukrainian,Ukrainians|Kyiv,Kiev
AE|United Arab Emirates,UAE,U.A.E.|Emirati,Emiratis|Abu Dhabi
GB|United Kingdom,UK,U.K.,Britain,Great Britain|British,Briton,Britons|London,Westminster
US|United States,United States of America,US,U.S.,USA,U.S.A.,America|American,Americans|Washington
UY|Uruguay|Uruguayan,Uruguayans|Montevideo
UZ|Uzbekistan|Uzbek,Uzbeks|Tashkent
VU|Vanuatu|Ni-Vanuatu|Port Vila
VA|Vatican,Vatican City,Holy See||
VE|Venezuela|Venezuelan,Venezuelans|Caracas
VN|Vietnam,Viet Nam|Vietnamese|Hanoi
YE|Yemen|Yemeni,Yemenis|Sanaa,Sana'a
ZM|Zambia|Zambian,Zambians|Lusaka
ZW|Zimbabwe|Zimbabwean,Zimbabweans|Harare
EU|European Union,EU,E.U.||Brussels
GZ|Gaza,Gaza Strip|Gazan,Gazans|
EN|England|English|
SX|Scotland|Scottish,Scots|Edinburgh
WX|Wales|Welsh|Cardiff
NX|Northern Ireland|Northern Irish|Belfast
`

type CountryForm = 'name' | 'demonym' | 'capital'

export interface CountryMention {
  readonly start: number
  readonly end: number
  /** ISO 3166-1 alpha-2 where there is one. */
  readonly code: string
  readonly form: CountryForm
}

interface Phrase {
  readonly words: readonly string[]
  readonly code: string
  readonly form: CountryForm
}

interface Row {
  readonly name: string
  readonly demonym: string
  readonly capital: string | null
}

const rows = new Map<string, Row>()
const phrases = new Map<string, Phrase[]>()

const WORD = /\p{L}+(?:\.\p{L}+)*\.?(?:['’-]\p{L}+)*|\p{N}+/gu
/** Possessive endings are not part of a name: "Russia's". */
const POSSESSIVE = /['’]s?$/u

function wordsOf(text: string): { word: string; start: number; end: number }[] {
  const found: { word: string; start: number; end: number }[] = []
  for (const match of text.matchAll(WORD)) {
    let word = match[0]
    if (word.endsWith('.') && !/^(?:\p{Lu}\.)+$/u.test(word)) word = word.slice(0, -1)
    const bare = word.replace(POSSESSIVE, '')
    found.push({ word: bare.replaceAll('’', "'"), start: match.index, end: match.index + bare.length })
  }
  return found
}

for (const line of ROWS.trim().split('\n')) {
  const [code = '', names = '', demonyms = '', capitals = ''] = line.split('|')
  const list = (column: string): string[] => column.split(',').filter((item) => item !== '')
  const [name = code] = list(names)
  rows.set(code, { name, demonym: list(demonyms)[0] ?? name, capital: list(capitals)[0] ?? null })
  const add = (phrase: string, form: CountryForm): void => {
    const words = wordsOf(phrase).map((part) => part.word)
    const [first = ''] = words
    const known = phrases.get(first)
    if (known) known.push({ words, code, form })
    else phrases.set(first, [{ words, code, form }])
  }
  for (const phrase of list(names)) add(phrase, 'name')
  for (const phrase of list(demonyms)) add(phrase, 'demonym')
  for (const phrase of list(capitals)) add(phrase, 'capital')
}
for (const known of phrases.values()) known.sort((a, b) => b.words.length - a.words.length)

/** Every country, people's name and capital in a text, longest first at each place, in text order. */
export function countriesIn(text: string): readonly CountryMention[] {
  const words = wordsOf(text)
  const found: CountryMention[] = []
  for (let i = 0; i < words.length; ) {
    const here = words[i]
    const match = here && phrases.get(here.word)?.find((phrase) => phrase.words.every((word, k) => words[i + k]?.word === word))
    const last = match && words[i + match.words.length - 1]
    if (here && match && last) {
      found.push({ start: here.start, end: last.end, code: match.code, form: match.form })
      i += match.words.length
    } else i++
  }
  return withCompass(text, found)
}

const COMPASS = /\b[Tt]he (North|South)\b(?!['’]?s? ?(?:Korea|Sudan|Africa|Macedonia|\p{Lu}))/gu

/** "the North" is North Korea where the text names exactly one country that begins so. */
function withCompass(text: string, found: CountryMention[]): readonly CountryMention[] {
  const byWord = new Map<string, Set<string>>()
  for (const mention of found) {
    const [word = ''] = (rows.get(mention.code)?.name ?? '').split(' ')
    if (word !== 'North' && word !== 'South') continue
    const known = byWord.get(word)
    if (known) known.add(mention.code)
    else byWord.set(word, new Set([mention.code]))
  }
  if (byWord.size === 0) return found
  const extra: CountryMention[] = []
  for (const match of text.matchAll(COMPASS)) {
    const codes = byWord.get(match[1] ?? '')
    const [code] = codes ?? []
    if (codes?.size !== 1 || code === undefined) continue
    const start = match.index + 4
    extra.push({ start, end: match.index + match[0].length, code, form: 'name' })
  }
  if (extra.length === 0) return found
  const taken = found.filter((mention) => !extra.some((other) => other.start < mention.end && mention.start < other.end))
  return [...taken, ...extra].sort((a, b) => a.start - b.start)
}

/** The usual English name of a country, with its article: "the United States". */
export function countryName(code: string): string {
  const name = rows.get(code)?.name ?? code
  return /^(?:United|Philippines|Netherlands|Bahamas|Maldives|Gambia|Comoros|Vatican|European Union|Czech Republic|.*Republic|Solomon)/.test(
    name,
  )
    ? `the ${name}`
    : name
}

/** The adjective of a country: "South Korean". */
export function countryAdjective(code: string): string {
  return rows.get(code)?.demonym ?? code
}
