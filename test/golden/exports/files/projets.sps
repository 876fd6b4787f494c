* Encoding: UTF-8.
* BVN – Projets – Lancer depuis le dossier des fichiers (CD 'dossier').
SET DECIMAL=DOT.
GET DATA
  /TYPE=TXT
  /FILE='projets.dat'
  /ENCODING='UTF8'
  /ARRANGEMENT=DELIMITED
  /DELIMITERS="\t"
  /FIRSTCASE=2
  /VARIABLES=
    edition A4
    territoire A7
    domaine F4.0
    projet A226
    etat F4.0
    mesure F4.0
    moyens F4.0
    mode_de_gestion F4.0
    prise_de_decision F4.0
    coordination F4.0
    commentaire A226
    prise_en_compte F4.0
    identifiant A8
    source A6.
VARIABLE LABELS
  edition 'Édition'
  /
  territoire 'Territoire'
  /
  domaine 'Domaine'
  /
  projet 'Projet'
  /
  etat 'État'
  /
  mesure 'Mesure'
  /
  moyens 'Moyens'
  /
  mode_de_gestion 'Mode de gestion'
  /
  prise_de_decision 'Prise de décision'
  /
  coordination 'Coordination'
  /
  commentaire 'Commentaire'
  /
  prise_en_compte 'Prise en compte'
  /
  identifiant 'Identifiant'
  /
  source 'Source'.
VALUE LABELS
  domaine
    1 'Éducation'
    2 'Énergie / Eau / Déchets'
    3 'Loisirs / Culture'
    4 'Transport / Mobilité'
    5 'Santé / Social'
    6 'Sécurité'
    7 'E-gouvernement / E-citoyenneté'
    8 'Bâtiment / Urbanisme'
    9 'Développement économique'
    10 'Domaines transverses'
    -1 'Non renseigné'
    -2 'Sans objet'
    -3 'Ne sait pas'
  /
  etat
    1 'Étude'
    2 'En cours'
    3 'Réalisé'
    -1 'Non renseigné'
    -2 'Sans objet'
    -3 'Ne sait pas'
  /
  mesure
    1 'Aucun indicateur'
    2 'Premiers éléments'
    3 'Suivi en place'
    4 'Tableau de bord complet'
    -1 'Non renseigné'
    -2 'Sans objet'
    -3 'Ne sait pas'
  /
  moyens
    1 'Ni organisation ni budget'
    2 'Budget pilote'
    3 'Investissement lancé'
    4 'Moyens optimisés'
    -1 'Non renseigné'
    -2 'Sans objet'
    -3 'Ne sait pas'
  /
  mode_de_gestion
    1 'DSP'
    2 'Régie'
    3 'PPP'
    4 'Marché'
    5 'Autre'
    -1 'Non renseigné'
    -2 'Sans objet'
    -3 'Ne sait pas'
  /
  prise_de_decision
    1 'Unilatérale'
    2 'Ouverte aux citoyens'
    3 'Collective multipartenaire'
    4 'Autre'
    -1 'Non renseigné'
    -2 'Sans objet'
    -3 'Ne sait pas'
  /
  coordination
    1 'Chef de projet interne'
    2 'Équipe dédiée / direction numérique'
    3 'Acteur extérieur'
    4 'Plusieurs partenaires'
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
MISSING VALUES domaine (-1, -2, -3).
MISSING VALUES etat (-1, -2, -3).
MISSING VALUES mesure (-1, -2, -3).
MISSING VALUES moyens (-1, -2, -3).
MISSING VALUES mode_de_gestion (-1, -2, -3).
MISSING VALUES prise_de_decision (-1, -2, -3).
MISSING VALUES coordination (-1, -2, -3).
MISSING VALUES prise_en_compte (-1, -2, -3).
VARIABLE LEVEL etat (ORDINAL).
VARIABLE LEVEL mesure (ORDINAL).
VARIABLE LEVEL moyens (ORDINAL).
VARIABLE LEVEL domaine (NOMINAL).
VARIABLE LEVEL mode_de_gestion (NOMINAL).
VARIABLE LEVEL prise_de_decision (NOMINAL).
VARIABLE LEVEL coordination (NOMINAL).
VARIABLE LEVEL prise_en_compte (NOMINAL).
SAVE OUTFILE='projets.sav'.
