/**
 * Places that no package of ours holds: continents, seas, regions, rivers, fronts, straits, sites that stand for a government.
 * Compiled by hand from general knowledge; a point is the middle of the area. `name|alias …;latitude;longitude;kind;country`.
 */
export const AREAS = `Africa;7.2;21.1;continent;
Asia;29.8;89.3;continent;
Europe;48.7;9.1;continent;
North America;46.1;-100.5;continent;
South America;-14.6;-57.7;continent;
Americas|the Americas;10;-80;continent;
Antarctica;-78;21;continent;
Oceania;-18.3;138.5;continent;
Latin America;-13;-59.4;area;
Central America;12.8;-85.6;area;
Middle East|Mideast|Mid-East;31;43;area;
Near East;33;40;area;
Far East;40;115;area;
Russian Far East|Russia's Far East|Russia’s Far East|Far Eastern Federal District;62;136;area;RU
Southeast Asia|South-East Asia|South East Asia;5;110;area;
East Asia;35;115;area;
Central Asia;43;68;area;
South Asia;22;79;area;
Western Europe;47;5;area;
Eastern Europe;50;30;area;
Central Europe;48;17;area;
Northern Europe;62;15;area;
Southern Europe;41;15;area;
West Africa|Western Africa;12;-3;area;
East Africa|Eastern Africa;0;36;area;
North Africa|Northern Africa;28;10;area;
Southern Africa;-24;25;area;
Central Africa;3;20;area;
Horn of Africa;8;45;area;
Sub-Saharan Africa;0;20;area;
Sahel;15;5;area;
Sahara|Sahara Desert;24;10;area;
Maghreb;32;3;area;
Levant;34;37;area;
Balkans|Western Balkans;43;21;area;
Balkan Peninsula;42.5;22;area;
Baltics|Baltic States|Baltic states;57;25;area;
Scandinavia;63;15;area;
Caucasus|South Caucasus;42;45;area;
North Caucasus;43.5;44.5;area;RU
Arabian Peninsula;23;46;area;
Korean Peninsula|Korean peninsula;38;127;area;
Indian subcontinent;22;79;area;
Caribbean;15;-75;area;
European Union|!EU;50;9;area;
Siberia;60;105;area;RU
Urals|Ural Mountains;60;60;mountain;RU
Donbas|Donbass;48.3;38;area;UA
Donetsk People's Republic|!DPR;48;37.8;area;UA
Crimea|Crimean Peninsula|Crimean peninsula;45.3;34.4;region;UA
Transnistria;47;29.3;area;MD
Abkhazia;43;41;area;GE
South Ossetia;42.3;44;area;GE
Nagorno-Karabakh|Karabakh;39.8;46.8;area;AZ
Chechnya;43.3;45.7;region;RU
Dagestan;43;47;region;RU
Ingushetia;43.1;45;region;RU
Tatarstan;55.5;50.9;region;RU
Kaliningrad Oblast|Kaliningrad region;54.8;21.4;region;RU
Kurdistan|Iraqi Kurdistan;36.4;44.4;area;IQ
Gaza Strip|Gaza;31.4;34.4;region;PS
West Bank;32;35.3;region;PS
East Bank;32;36;area;JO
Golan Heights|Golan;33;35.75;area;SY
Sinai|Sinai Peninsula;29.5;33.8;area;EG
Galilee;32.9;35.3;area;IL
Ghouta|Eastern Ghouta|East Ghouta;33.5;36.4;area;SY
Rojava;36.6;40;area;SY
Darfur;13;25;area;SD
South Kordofan;11;29.7;region;SD
Tigray;14;38.5;region;ET
Ogaden;7;44;area;ET
Puntland;9;49;area;SO
Somaliland;9.7;45.5;area;SO
Kivu|North Kivu;-0.8;29;region;CD
South Kivu;-3;28;region;CD
Katanga;-9;26;area;CD
Biafra;5.8;7.5;area;NG
Niger Delta;4.9;6;area;NG
Western Sahara;24.5;-13;area;EH
Kashmir|Jammu and Kashmir;34;76;area;IN
Punjab;31;75.5;region;IN
Xinjiang;41;85;region;CN
Tibet;31.7;88;region;CN
Inner Mongolia;43;113;region;CN
Manchuria;45;126;area;CN
Rakhine State|Rakhine;20;93.5;region;MM
Mindanao;7.5;125;area;PH
Luzon;16;121;area;PH
Central Luzon;15.5;121;region;PH
Visayas;11;123.5;area;PH
Sulu;6;121;area;PH
Sumatra;0;102;area;ID
Java;-7.5;110;area;ID
Borneo;1;114;area;
Bali;-8.5;115;region;ID
Aceh;4;97;region;ID
West Papua;-4;135;area;ID
New Guinea;-5;141;area;
Hokkaido;43;143;region;JP
Okinawa;26.5;128;region;JP
Kuril Islands|Kurils;46;150.5;area;RU
Sakhalin;50.5;143;region;RU
Kamchatka|Kamchatka Peninsula;57;160;area;RU
England;52.16;-0.7;region;GB
Scotland;56;-4;region;GB
Wales;52.5;-3.5;region;GB
Northern Ireland|Ulster;54.5;-6.5;region;GB
British Isles;54;-4;area;
West Midlands;52.5;-2;region;GB
East Anglia;52.4;1;area;GB
Yorkshire;53.9;-1.3;area;GB
Cornwall;50.4;-4.9;region;GB
Catalonia;41.8;1.5;region;ES
Basque Country;43;-2.5;region;ES
Andalusia;37.5;-4.5;region;ES
Bavaria;49;11.5;region;DE
Saxony;51;13.3;region;DE
Rhineland;50.5;7;area;DE
Normandy;49;0.5;area;FR
Brittany;48.2;-2.9;region;FR
Alsace;48.3;7.5;area;FR
Provence;43.9;6;area;FR
Corsica;42.2;9.1;region;FR
Sicily;37.6;14;region;IT
Sardinia;40;9;region;IT
Lombardy;45.6;9.8;region;IT
Tuscany;43.4;11.1;region;IT
Crete;35.2;24.9;region;GR
Flanders;51;4;region;BE
Wallonia;50.3;4.8;region;BE
Lapland;67.5;26;area;FI
Silesia;51;17.5;area;PL
Galicia;42.8;-8;region;ES
Transylvania;46.5;24.5;area;RO
Bosphorus|Bosporus;41.1;29.1;water;TR
Anatolia;39;35;area;TR
New England;43.5;-71.5;area;US
Midwest;41.5;-93;area;US
Pacific Northwest;45.5;-120.5;area;US
Deep South;33;-87;area;US
Appalachia;38;-81;area;US
Silicon Valley;37.4;-122;area;US
Bay Area|San Francisco Bay Area;37.8;-122.2;area;US
Central Valley;37;-120;area;US
Gulf Coast;29.5;-91;area;US
East Coast|Eastern Seaboard;38;-76;area;US
West Coast;40;-123;area;US
Great Plains;40;-100;area;US
Rocky Mountains|Rockies;43.7;-110.7;mountain;US
Appalachian Mountains|Appalachians;40;-78;mountain;US
Long Island;40.8;-73.3;area;US
Cape Cod;41.7;-70.2;area;US
Manhattan;40.783;-73.966;district;US
Brooklyn;40.65;-73.95;district;US
Queens;40.681;-73.837;district;US
Bronx|the Bronx;40.85;-73.867;district;US
Staten Island;40.562;-74.14;district;US
Hollywood;34.098;-118.327;district;US
Capitol Hill;38.889;-77;site;US
White House;38.898;-77.037;site;US
Pentagon;38.871;-77.056;site;US
Wall Street;40.706;-74.009;site;US
Ground Zero;40.711;-74.013;site;US
Guantanamo Bay|Guantanamo|Guantánamo Bay;19.9;-75.15;base;CU
Kremlin;55.752;37.617;site;RU
Red Square;55.754;37.62;site;RU
Downing Street;51.503;-0.127;site;GB
Westminster;51.5;-0.133;district;GB
Whitehall;51.504;-0.126;site;GB
Buckingham Palace;51.501;-0.142;site;GB
Blue House;37.587;126.975;site;KR
Tiananmen Square;39.903;116.391;site;CN
Temple Mount;31.778;35.236;site;IL
Chernobyl;51.39;30.1;site;UA
Zaporizhzhia Nuclear Power Plant|Zaporizhzhia nuclear plant;47.51;34.585;site;UA
Fukushima Daiichi;37.42;141.03;site;JP
Panmunjom;37.956;126.677;site;KR
Demilitarized Zone|!DMZ;38;127;area;
Snake Island;45.25;30.2;site;UA
Patagonia;-44;-70;area;AR
Amazon|Amazon rainforest|Amazon Basin;-5;-62;area;
Andes;-20;-68;mountain;
Alps;46.5;9.5;mountain;
Pyrenees;42.7;0.5;mountain;
Carpathians|Carpathian Mountains;48;24.5;mountain;
Himalayas|Himalaya;28;84;mountain;
Hindu Kush;35.5;70;mountain;
Mount Everest|Everest;27.988;86.925;mountain;NP
Atlantic|Atlantic Ocean;10;-25;water;
North Atlantic;40;-35;water;
Pacific|Pacific Ocean;0;-160;water;
Western Pacific;15;140;water;
Indo-Pacific;0;100;area;
Asia-Pacific|Asia Pacific;10;115;area;
Indian Ocean;-10;70;water;
Arctic Ocean;85;-170;water;
Arctic;80;0;area;
Southern Ocean;-65;0;water;
Mediterranean|Mediterranean Sea;35;20;water;
Black Sea;43;35;water;
Sea of Azov|Azov Sea;46;36.5;water;
Caspian Sea|Caspian;42;50;water;
Red Sea;20;38;water;
Dead Sea;31.5;35.5;water;
Baltic Sea|Baltic;58;20;water;
North Sea;55;3;water;
Irish Sea;53.8;-5;water;
English Channel;50.2;-0.8;water;
Barents Sea;74;36;water;
White Sea;65.5;37.5;water;
Kara Sea;77;77;water;
Bering Sea;60;-175;water;
Bering Strait;66;-169;water;
Sea of Okhotsk;55;150;water;
Sea of Japan|East Sea;40;135;water;
Yellow Sea;36;123;water;
East China Sea;30;126;water;
South China Sea;12;113;water;
Philippine Sea;20;135;water;
Taiwan Strait;24;119;water;
Strait of Malacca|Malacca Strait;4;100;water;
Strait of Hormuz|Hormuz;26.6;56.3;water;
Bab el-Mandeb|Bab al-Mandab;12.6;43.3;water;
Gulf of Aden;12;47;water;
Gulf of Oman;25;58;water;
Persian Gulf|Arabian Gulf;27;51;water;
Arabian Sea;15;65;water;
Bay of Bengal;15;88;water;
Andaman Sea;10;96;water;
Gulf of Thailand;9.5;102;water;
Gulf of Mexico;25;-90;water;
Caribbean Sea;15;-75;water;
Hudson Bay;60;-85;water;
Great Lakes;45;-84;water;
Lake Michigan;44;-87;water;US
Lake Erie;42.2;-81.2;water;
Lake Superior;47.7;-87.5;water;
Lake Huron;44.8;-82.4;water;
Lake Ontario;43.7;-77.9;water;
Lake Victoria;-1;33;water;
Lake Chad;13;14;water;
Lake Baikal;53.5;108;water;RU
Aral Sea;45;60;water;
Suez Canal;30.7;32.3;water;EG
Panama Canal;9.1;-79.7;water;PA
Nile|Nile River|River Nile;23;32;water;
Danube|Danube River;45.2;22;water;
Rhine|Rhine River;51;6.5;water;
Volga|Volga River;52;48;water;RU
Dnieper|Dnipro River|Dnieper River;48.5;34.6;water;UA
Dniester|Dniester River;47.5;29;water;
Siverskyi Donets;48.9;38;water;UA
Amur|Amur River;50;127.5;water;
Yalu River|Yalu;40.5;125;water;
Tumen River;42.5;130.4;water;
Euphrates|Euphrates River;33.5;43;water;
Tigris|Tigris River;33.5;44.4;water;
Jordan River|River Jordan;32.3;35.55;water;
Indus|Indus River;27;68;water;
Ganges;25.3;83;water;IN
Brahmaputra;26.5;92.5;water;
Mekong|Mekong River;15;105;water;
Yangtze|Yangtze River;30.5;112;water;CN
Yellow River;36;110;water;CN
Congo River;-2;18;water;
Niger River;12;4;water;
Zambezi|Zambezi River;-16;30;water;
Mississippi River;35;-90.5;water;US
Missouri River;41;-96;water;US
Ohio River;38;-85.5;water;US
Colorado River;36;-113;water;US
Rio Grande;29;-102;water;
Hudson River;41.5;-73.9;water;US
Potomac|Potomac River;38.9;-77.3;water;US
Thames|River Thames;51.5;-0.5;water;GB
Seine|River Seine;48.9;2.2;water;FR
Aegean Sea|Aegean;38.5;25;water;
Adriatic Sea|Adriatic;43;15;water;
Ionian Sea;38;19;water;
Tasman Sea;-40;160;water;
Coral Sea;-18;158;water;
Great Barrier Reef;-18;147;water;AU
Falklands War;-51.75;-59.2;area;FK
Canary Islands;28.1;-15.4;region;ES
Azores;38.5;-28;region;PT
Hebrides|Outer Hebrides;57.8;-7;area;GB
Channel Islands;49.4;-2.4;area;
Spratly Islands;8.6;111.9;area;
Paracel Islands;16.5;112;area;
Senkaku Islands;25.75;123.5;area;JP
Virgin Islands;18.3;-64.8;area;
West Indies;17;-70;area;
Polynesia;-15;-150;area;
Hawaii;20.75;-156.5;region;US
Heathrow|Heathrow Airport;51.47;-0.4543;airfield;GB
Gatwick|Gatwick Airport;51.153;-0.182;airfield;GB
!JFK|JFK Airport|John F. Kennedy International Airport;40.64;-73.779;airfield;US
Ramstein|Ramstein Air Base;49.437;7.6;base;DE
Incirlik|Incirlik Air Base;37.002;35.426;base;TR
Hmeimim|Khmeimim;35.41;35.95;base;SY
Al Udeid;25.117;51.315;base;QA
Diego Garcia;-7.3;72.4;base;IO
Fort Bragg;35.14;-79;base;US
Fort Hood;31.13;-97.78;base;US
Camp Humphreys;36.96;127.03;base;KR
Engels air base|Engels-2;51.48;46.2;base;RU
Baikonur Cosmodrome|Baikonur;45.92;63.34;site;KZ
Vostochny Cosmodrome|Vostochny;51.88;128.33;site;RU
Kennedy Space Center;28.57;-80.65;site;US
Cape Canaveral;28.4;-80.6;site;US`

/** Names by which a government is meant; the value is its country. */
export const SEATS =
  'Kremlin|White House|Pentagon|Downing Street|Whitehall|Blue House|Capitol Hill|Foggy Bottom|Élysée|Zhongnanhai'
