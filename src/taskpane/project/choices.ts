/** One choice of a search field. */
export interface Choice {
  readonly key: string;
  readonly label: string;
  /** What tells it from others: type, region, population; the domain of a project. */
  readonly detail?: string;
}

/** Choices under a common heading. */
export interface ChoiceGroup {
  readonly heading?: string;
  readonly note?: string;
  readonly choices: readonly Choice[];
}
