import type { Block } from "./blocks";
import type { Standing, StandingShape } from "./standing";
import type { BlockWork, Work } from "./work";

/** A picture as it is put on a sheet. */
export interface Picture {
  /** A PNG file in base 64: every Excel and every reader of workbooks shows it. */
  readonly png: string;
  /** Width by height. */
  readonly proportion: number;
  /** Alternative text. */
  readonly title: string;
  readonly description: string;
}

/** Columns B to G, as for charts. */
const [LEFT, COLUMNS] = [1, 6];
/** Points; what Excel keeps free may be less where rows or columns are hidden. */
const [LEAST_HEIGHT, USUAL_HEIGHT] = [100, 420];

type Place = Omit<StandingShape, "id" | "name">;
type PicturedBlock = Block & { readonly picture: NonNullable<Block["picture"]> };
type PictureBlockWork = BlockWork & { readonly block: PicturedBlock };

const TOUCHED: readonly BlockWork["pictureWork"][] = ["add", "follow", "replace"];
const isPlaced = (work: BlockWork): work is PictureBlockWork =>
  work.block.picture !== undefined && TOUCHED.includes(work.pictureWork);
const asideName = (name: string): string => `${name} (-)`;

/** Whether there is something to do for pictures once cells and charts are written. */
export const hasPictureWork = ({ blocks, obsolete, orphans }: Work): boolean =>
  orphans.pictures.length > 0 ||
  blocks.some(({ pictureWork }) => pictureWork !== "none" && pictureWork !== "keep") ||
  obsolete.some(({ hasPicture }) => hasPicture);

/** A block as the workbook remembers it until its picture is there. */
export function withoutNewPicture(work: BlockWork): Block {
  if (!isPlaced(work)) return work.block;
  const { picture: _, ...rest } = work.block;
  const { old } = work;
  return old?.hasPicture && old.block.picture ? { ...rest, picture: old.block.picture } : rest;
}

/** Asks where the pictures shall be; rows have their heights only once they are written. */
export const roomForPictures = (sheet: Excel.Worksheet, work: Work): readonly Excel.Range[] =>
  work.blocks
    .filter(isPlaced)
    .map(({ block: { picture }, row }) =>
      sheet.getRangeByIndexes(row + picture.row, LEFT, picture.rows, COLUMNS).load("left,top,width,height"),
    );

/** Puts pictures where there is room for them; what cannot be put back goes last. */
export function placePictures(
  sheet: Excel.Worksheet,
  standing: Standing,
  work: Work,
  rooms: readonly Place[],
  content: Picture | undefined,
): void {
  const { shapes } = sheet;
  const standingShape = (name: string) => standing.shapes.find((shape) => shape.name === name)!;
  work.blocks.filter(isPlaced).forEach(({ block: { picture }, old, moved, pictureWork }, i) => {
    const before = old?.hasPicture ? standingShape(old.block.picture!.name) : undefined;
    if (pictureWork === "follow") {
      const { left, top } = rooms[i];
      Object.assign(shapes.getItem(before!.id), { left, top });
      return;
    }
    if (before) shapes.getItem(before.id).name = asideName(before.name);
    if (!content) return;
    const shape = shapes.addImage(content.png);
    shape.name = picture.name;
    shape.altTextTitle = content.title;
    shape.altTextDescription = content.description;
    // Where a person has put the old one, the new one stands.
    setPlace(shape, before && !moved ? before : fitted(rooms[i], content.proportion));
  });
  for (const { old, pictureWork } of work.blocks)
    if (pictureWork === "remove" || pictureWork === "replace")
      shapes.getItem(standingShape(old!.block.picture!.name).id).delete();
  for (const { block, hasPicture } of work.obsolete)
    if (hasPicture) shapes.getItem(standingShape(block.picture!.name).id).delete();
  for (const id of work.orphans.pictures) shapes.getItem(id).delete();
}

function setPlace(shape: Excel.Shape, { left, top, width, height }: Place): void {
  shape.lockAspectRatio = false;
  shape.left = left;
  shape.top = top;
  shape.width = width;
  shape.height = height;
  shape.lockAspectRatio = true;
}

function fitted({ left, top, width, height }: Place, proportion: number): Place {
  const room = Math.min(height, width / proportion);
  const high = room < LEAST_HEIGHT ? USUAL_HEIGHT : room;
  return { left, top, width: high * proportion, height: high };
}

/** Takes new pictures away and puts the old ones back, of a build that failed before its last request was done. */
export function putPicturesBack(
  shapes: Excel.ShapeCollection,
  { shapes: before }: Pick<Standing, "shapes">,
  { blocks }: Work,
): void {
  const ours = new Set(blocks.flatMap(({ block: { picture } }) => picture?.name ?? []));
  const known = new Map(before.map((shape) => [shape.id, shape]));
  for (const shape of shapes.items) {
    const old = known.get(shape.id);
    if (!old) {
      if (ours.has(shape.name)) shape.delete();
      continue;
    }
    if (shape.name === asideName(old.name)) shape.name = old.name;
    else if (!ours.has(old.name)) continue;
    if (shape.left !== old.left) shape.left = old.left;
    if (shape.top !== old.top) shape.top = old.top;
  }
}
