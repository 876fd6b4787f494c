* Encoding: UTF-8.
* BVN – Acteurs – Lancer depuis le dossier des fichiers (CD 'dossier').
SET DECIMAL=DOT.
GET DATA
  /TYPE=TXT
  /FILE='acteurs.dat'
  /ENCODING='UTF8'
  /ARRANGEMENT=DELIMITED
  /DELIMITERS="\t"
  /FIRSTCASE=2
  /VARIABLES=
    edition A1
    territoire A1
    affirmation F4.0
    accord F4.0
    prise_en_compte F4.0
    source A1.
VARIABLE LABELS
  edition 'Édition'
  /
  territoire 'Territoire'
  /
  affirmation 'Affirmation'
  /
  accord 'Accord'
  /
  prise_en_compte 'Prise en compte'
  /
  source 'Source'.
VALUE LABELS
  affirmation
    1 'Citoyens : intérêts de l''administration d''abord'
    2 'Citoyens : intérêts des citoyens d''abord'
    3 'Citoyens : construit avec les citoyens'
    4 'Territoire : intérêts propres d''abord'
    5 'Territoire : intérêts partagés avec d''autres territoires'
    6 'Entreprises : intérêts des entreprises d''abord'
    7 'Entreprises : construit avec les entreprises'
    -1 'Non renseigné'
    -2 'Sans objet'
    -3 'Ne sait pas'
  /
  accord
    1 'Pas du tout d''accord'
    2 'Plutôt pas d''accord'
    3 'Plutôt d''accord'
    4 'Tout à fait d''accord'
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
    -3 'Ne sait pas'.
MISSING VALUES affirmation (-1, -2, -3).
MISSING VALUES accord (-1, -2, -3).
MISSING VALUES prise_en_compte (-1, -2, -3).
VARIABLE LEVEL accord (ORDINAL).
VARIABLE LEVEL affirmation (NOMINAL).
VARIABLE LEVEL prise_en_compte (NOMINAL).
SAVE OUTFILE='acteurs.sav'.
