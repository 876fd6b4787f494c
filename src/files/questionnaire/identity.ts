/**
 * Names by which a questionnaire says what it is: defined names and document properties alike, and rows of the
 * territory's sheet, because programs that rewrite files lose the one or the other.
 */
export const identityNames = {
  kind: "BVN_Kind",
  edition: "BVN_Edition",
  codebook: "BVN_Codebook",
  language: "BVN_Language",
  documentId: "BVN_DocumentId",
  territoryCode: "BVN_TerritoryCode",
  territoryName: "BVN_TerritoryName",
  /** Edition whose answers were filled in for the territory to check. */
  previous: "BVN_Previous",
} as const;

/** Kind of a questionnaire; study workbooks and reports carry others. */
export const KIND = "questionnaire";
