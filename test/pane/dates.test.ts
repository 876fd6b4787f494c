import { readDate, showDate } from "../../src/taskpane/project/dates";

test.each([
  ["15/03/2014", "2014-03-15"],
  ["15/3/2014", "2014-03-15"],
  ["15.03.2014", "2014-03-15"],
  ["2014-03-15", "2014-03-15"],
  ["31/02/2014", undefined],
  ["mars 2014", undefined],
])("a date typed as %s is read as %s", (typed, iso) => {
  expect(readDate(typed)).toBe(iso);
});

test("a date is shown as the language writes it, and what is none as it is", () => {
  expect(showDate("2014-03-15", "fr")).toBe("15/03/2014");
  expect(showDate("2014-03-15", "en")).toBe("2014-03-15");
  expect(showDate("bientôt", "fr")).toBe("bientôt");
});
