import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser } from "../test/browser/support/browser";

/** Renders assets/svg/*.svg to the PNG sizes that Excel asks for. */
const folder = join(__dirname, "..", "assets");
const sizes = (stem: string): number[] => (stem === "bvn" ? [16, 32, 64, 80, 128] : [16, 32, 80]);

async function render(): Promise<void> {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  for (const file of readdirSync(join(folder, "svg"))) {
    const stem = file.replace(/\.svg$/, "");
    const svg = readFileSync(join(folder, "svg", file), "utf8");
    for (const size of sizes(stem)) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
      );
      writeFileSync(join(folder, `${stem}-${size}.png`), await page.screenshot({ omitBackground: true }));
    }
    console.log(`${stem}: ${sizes(stem).join(", ")}`);
  }
  await browser.close();
}

void render();
