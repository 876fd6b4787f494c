import { readFileSync } from "node:fs";
import { editions } from "../../src/domain/codebook";
import { codebookPage, codebookPagePath } from "../../tools/codebook-page";

test("docs/codebook.md is what the editions say (else: node -r ./tools/register.cjs tools/codebook-page.ts)", () => {
  expect(readFileSync(codebookPagePath, "utf8")).toBe(codebookPage());
});

test("the page names every edition, list, column and listed project", () => {
  const page = codebookPage();
  for (const { id, label, lists, tables, listedProjects } of editions) {
    expect(page).toContain(`## ${id}: ${label.en}`);
    for (const list of Object.keys(lists)) expect(page).toContain(`### List \`${list}\``);
    for (const table of Object.values(tables))
      for (const field of table.fields) expect(page).toContain(`\`${field.id}\``);
    for (const project of listedProjects) expect(page).toContain(project.label.fr);
  }
});
