/** A picture in points on a screen, as a PNG file in base 64. */
export interface Raster {
  readonly png: string;
  readonly width: number;
  readonly height: number;
}

/** Pixels for each of the drawing's own: sharp on a printed page. */
const SHARPNESS = 2;

/**
 * A drawing as a picture of pixels, by the browser's own drawing: Excel for the web, older workbooks readers and
 * LibreOffice show it alike.
 * @throws Error where the browser cannot draw it.
 */
export async function rasterize(svg: string): Promise<Raster> {
  const image = new Image();
  await new Promise((resolve, reject) => {
    image.onload = resolve;
    image.onerror = () => reject(new Error("The browser cannot read the drawing."));
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  });
  const { naturalWidth: width, naturalHeight: height } = image;
  const canvas = document.createElement("canvas");
  canvas.width = width * SHARPNESS;
  canvas.height = height * SHARPNESS;
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("The browser gives no canvas.");
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const [, png] = canvas.toDataURL("image/png").split(",");
  if (!png) throw new Error("The browser makes no PNG file.");
  return { png, width, height };
}
