import type { Codebook, Field } from "../../domain/codebook";
import { exactly } from "../../domain/criteria/criterion";
import { peerChoices, peersOption } from "../../domain/indicators/peers";
import type { Language } from "../../domain/language";
import { ficheWords } from "../../domain/messages/synthesis";
import { territoryPlan } from "../../domain/reports/territoryPlan";
import { editionsAnswered, type Evaluate, type Section } from "../../domain/synthesis";
import { callText, type WritableArgument } from "../../domain/synthesis/formula";
import { cellText } from "../../domain/synthesis/reading";
import { normalizeText } from "../../domain/text/normalize";
import { StudyError } from "../errors";
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
  /** Asked for; else what the sheet's own cell holds stays, a formula too. */
  readonly territory?: string;
}

/**
 * The blocks of a territory's sheet, with room for whatever territory is chosen on it: they are laid out for the one
 * with most projects, so that another choice leaves them as they are.
 * @throws StudyError territoryNotInPanel
 */
export function ficheBlocks(input: FicheInput, standing: Standing): Block[] {
  const { codebook, language, evaluate } = input;
  const choice = choiceFor(input, standing);
  const model = answering(codebook, evaluate)[0] ?? input.territories[0];
  const editions = editionsAnswered(codebook, evaluate);
  const sections = territoryPlan(codebook, model, peerChoices[0], editions).map(({ section }) => section);
  // Ideas go last: nobody can say how many are tied.
  const isIdeas = ({ id }: Section): boolean => id === "territory-ideas";
  const ordered = [...sections.filter((section) => !isIdeas(section)), ...sections.filter(isIdeas)];
  const field = codebook.field("projects", "territory").label.fr;
  const asked = [field, reference(TERRITORY), peersOption.fr, reference(PEERS)];
  return [
    head(codebook, language, choice),
    ...ordered.map((section) =>
      sectionBlock(section, evaluate, language, {
        table: formulaOf(section, model),
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
  const withPeers = id === "POSITION" ? [...written, peersOption.fr, reference(PEERS)] : written;
  return callText({ id, args: withPeers }, ",");
}

/** Names of the territories that have projects, those with most first. */
function answering(codebook: Codebook, evaluate: Evaluate): string[] {
  const ranking = evaluate({ id: "RANKING", args: [codebook.field("projects", "territory").label.fr] }) ?? [];
  return ranking
    .slice(1)
    .flatMap(([rank, label]) => (typeof rank === "number" ? [cellText(label, "fr")] : []));
}

/** What the two cells hold: what is asked for, else what stands in them, else a territory that has answered. */
function choiceFor(
  { codebook, language, evaluate, territories, territory }: FicheInput,
  { blocks }: Standing,
): { territory: string; peers: string } {
  const among = (names: readonly string[], wanted: string): string | undefined =>
    names.find((name) => normalizeText(name) === normalizeText(wanted));
  const asked = territory && among(territories, territory);
  if (territory && !asked) throw StudyError.of("territoryNotInPanel", { territory });
  const standing = blocks.find(({ id }) => id === HEAD);
  const at = (name: string): string | undefined =>
    standing?.texts[standing.block.cells.findIndex((cell) => cell.name === name)];
  const peers = at(PEERS);
  // The workbook may have been in the other language then.
  const known = peerChoices.find(({ label }) => [label.fr, label.en].some((name) => name === peers));
  const first = () =>
    answering(codebook, evaluate).find((name) => among(territories, name)) ?? territories[0];
  return {
    territory: asked || at(TERRITORY) || first(),
    peers: known || !peers ? (known ?? peerChoices[0]).label[language] : peers,
  };
}

function head(codebook: Codebook, language: Language, choice: { territory: string; peers: string }): Block {
  const cell = (kind: BlockCell["kind"], row: number, column: number, text: string): BlockCell => ({
    kind,
    row,
    column,
    text,
  });
  const panel = codebook.table("panel");
  const column = (field: Field): string => columnReference(panel, field);
  const names = column(codebook.field("panel", "name"));
  const facts = panel.fields.filter(({ id }) => (FACTS as readonly string[]).includes(id));
  const fact = (field: Field, row: number): BlockCell => {
    const found = `XLOOKUP(${TERRITORY},${names},${column(field)},"")`;
    return field.kind === "number"
      ? { ...cell("fact", row, VALUES, `=IF(${found}="","",${found})`), format: "count" }
      : cell("fact", row, VALUES, `=${found}&""`);
  };
  const chooser = (row: number, label: string, text: string, name: string, choice: BlockCell["choice"]) => [
    cell("label", row, LABELS, label),
    { ...cell("input", row, VALUES, text), name, choice },
  ];
  const { noSuchTerritory, noSuchPeers } = ficheWords;
  const isIn = (name: string, list: string): string => `ISNUMBER(XMATCH(${name},${list}))`;
  // Right of the cells it would cut off a long name.
  const caution = `=IF(${isIn(TERRITORY, names)},IF(${isIn(PEERS, listNames.peers)},"","${noSuchPeers[language]}"),"${noSuchTerritory[language]}")`;
  const first = 6;
  return {
    id: HEAD,
    rows: first + facts.length + 1,
    cells: [
      cell("heading", 0, 0, ficheWords.title(codebook.edition.label)[language]),
      cell("note", 1, 0, ficheWords.live[language]),
      cell("caution", 2, LABELS, caution),
      ...chooser(3, ficheWords.territory[language], choice.territory, TERRITORY, {
        list: listNames.territories,
        otherwise: noSuchTerritory[language],
      }),
      ...chooser(4, ficheWords.peers[language], choice.peers, PEERS, {
        list: listNames.peers,
        otherwise: noSuchPeers[language],
      }),
      ...facts.flatMap((field, i) => [
        cell("label", first + i, LABELS, field.label[language]),
        fact(field, first + i),
      ]),
    ],
  };
}
