* Encoding: UTF-8.
* BVN – Motivations – Lancer depuis le dossier des fichiers (CD 'dossier').
SET DECIMAL=DOT.
GET DATA
  /TYPE=TXT
  /FILE='motivations.dat'
  /ENCODING='UTF8'
  /ARRANGEMENT=DELIMITED
  /DELIMITERS="\t"
  /FIRSTCASE=2
  /VARIABLES=
    edition A4
    territoire A4
    motivation F4.0
    rang F16.0
    signification F4.0
    prise_en_compte F4.0
    source A1.
VARIABLE LABELS
  edition 'Édition'
  /
  territoire 'Territoire'
  /
  motivation 'Motivation'
  /
  rang 'Rang'
  /
  signification 'Signification'
  /
  prise_en_compte 'Prise en compte'
  /
  source 'Source'.
VALUE LABELS
  motivation
    1 'Attractivité'
    2 'Développement durable'
    3 'Exemplarité'
    4 'Efficacité budgétaire'
    5 'Qualité de service'
    -1 'Non renseigné'
    -2 'Sans objet'
    -3 'Ne sait pas'
  /
  signification
    1 'Services plus performants'
    2 'Innovation facilitée'
    3 'Offre adaptée aux attentes'
    4 'Attractivité pour les entreprises'
    5 'Attractivité pour les habitants'
    6 'Attractivité pour les touristes'
    7 'Efficience des ressources'
    8 'Objectifs de politique publique atteints'
    9 'Rendre compte aux habitants'
    10 'Gestion responsable des ressources'
    11 'Baisse des consommations d''énergie'
    -1 'Non renseigné'
    -2 'Sans objet'
    -3 'Ne sait pas'
  /
  prise_en_compte
    1 'Retenue'
    2 'Tardive'
    3 'Rejetée'
    4 'Doublon'
    -1 'Non renseigné'
    -2 'Sans objet'
    -3 'Ne sait pas'
  /
  rang
    -999999991 'Non renseigné'
    -999999992 'Sans objet'
    -999999993 'Ne sait pas'.
MISSING VALUES motivation (-1, -2, -3).
MISSING VALUES signification (-1, -2, -3).
MISSING VALUES prise_en_compte (-1, -2, -3).
MISSING VALUES rang (-999999991, -999999992, -999999993).
FORMATS rang (F16.0).
VARIABLE LEVEL motivation (NOMINAL).
VARIABLE LEVEL signification (NOMINAL).
VARIABLE LEVEL prise_en_compte (NOMINAL).
SAVE OUTFILE='motivations.sav'.
