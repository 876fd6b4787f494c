import type { Codebook } from "../../domain/codebook";
import { exactly } from "../../domain/criteria/criterion";
import { peerChoices } from "../../domain/indicators/peers";
import type { Language } from "../../domain/language";
import { ficheWords } from "../../domain/messages/synthesis";
import { territoryPlan } from "../../domain/reports/territoryPlan";
import { editionsAnswered, type Evaluate, type Section } from "../../domain/synthesis";
import { callText, type WritableArgument } from "../../domain/synthesis/formula";
import { columnReference } from "../tables/addresses";
import { listNames } from "../workbook/lists";
import { sectionBlock, type Block, type BlockCell } from "./blocks";
import type { Standing } from "./standing";
import { ficheSheet } from "./target";

/** Names of the cells in which the territory and its peers are chosen; every formula of the sheet reads them. */
const TERRITORY = `${ficheSheet.prefix}Territoire`;
const PEERS = `${ficheSheet.prefix}Pairs`;
/** What the head says of the territory, from the panel. */
const FACTS = ["code", "type", "parent", "region", "population"] as const;
const [LABELS, VALUES] = [1, 2];
const HEAD = "head";

export interface FicheInput {
  readonly codebook: Codebook;
  readonly language: Language;
  readonly evaluate: Evaluate;
  /** Names of the panel. */
  readonly territories: readonly string[];
  /** Asked for; else the one the sheet shows, or the first. */
  readonly territory?: string;
}

/** The blocks of a territory's sheet, with room for whatever territory is chosen on it. */
export function ficheBlocks(input: FicheInput, standing: Standing): Block[] {
  const { codebook, language, evaluate, territories } = input;
  const shown = inputsOf(standing);
  const isKnown = (name: string | undefined): name is string =>
    name !== undefined && territories.includes(name);
  const territory = [input.territory, shown.territory].find(isKnown) ?? territories[0];
  const choices = peerChoices.map(({ label }) => label[language]);
  const peers = choices.find((label) => label === shown.peers) ?? choices[0];
  const editions = editionsAnswered(codebook, evaluate);
  const sections = territoryPlan(codebook, territory, "panel", editions).flatMap((part) => part.sections);
  // Ideas go last: nobody can say how many are tied.
  const isIdeas = ({ id }: Section): boolean => id === "territory-ideas";
  const ordered = [...sections.filter((section) => !isIdeas(section)), ...sections.filter(isIdeas)];
  const asked = ["Territoire", reference(TERRITORY), "Pairs", reference(PEERS)];
  return [
    head(codebook, language, territory, peers),
    ...ordered.map((section) =>
      sectionBlock(section, evaluate, language, {
        table: formulaOf(section, territory),
        say: (part) => callText({ id: "SENTENCE", args: [section.id, part, ...asked] }, ","),
        hasFullRoom: true,
        isOpen: isIdeas(section),
      }),
    ),
  ];
}

const reference = (name: string): WritableArgument => ({ reference: name });

/** The plan's formula, asking for what is chosen on the sheet. */
function formulaOf({ call: { id, args } }: Section, territory: string): string {
  const own = new Set<unknown>([territory, exactly(territory)]);
  const written = args.map((value): WritableArgument => (own.has(value) ? reference(TERRITORY) : value));
  const withPeers = id === "POSITION" ? [...written, "Pairs", reference(PEERS)] : written;
  return callText({ id, args: withPeers }, ",");
}

/** What is chosen on the sheet that stands. */
function inputsOf({ blocks }: Standing): { territory?: string; peers?: string } {
  const standing = blocks.find(({ id }) => id === HEAD);
  const at = (name: string): string | undefined =>
    standing?.texts[standing.block.cells.findIndex((cell) => cell.name === name)];
  return { territory: at(TERRITORY), peers: at(PEERS) };
}

function head(codebook: Codebook, language: Language, territory: string, peers: string): Block {
  const cell = (kind: BlockCell["kind"], row: number, column: number, text: string): BlockCell => ({
    kind,
    row,
    column,
    text,
  });
  const panel = codebook.table("panel");
  const names = columnReference(panel, codebook.field("panel", "name"));
  const facts = panel.fields.filter(({ id }) => (FACTS as readonly string[]).includes(id));
  const fact = (field: (typeof facts)[number]): string =>
    `=XLOOKUP(${TERRITORY},${names},${columnReference(panel, field)},"")&""`;
  const first = 6;
  return {
    id: HEAD,
    rows: first + facts.length + 1,
    cells: [
      cell("heading", 0, 0, ficheWords.title(codebook.edition.label)[language]),
      cell("note", 1, 0, ficheWords.live[language]),
      cell("label", 3, LABELS, ficheWords.territory[language]),
      { ...cell("input", 3, VALUES, territory), name: TERRITORY, list: listNames.territories },
      cell("label", 4, LABELS, ficheWords.peers[language]),
      { ...cell("input", 4, VALUES, peers), name: PEERS, list: listNames.peers },
      ...facts.flatMap((field, i) => [
        cell("label", first + i, LABELS, field.label[language]),
        cell("fact", first + i, VALUES, fact(field)),
      ]),
    ],
  };
}
