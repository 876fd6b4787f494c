import type { Entry } from "./define";

export const projectTexts = {
  newProjectTitle: { fr: "Nouveau projet", en: "New project" },
  projectTitle: (number: number, count: number) => ({
    fr: `Projet ${number.toLocaleString("fr-FR")} sur ${count.toLocaleString("fr-FR")}`,
    en: `Project ${number.toLocaleString("en-GB")} of ${count.toLocaleString("en-GB")}`,
  }),
  modified: { fr: "Non enregistré", en: "Not saved" },
  requiredLegend: { fr: "* réponse obligatoire", en: "* answer required" },
  showInSheet: { fr: "Montrer dans la feuille", en: "Show in the sheet" },
  actions: { fr: "Actions sur le projet", en: "Project actions" },
  form: { fr: "Réponses du projet", en: "Answers about the project" },
  details: { fr: "Autres informations", en: "Other information" },

  save: { fr: "Enregistrer", en: "Save" },
  saveAndNew: { fr: "Enregistrer et nouveau", en: "Save and new" },
  newProject: { fr: "Nouveau", en: "New" },
  duplicate: { fr: "Dupliquer", en: "Duplicate" },
  remove: { fr: "Supprimer", en: "Delete" },
  previous: { fr: "Précédent", en: "Previous" },
  next: { fr: "Suivant", en: "Next" },
  withShortcut: (label: string, keys: string) => ({ fr: `${label} (${keys})`, en: `${label} (${keys})` }),

  saved: { fr: "Projet enregistré.", en: "Project saved." },
  savedNext: { fr: "Projet enregistré ; saisissez le suivant.", en: "Project saved; enter the next one." },
  nothingToSave: { fr: "Rien n’a changé.", en: "Nothing has changed." },
  firstProject: { fr: "C’est le premier projet affiché.", en: "This is the first project shown." },
  lastProject: { fr: "C’est le dernier projet affiché.", en: "This is the last project shown." },
  noProjectYet: { fr: "Aucun projet pour l’instant.", en: "No project yet." },

  required: { fr: "Réponse obligatoire, à choisir ou à écrire.", en: "Required: choose or write an answer." },
  toComplete: (count: number) => ({
    fr:
      count > 1 ? `${count} réponses à compléter ou à corriger :` : "Une réponse à compléter ou à corriger :",
    en: count > 1 ? `${count} answers to complete or mend:` : "One answer to complete or mend:",
  }),

  unsaved: {
    fr: "Les modifications de ce projet ne sont pas enregistrées.",
    en: "The changes to this project are not saved.",
  },
  unsavedSelection: {
    fr: "Vous avez choisi une autre ligne, mais les modifications de ce projet ne sont pas enregistrées.",
    en: "You have chosen another row, but the changes to this project are not saved.",
  },
  discard: { fr: "Abandonner", en: "Discard" },
  keepEditing: { fr: "Continuer la saisie", en: "Keep editing" },
  confirmRemove: (name: string) => ({
    fr: `Supprimer ${name} ? Vous pourrez annuler.`,
    en: `Delete ${name}? You can undo it.`,
  }),
  thisProject: { fr: "ce projet", en: "this project" },
  projectOfTerritory: (project: string, territory: string) => ({
    fr: `« ${project} » (${territory})`,
    en: `“${project}” (${territory})`,
  }),
  keepProject: { fr: "Garder", en: "Keep" },
  conflict: {
    fr: "La ligne a changé dans la feuille pendant votre saisie.",
    en: "The row changed in the sheet while you were editing.",
  },
  conflictField: (label: string, before: string, now: string) => ({
    fr: `${label} : ${before} → ${now}`,
    en: `${label}: ${before} → ${now}`,
  }),
  takeSheet: { fr: "Prendre la feuille", en: "Take the sheet" },
  overwrite: { fr: "Garder ma saisie", en: "Keep mine" },

  choose: { fr: "Choisir…", en: "Choose…" },
  blank: { fr: "Non renseigné", en: "Not reported" },
  notReported: { fr: "Non renseigné, noté comme tel", en: "Not reported, marked as such" },
  notApplicable: { fr: "Sans objet", en: "Not applicable" },
  dontKnow: { fr: "Ne sait pas", en: "Don’t know" },
  digitHint: {
    fr: "Au clavier : le numéro de la réponse, 0 pour effacer.",
    en: "Keyboard: the number of the answer, 0 to clear.",
  },

  territoryPlaceholder: { fr: "Nom ou code", en: "Name or code" },
  panelGroup: { fr: "Panel", en: "Panel" },
  otherTerritories: { fr: "Autres territoires de France", en: "Other territories of France" },
  addsToPanel: { fr: "le choix l’ajoute au panel", en: "choosing adds it to the panel" },
  putInstead: (value: string) => ({ fr: `Mettre « ${value} »`, en: `Put “${value}”` }),
  inhabitants: (population: string) => ({ fr: `${population}\u00a0hab.`, en: `${population}\u00a0inhab.` }),
  noTerritory: (text: string) => ({
    fr: `Aucun territoire ne correspond à « ${text} ». Essayez un autre nom ou le code INSEE.`,
    en: `No territory matches “${text}”. Try another name or the INSEE code.`,
  }),
  referenceUnavailable: {
    fr: "La liste officielle des territoires n’a pas pu être lue ; seul le panel est proposé.",
    en: "The official list of territories could not be read; only the panel is offered.",
  },
  moreResults: { fr: "Précisez le nom pour en voir d’autres.", en: "Type more of the name to see others." },
  projectPlaceholder: { fr: "Projet proposé ou texte libre", en: "Listed project or free text" },
  listedProject: { fr: "Projet proposé par le questionnaire.", en: "Project listed by the questionnaire." },
  freeProject: { fr: "Texte libre.", en: "Free text." },
  looksLike: (label: string) => ({
    fr: `Ressemble au projet proposé « ${label} ».`,
    en: `Looks like the listed project “${label}”.`,
  }),
  looksLikeElsewhere: (label: string, domain: string) => ({
    fr: `Ressemble au projet proposé « ${label} » du domaine « ${domain} ».`,
    en: `Looks like the listed project “${label}” of the domain “${domain}”.`,
  }),
  replace: { fr: "Remplacer", en: "Replace" },
  noListedProject: {
    fr: "Aucun projet proposé ne correspond : ce sera un texte libre.",
    en: "No listed project matches: this will be free text.",
  },
  openList: { fr: "Ouvrir la liste", en: "Open the list" },
  resultCount: (count: number) => ({
    fr: count > 1 ? `${count} choix` : `${count} choix`,
    en: count === 1 ? "1 choice" : `${count} choices`,
  }),
} satisfies Record<string, Entry>;
