/** Pictures over the cells; of Excel's shapes, the only kind that the preview has. */
import type { Area } from "./address";
import { newId } from "./book";
import { follow, type Floating } from "./charts";
import type { HostCore } from "./core";
import { invalidArgument } from "./errors";
import { shiftArea } from "./references";

export interface Picture extends Floating {
  /** A PNG file in base 64. */
  png: string;
  altTextTitle: string;
  altTextDescription: string;
  lockAspectRatio: boolean;
  visible: boolean;
}

const POINTS_PER_PIXEL = 0.75;

export class Shapes {
  private pictures: Picture[] = [];
  constructor(private host: HostCore) {}

  all(sheetId?: string): Picture[] {
    return this.pictures.filter((picture) => sheetId === undefined || picture.sheetId === sheetId);
  }
  find(key: string, sheetId: string): Picture | null {
    const wanted = String(key).toLocaleLowerCase();
    const own = this.all(sheetId);
    return (
      own.find(({ id }) => id === key) ?? own.find(({ name }) => name.toLocaleLowerCase() === wanted) ?? null
    );
  }
  changed(): void {
    this.host.charts.changed();
  }

  /** Puts a picture at the corner of the sheet, as large as it is. */
  addImage(sheetId: string, png: string): Picture {
    this.host.protection.checkStructure(sheetId, "allowEditObjects");
    const size = sizeOf(png);
    const word = this.host.lang === "fr" ? "Image" : "Picture";
    let number = this.pictures.length + 1;
    while (this.find(`${word} ${number}`, sheetId)) number++;
    const picture: Picture = {
      id: newId(),
      sheetId,
      name: `${word} ${number}`,
      cell: { sheetId, row: 0, column: 0, rows: 1, columns: 1 },
      offset: { left: 0, top: 0 },
      ...size,
      png,
      altTextTitle: "",
      altTextDescription: "",
      lockAspectRatio: true,
      visible: true,
    };
    this.pictures.push(picture);
    this.changed();
    return picture;
  }
  /** Where the proportions are kept, the other side follows. */
  resize(picture: Picture, side: "width" | "height", points: number): void {
    if (!(points > 0)) throw invalidArgument(`${side} must be more than 0.`);
    this.host.protection.checkStructure(picture.sheetId, "allowEditObjects");
    const other = side === "width" ? "height" : "width";
    if (picture.lockAspectRatio) picture[other] *= points / picture[side];
    picture[side] = points;
    this.changed();
  }
  remove(picture: Picture): void {
    this.host.protection.checkStructure(picture.sheetId, "allowEditObjects");
    this.pictures = this.pictures.filter((other) => other !== picture);
    this.changed();
  }
  forget(sheetId: string): void {
    this.pictures = this.pictures.filter((picture) => picture.sheetId !== sheetId);
    this.changed();
  }
  adjust(change: (area: Area) => boolean): void {
    for (const picture of this.pictures) follow(picture, change);
    if (this.pictures.length) this.changed();
  }
  shifted(sheetId: string, axis: "row" | "column", at: number, count: number): void {
    this.adjust((area) => shiftArea(area, sheetId, axis, at, count));
  }
}

/** Width and height that a PNG file states, in points. */
function sizeOf(base64: string): { width: number; height: number } {
  let head = "";
  try {
    head = atob(String(base64).slice(0, 32));
  } catch {
    // Told below.
  }
  if (!head.startsWith("\x89PNG\r\n\x1a\n"))
    throw invalidArgument("the preview shows PNG files in base 64 only.");
  const pixels = (at: number) => [0, 1, 2, 3].reduce((sum, i) => sum * 256 + head.charCodeAt(at + i), 0);
  return { width: pixels(16) * POINTS_PER_PIXEL, height: pixels(20) * POINTS_PER_PIXEL };
}
