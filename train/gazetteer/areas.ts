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
Persian Gulf|Arabian Gulf|Gulf;27;51;water;
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
Nile|Nile River|River Nile;23;32;river;
Danube|Danube River;45.2;22;river;
Rhine|Rhine River;51;6.5;river;
Volga|Volga River;52;48;river;RU
Dnieper|Dnipro River|Dnieper River;48.5;34.6;river;UA
Dniester|Dniester River;47.5;29;river;
Siverskyi Donets;48.9;38;river;UA
Amur|Amur River;50;127.5;river;
Yalu River|Yalu;40.5;125;river;
Tumen River;42.5;130.4;river;
Euphrates|Euphrates River;33.5;43;river;
Tigris|Tigris River;33.5;44.4;river;
Jordan River|River Jordan;32.3;35.55;river;
Indus|Indus River;27;68;river;
Ganges;25.3;83;river;IN
Brahmaputra;26.5;92.5;river;
Mekong|Mekong River;15;105;river;
Yangtze|Yangtze River;30.5;112;river;CN
Yellow River;36;110;river;CN
Congo River;-2;18;river;
Niger River;12;4;river;
Zambezi|Zambezi River;-16;30;river;
Mississippi River;35;-90.5;river;US
Missouri River;41;-96;river;US
Ohio River;38;-85.5;river;US
Colorado River;36;-113;river;US
Rio Grande;29;-102;river;
Hudson River;41.5;-73.9;river;US
Potomac|Potomac River;38.9;-77.3;river;US
Thames|River Thames;51.5;-0.5;river;GB
Seine|River Seine;48.9;2.2;river;FR
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
Hmeimim|Khmeimim|Hmeimim air base|Khmeimim air base;35.41;35.95;base;SY
Al Udeid;25.117;51.315;base;QA
Diego Garcia;-7.3;72.4;base;IO
Fort Bragg;35.14;-79;base;US
Fort Hood;31.13;-97.78;base;US
Camp Humphreys;36.96;127.03;base;KR
Engels air base|Engels-2|Engels airfield|Engels airbase;51.48;46.2;base;RU
Baikonur Cosmodrome|Baikonur;45.92;63.34;site;KZ
Vostochny Cosmodrome;51.88;128.33;site;RU
Kennedy Space Center;28.57;-80.65;site;US
Cape Canaveral;28.4;-80.6;site;US
Don River|River Don;48;41.5;river;RU
Neva|Neva River;59.9;30.6;river;RU
Oka River;54.9;39;river;RU
Ob River;60;69;river;RU
Yenisei|Yenisei River;60;90;river;RU
Lena River;63;126;river;RU
Irtysh|Irtysh River;58;69;river;
Ural River;50;52;river;
Kuban River;45.2;38.9;river;RU
Terek River;43.6;46;river;RU
Oskil River|Oskil;49.5;37.5;river;UA
Inhulets River;47.5;33.3;river;UA
Southern Bug;48;30.5;river;UA
Prut|Prut River;47.5;27.5;river;
Tisza|Tisza River;47;20.3;river;
Sava River;45;18;river;
Drina River;44;19.3;river;
Vistula|Vistula River;52;20;river;PL
Oder River;52.5;14.6;river;
Elbe|Elbe River|River Elbe;52.5;11.5;river;
Moselle;49.8;6.8;river;
Meuse|Meuse River;50.5;5;river;
Loire|Loire River;47.5;0.5;river;FR
Rhone|Rhône|Rhone River;44.5;4.7;river;FR
Garonne;44.4;0.2;river;FR
Po River;45;10.5;river;IT
Tiber|Tiber River;42.1;12.5;river;IT
Ebro|Ebro River;41.7;-0.8;river;ES
Tagus|Tagus River;39.6;-6;river;
Guadalquivir;37.6;-5;river;ES
Severn|River Severn;52.1;-2.3;river;GB
River Mersey|Mersey;53.4;-2.7;river;GB
River Clyde;55.8;-4.1;river;GB
River Shannon|Shannon River;53;-8.2;river;IE
Blue Nile;12.5;34.5;river;
White Nile;11;32.7;river;
Litani River|Litani;33.5;35.6;river;LB
Orontes River|Orontes;35.3;36.4;river;
Amu Darya;40;61;river;
Syr Darya;43.5;67;river;
Helmand River;31;64;river;AF
Kabul River;34.4;70.5;river;
Irrawaddy|Irrawaddy River|Ayeyarwady;20;95;river;MM
Salween|Salween River;20;98;river;
Chao Phraya|Chao Phraya River;14.8;100.3;river;TH
Red River Delta;20.5;106.3;area;VN
Mekong Delta;10;105.5;area;VN
Pearl River;23;113.3;river;CN
Pearl River Delta;22.7;113.4;area;CN
Taedong River;39;125.8;river;KP
Imjin River;38;126.9;river;
Yamuna|Yamuna River;28;77.5;river;IN
Godavari;18.5;79;river;IN
Senegal River;16;-14;river;
Volta River;7.5;0.3;river;GH
Limpopo River;-22.8;31;river;
Orange River;-28.7;20;river;
Okavango Delta;-19.3;22.9;area;BW
Ruzizi River;-3.2;29.2;river;
Amazon River;-3;-60;river;
Orinoco|Orinoco River;8;-65;river;
Paraná River|Parana River;-27;-57;river;
Magdalena River;9;-74.3;river;CO
St. Lawrence River|Saint Lawrence River;46.5;-72.5;river;
Mackenzie River;65;-128;river;CA
Yukon River;64.5;-155;river;
Fraser River;52;-122.3;river;CA
Columbia River;46.2;-121;river;
Snake River;44;-116;river;US
Arkansas River;36;-96;river;US
Tennessee River;35;-87;river;US
Sacramento River;39;-122;river;US
Delaware River;40.5;-75;river;US
Susquehanna River|Susquehanna;40.8;-76.6;river;US
Savannah River;33;-81.8;river;US
Murray River;-34.5;141;river;AU
Darling River;-32;143;river;AU
Lake Tanganyika;-6.5;29.8;water;
Lake Malawi;-12;34.5;water;
Lake Kivu;-2;29.1;water;
Lake Turkana;3.5;36;water;KE
Lake Volta;7;0;water;GH
Lake Titicaca;-15.8;-69.4;water;
Lake Ladoga;60.8;31.5;water;RU
Lake Van;38.6;42.9;water;TR
Lake Geneva;46.45;6.5;water;
Lake Constance;47.6;9.4;water;
Lake Como;46;9.25;water;IT
Lake Garda;45.6;10.7;water;IT
Lake Tahoe;39.1;-120;water;US
Lake Mead;36.2;-114.5;water;US
Kakhovka Reservoir;47.4;34;water;UA
Kerch Strait;45.3;36.6;water;
Dardanelles;40.2;26.4;water;TR
Strait of Gibraltar;35.97;-5.6;water;
Sicilian Channel|Strait of Sicily;37.2;11.3;water;
Gulf of Finland;60;26;water;
Gulf of Bothnia;63;20;water;
Gulf of Guinea;2;3;water;
Gulf of Suez;28.7;33;water;
Gulf of Aqaba;28.8;34.7;water;
Gulf of Tonkin;20;108;water;
Gulf of California;28;-112;water;
Bay of Biscay;45;-4;water;
Chesapeake Bay;38;-76.2;water;US
San Francisco Bay;37.7;-122.3;water;US
Sea of Marmara;40.7;28.2;water;TR
Tyrrhenian Sea;40;12;water;
Norwegian Sea;68;3;water;
Laptev Sea;76;125;water;RU
Timor Sea;-10.5;127;water;
Java Sea;-5;110;water;
Celebes Sea;3;122;water;
Sulu Sea;8;120;water;
Mozambique Channel;-18;41;water;
Drake Passage;-58;-65;water;
Mount Etna|Etna;37.751;14.994;mountain;IT
Mount Vesuvius|Vesuvius;40.821;14.426;mountain;IT
Stromboli;38.789;15.213;mountain;IT
Mount Fuji;35.361;138.727;mountain;JP
Mount Kilimanjaro|Kilimanjaro;-3.067;37.356;mountain;TZ
Mount Kenya;-0.15;37.31;mountain;KE
Mount Nyiragongo|Nyiragongo;-1.52;29.25;mountain;CD
Mount Elbrus|Elbrus;43.35;42.44;mountain;RU
Mount Ararat;39.702;44.299;mountain;TR
Mount Hermon;33.416;35.857;mountain;
Mount Merapi|Merapi;-7.541;110.446;mountain;ID
Mount Sinabung;3.17;98.392;mountain;ID
Mount Pinatubo|Pinatubo;15.143;120.35;mountain;PH
Mayon Volcano|Mount Mayon;13.257;123.685;mountain;PH
Taal Volcano;14.002;120.993;mountain;PH
Mount St. Helens;46.191;-122.196;mountain;US
Mount Rainier;46.853;-121.76;mountain;US
Kilauea;19.421;-155.287;mountain;US
Denali|Mount McKinley;63.069;-151.007;mountain;US
Mont Blanc;45.833;6.865;mountain;
Matterhorn;45.976;7.659;mountain;
Ben Nevis;56.797;-5.004;mountain;GB
Popocatepetl|Popocatépetl;19.023;-98.622;mountain;MX
Cotopaxi;-0.681;-78.438;mountain;EC
Aconcagua;-32.653;-70.011;mountain;AR
Nanga Parbat;35.237;74.589;mountain;PK
Annapurna;28.596;83.82;mountain;NP
Atlas Mountains;31.5;-6.5;mountain;
Caucasus Mountains;42.7;44;mountain;
Taurus Mountains;37;33;mountain;TR
Zagros Mountains|Zagros;33.5;47;mountain;
Tora Bora;34.117;70.217;area;AF
Nuba Mountains;11.5;30.5;mountain;SD
Sierra Nevada;37.7;-119.5;mountain;US
Gobi Desert|Gobi;42.6;103.4;area;
Negev|Negev Desert;30.8;34.8;area;IL
Golden Triangle;20.35;100.08;area;
Rust Belt;41;-83;area;US
Kherson front;46.65;32.7;front;UA
Zaporizhzhia front;47.45;35.6;front;UA
Donetsk front;48;37.6;front;UA
Bakhmut front;48.6;38;front;UA
Luhansk front;49.3;38.1;front;UA
Line of Control;34.5;74;front;
Blue Line;33.1;35.4;front;
Green Line;35.15;33.4;front;CY
Charles de Gaulle Airport|Charles de Gaulle|Roissy;49.01;2.548;airfield;FR
Orly Airport;48.723;2.379;airfield;FR
Schiphol|Schiphol Airport;52.309;4.764;airfield;NL
Frankfurt Airport;50.033;8.57;airfield;DE
Munich Airport;48.354;11.786;airfield;DE
Stansted|Stansted Airport;51.885;0.235;airfield;GB
Luton Airport;51.875;-0.368;airfield;GB
Manchester Airport;53.354;-2.275;airfield;GB
Dublin Airport;53.421;-6.27;airfield;IE
Ben Gurion Airport|Ben Gurion International Airport;32.011;34.887;airfield;IL
Sheremetyevo|Sheremetyevo Airport;55.973;37.415;airfield;RU
Domodedovo Airport;55.409;37.906;airfield;RU
Vnukovo|Vnukovo Airport;55.592;37.262;airfield;RU
Pulkovo|Pulkovo Airport;59.8;30.263;airfield;RU
Boryspil Airport|Boryspil International Airport;50.345;30.895;airfield;UA
Hostomel airport|Hostomel airfield|Antonov Airport;50.603;30.192;airfield;UA
Istanbul Airport;41.262;28.728;airfield;TR
Beirut airport|Rafic Hariri International Airport;33.821;35.488;airfield;LB
Damascus International Airport;33.411;36.516;airfield;SY
Mehrabad Airport;35.689;51.313;airfield;IR
Hamad International Airport;25.273;51.608;airfield;QA
Dubai International Airport;25.253;55.364;airfield;AE
Sanaa airport|Sanaa International Airport;15.476;44.22;airfield;YE
Mogadishu airport|Aden Adde International Airport;2.014;45.305;airfield;SO
Entebbe Airport|Entebbe International Airport;0.042;32.443;airfield;UG
Changi Airport;1.364;103.991;airfield;SG
Incheon Airport|Incheon International Airport;37.46;126.441;airfield;KR
Gimpo Airport;37.558;126.791;airfield;KR
Narita Airport;35.772;140.393;airfield;JP
Haneda Airport|Haneda;35.549;139.78;airfield;JP
Sunan airport|Pyongyang International Airport;39.224;125.67;airfield;KP
Kai Tak;22.32;114.2;airfield;HK
Dulles Airport|Dulles International Airport;38.953;-77.457;airfield;US
LaGuardia Airport|LaGuardia;40.777;-73.874;airfield;US
Newark Liberty International Airport;40.692;-74.174;airfield;US
O'Hare Airport|O'Hare International Airport;41.978;-87.905;airfield;US
Logan Airport|Logan International Airport;42.366;-71.01;airfield;US
Los Angeles International Airport|!LAX;33.942;-118.408;airfield;US
San Francisco International Airport;37.621;-122.379;airfield;US
Saky air base|Saki air base|Novofedorivka airfield|Saky airfield;45.093;33.595;base;UA
Belbek|Belbek airfield|Belbek air base;44.689;33.571;base;UA
Dzhankoi airfield;45.7;34.42;base;UA
Morozovsk airfield|Morozovsk air base;48.312;41.794;base;RU
Dyagilevo air base|Dyagilevo;54.644;39.57;base;RU
Olenya air base|Olenya;68.152;33.464;base;RU
Severomorsk naval base;69.07;33.42;base;RU
Plesetsk Cosmodrome;62.93;40.58;site;RU
Kapustin Yar;48.57;45.9;base;RU
Novaya Zemlya;74;57;area;RU
Vostochny Port|Vostochny port|port of Vostochny;42.735;133.08;port;RU
Tartus naval base|Tartus port;34.91;35.87;base;SY
Shayrat air base|Shayrat airfield;34.49;36.909;base;SY
Bagram|Bagram Air Base|Bagram airfield;34.946;69.265;base;AF
Aviano Air Base;46.032;12.597;base;IT
Sigonella;37.402;14.922;base;IT
RAF Lakenheath|Lakenheath Air Base;52.409;0.561;base;GB
RAF Mildenhall;52.362;0.486;base;GB
RAF Akrotiri|Akrotiri;34.59;32.988;base;CY
Rota naval station|Naval Station Rota;36.645;-6.35;base;ES
Souda Bay;35.5;24.1;base;GR
Al Dhafra Air Base|Al Dhafra;24.248;54.548;base;AE
Ain al-Asad|Al Asad Air Base|Ain al-Assad;33.786;42.441;base;IQ
Prince Sultan Air Base;24.06;47.58;base;SA
Camp Lemonnier;11.544;43.149;base;DJ
Nevatim air base|Nevatim;31.208;35.012;base;IL
Yokota Air Base;35.748;139.348;base;JP
Kadena Air Base|Kadena;26.352;127.768;base;JP
Osan Air Base;37.09;127.03;base;KR
Andersen Air Force Base;13.584;144.93;base;GU
Clark Air Base;15.186;120.56;base;PH
Subic Bay;14.8;120.25;base;PH
Pearl Harbor;21.35;-157.95;base;US
Naval Station Norfolk|Norfolk naval base;36.945;-76.31;base;US
Camp Pendleton;33.386;-117.566;base;US
Fort Benning;32.36;-84.95;base;US
Fort Campbell;36.66;-87.46;base;US
Fort Drum;44.05;-75.76;base;US
Fort Leavenworth;39.35;-94.92;base;US
Fort Meade;39.108;-76.744;base;US
Joint Base Andrews|Andrews Air Force Base;38.811;-76.867;base;US
Edwards Air Force Base;34.905;-117.884;base;US
Nellis Air Force Base;36.236;-115.034;base;US
Travis Air Force Base;38.263;-121.927;base;US
Whiteman Air Force Base;38.73;-93.548;base;US
Camp David;39.648;-77.465;site;US
West Point;41.391;-73.957;site;US
Area 51;37.235;-115.811;base;US
Natanz;33.724;51.727;site;IR
Fordow|Fordo;34.885;50.996;site;IR
Bushehr nuclear plant|Bushehr nuclear power plant;28.83;50.886;site;IR
Dimona nuclear reactor;31.001;35.145;site;IL
Yongbyon;39.797;125.755;site;KP
Punggye-ri;41.28;129.08;site;KP
Sohae|Tongchang-ri;39.66;124.705;site;KP
Kursk nuclear power plant;51.675;35.607;site;RU
Kakhovka dam|Nova Kakhovka dam;46.777;33.371;site;UA
Three Gorges Dam;30.823;111.003;site;CN
Grand Ethiopian Renaissance Dam;11.215;35.093;site;ET
Hoover Dam;36.016;-114.737;site;US
Three Mile Island;40.153;-76.725;site;US
Los Alamos National Laboratory;35.876;-106.324;site;US
Crimean Bridge|Kerch Bridge;45.31;36.51;site;
Port of Rotterdam;51.95;4.14;port;NL
Port of Antwerp;51.28;4.33;port;BE
Port of Los Angeles;33.736;-118.263;port;US
Port of Long Beach;33.754;-118.216;port;US
Piraeus port|port of Piraeus;37.94;23.62;port;GR
Ust-Luga port|Ust-Luga;59.66;28.3;port;RU
Sabetta;71.27;72.06;port;RU
Hambantota port;6.12;81.11;port;LK
Gwadar port;25.11;62.33;port;PK
Chabahar port;25.3;60.6;port;IR
Hodeidah port|Hudaydah port;14.83;42.93;port;YE
Ras Isa;15.13;42.6;port;YE
Ras Tanura;26.64;50.16;port;SA
Kharg Island;29.24;50.32;port;IR
Jebel Ali;25.01;55.06;port;AE
Champs-Elysees|Champs-Élysées;48.87;2.307;site;FR
Élysée|Elysee Palace|Élysée Palace;48.87;2.317;site;FR
Zhongnanhai;39.912;116.383;site;CN
Foggy Bottom;38.9;-77.05;site;US
Tahrir Square;30.044;31.236;site;EG
Al-Aqsa|Al-Aqsa Mosque;31.776;35.236;site;IL`

/** Names by which a government is meant; the value is its country. */
export const SEATS =
  'Kremlin|White House|Pentagon|Downing Street|Whitehall|Blue House|Capitol Hill|Foggy Bottom|Élysée|Zhongnanhai'
