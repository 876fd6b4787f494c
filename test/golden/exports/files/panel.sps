* Encoding: UTF-8.
* BVN – Panel – Lancer depuis le dossier des fichiers (CD 'dossier').
SET DECIMAL=DOT.
GET DATA
  /TYPE=TXT
  /FILE='panel.dat'
  /ENCODING='UTF8'
  /ARRANGEMENT=DELIMITED
  /DELIMITERS="\t"
  /FIRSTCASE=2
  /VARIABLES=
    code A9
    territoire A124
    type F4.0
    groupement A10
    region F4.0
    population F16.0
    classe_de_population F4.0
    repondant F4.0
    service_numerique F4.0
    contact F4.0
    envoye_le SDATE10
    relance_le SDATE10
    recu_le SDATE10
    completude F16.0.
VARIABLE LABELS
  code 'Code'
  /
  territoire 'Territoire'
  /
  type 'Type'
  /
  groupement 'Groupement'
  /
  region 'Région'
  /
  population 'Population'
  /
  classe_de_population 'Classe de population'
  /
  repondant 'Répondant'
  /
  service_numerique 'Service numérique'
  /
  contact 'Contact'
  /
  envoye_le 'Envoyé le'
  /
  relance_le 'Relancé le'
  /
  recu_le 'Reçu le'
  /
  completude 'Complétude'.
VALUE LABELS
  type
    1 'Commune'
    2 'Communauté d''agglomération'
    3 'Communauté urbaine'
    4 'Métropole'
    5 'Communauté de communes'
    6 'Établissement public territorial'
    7 'Métropole de Lyon'
    -1 'Non renseigné'
    -2 'Sans objet'
    -3 'Ne sait pas'
  /
  region
    1 'Alsace'
    2 'Aquitaine'
    3 'Auvergne'
    4 'Basse-Normandie'
    5 'Bourgogne'
    6 'Bretagne'
    7 'Centre'
    8 'Champagne-Ardenne'
    9 'Corse'
    10 'Franche-Comté'
    11 'Haute-Normandie'
    12 'Île-de-France'
    13 'Languedoc-Roussillon'
    14 'Limousin'
    15 'Lorraine'
    16 'Midi-Pyrénées'
    17 'Nord-Pas-de-Calais'
    18 'Pays de la Loire'
    19 'Picardie'
    20 'Poitou-Charentes'
    21 'Provence-Alpes-Côte d''Azur'
    22 'Rhône-Alpes'
    23 'Guadeloupe'
    24 'Martinique'
    25 'Guyane'
    26 'La Réunion'
    27 'Mayotte'
    -1 'Non renseigné'
    -2 'Sans objet'
    -3 'Ne sait pas'
  /
  classe_de_population
    1 'Moins de 50 000'
    2 '50 000 à 99 999'
    3 '100 000 à 249 999'
    4 '250 000 et plus'
    -1 'Non renseigné'
    -2 'Sans objet'
    -3 'Ne sait pas'
  /
  repondant
    1 'Élu'
    2 'Agent administratif'
    -1 'Non renseigné'
    -2 'Sans objet'
    -3 'Ne sait pas'
  /
  service_numerique
    1 'Oui'
    2 'Non'
    -1 'Non renseigné'
    -2 'Sans objet'
    -3 'Ne sait pas'
  /
  contact
    1 'À contacter'
    2 'Contacté'
    3 'Questionnaire envoyé'
    4 'Relancé'
    5 'Reçu'
    6 'Refus'
    -1 'Non renseigné'
    -2 'Sans objet'
    -3 'Ne sait pas'
  /
  population
    -999999991 'Non renseigné'
    -999999992 'Sans objet'
    -999999993 'Ne sait pas'
  /
  completude
    -999999991 'Non renseigné'
    -999999992 'Sans objet'
    -999999993 'Ne sait pas'.
MISSING VALUES type (-1, -2, -3).
MISSING VALUES region (-1, -2, -3).
MISSING VALUES classe_de_population (-1, -2, -3).
MISSING VALUES repondant (-1, -2, -3).
MISSING VALUES service_numerique (-1, -2, -3).
MISSING VALUES contact (-1, -2, -3).
MISSING VALUES population (-999999991, -999999992, -999999993).
MISSING VALUES completude (-999999991, -999999992, -999999993).
FORMATS population (F16.0).
FORMATS completude (F16.4).
VARIABLE LEVEL classe_de_population (ORDINAL).
VARIABLE LEVEL contact (ORDINAL).
VARIABLE LEVEL type (NOMINAL).
VARIABLE LEVEL region (NOMINAL).
VARIABLE LEVEL repondant (NOMINAL).
VARIABLE LEVEL service_numerique (NOMINAL).
SAVE OUTFILE='panel.sav'.
