"""The main groups of KLE, the municipalities' common list of subjects (edition of February 2026)."""

_TABLE = """
00 Kommunens styrelse
01 Fysisk planlægning og naturbeskyttelse
02 Byggeri
03 Boliger
04 Parker, fritids-/idrætsanlæg og landskabspleje
05 Veje og trafik
06 Spildevand og vandløb
07 Affald og genanvendelse
08 Havne og lufthavne
09 Miljøbeskyttelse
13 Forsyning
14 Beredskab
15 Organisering og understøttelse af beskæftigelsesindsatsen
17 Folkeskoleundervisning
18 Folkeoplysning og ungdomsskoler
19 Kulturhistoriske institutioner
20 Kulturvirksomhed
21 Biblioteker
22 Regulering af private erhverv
23 Borgerlige forhold
24 Erhvervsforhold
25 Beskatning
27 Social service
28 Dag-, fritids- og klubtilbud
29 Sundhed
30 Andre myndigheders opgaver
32 Kontante ydelser
34 Hjælp og støtte til børn og unge
54 Uddannelse
81 Kommunens personale
82 Kommunens ejendomme og lokaler
83 Kommunens driftsmidler og inventar
84 Offentlige valg
85 Kommunens administrative systemer
86 Kommunal selvforsyning mv.
87 Kommunens arbejdsmiljø
88 Kommunens indkøb og udbud
"""
MAIN_GROUPS = {number: title for number, _, title in (line.partition(" ") for line in _TABLE.strip().splitlines())}
