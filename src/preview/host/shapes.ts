/** Pictures over the cells; of Excel's shapes, the only kind that the preview has. */
import { newId } from "./book";
import type { HostCore } from "./core";
import { invalidArgument } from "./errors";
import { POINTS_PER_PIXEL } from "./extents";
import { FloatingItems, type Floating } from "./floating";

export interface Picture extends Floating {
  /** A PNG file in base 64. */
  png: string;
  altTextTitle: string;
  altTextDescription: string;
  lockAspectRatio: boolean;
  visible: boolean;
}

export class Shapes extends FloatingItems<Picture> {
  constructor(host: HostCore) {
    super(host, { fr: "Image", en: "Picture" });
  }

  /** Puts a picture at the corner of the sheet, as large as it is. */
  addImage(sheetId: string, png: string): Picture {
    this.checkEdit(sheetId);
    const size = sizeOf(png);
    const picture: Picture = {
      id: newId(),
      sheetId,
      name: this.newName(sheetId),
      cell: { sheetId, row: 0, column: 0, rows: 1, columns: 1 },
      offset: { left: 0, top: 0 },
      ...size,
      png,
      altTextTitle: "",
      altTextDescription: "",
      lockAspectRatio: true,
      visible: true,
    };
    this.items.push(picture);
    this.changed();
    return picture;
  }
  /** Where the proportions are kept, the other side follows. */
  resize(picture: Picture, side: "width" | "height", points: number): void {
    if (!(points > 0)) throw invalidArgument(`${side} must be more than 0.`);
    this.checkEdit(picture.sheetId);
    const other = side === "width" ? "height" : "width";
    if (picture.lockAspectRatio) picture[other] *= points / picture[side];
    picture[side] = points;
    this.changed();
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
