import fc from "fast-check";
import { Codebook, editionById, editions } from "../../src/domain/codebook";
import { normalizeText } from "../../src/domain/text/normalize";
import { editDistance, nearest, similarity } from "../../src/domain/text/similarity";

describe("normalizeText", () => {
  test.each([
    ["  Réalisé ", "realise"],
    ["RÉALISÉ", "realise"],
    ["Réalisé".normalize("NFD"), "realise"],
    ["En\u00a0cours", "en cours"],
    ["En\u202fcours", "en cours"],
    ["En \t\n cours", "en cours"],
    ["Cœur d’Île", "coeur d'ile"],
    ["professeurs–élèves—parents", "professeurs-eleves-parents"],
    ["３ － Réalisé", "3 - realise"],
    ["zero\u200bwidth\ufeff", "zerowidth"],
    ["soft\u00adhyphen", "softhyphen"],
    ["line_x000D_break", "linebreak"],
    ["ÆŒ", "aeoe"],
    ["l´eau d`ici", "l'eau d'ici"],
    ["5″", "5''"],
    ["Le Haÿ", "le hay"],
    ["", ""],
    ["\u00a0", ""],
  ])("%j is compared as %j", (text, key) => expect(normalizeText(text)).toBe(key));

  test("is stable: a key is its own key", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const key = normalizeText(text);
        expect(normalizeText(key)).toBe(key);
      }),
    );
  });
  test("does not see case, composition, width of spaces around", () => {
    const labels = editions.flatMap((edition) =>
      Object.values(edition.lists).flatMap(({ codes }) => codes.flatMap(({ label }) => [label.fr, label.en])),
    );
    const space = fc.constantFrom(" ", "\u00a0", "\u202f", "\t");
    fc.assert(
      fc.property(fc.constantFrom(...labels), space, fc.boolean(), (label, blank, composed) => {
        const typed = `${blank}${label
          .replaceAll(" ", blank)
          .toUpperCase()
          .normalize(composed ? "NFC" : "NFD")}${blank}`;
        expect(normalizeText(typed)).toBe(normalizeText(label));
      }),
    );
  });
});

describe("editDistance", () => {
  test.each([
    ["", "", 0],
    ["", "abc", 3],
    ["abc", "", 3],
    ["educaton", "education", 1],
    ["ab", "ba", 1],
    ["kitten", "sitting", 3],
    ["ca", "abc", 3],
  ])("%s and %s: %i", (a, b, distance) => expect(editDistance(a, b)).toBe(distance));

  const word = fc.string({ unit: fc.constantFrom(..."abc"), maxLength: 8 });
  test("is symmetric, zero only for equal texts, at least the difference of lengths", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b);
        expect(editDistance(b, a)).toBe(distance);
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

describe("similarity", () => {
  test.each([
    ["Wifi public", "wi-fi publics"],
    ["Open data", "open-data"],
    ["Éclairage public autonome", "eclairage publique autonome"],
    ["Système d'information géographique", "Système d’informations géographiques (SIG)"],
    ["Vidéosurveillance", "Video-surveillance"],
    ["Affichage en temps réel des places de parking", "Places de parking : affichage temps réel"],
    ["Portail citoyen", "Le portail des citoyens"],
  ])("%s is near %s", (a, b) => expect(similarity(a, b)).toBeGreaterThanOrEqual(0.6));

  test.each([
    ["Open data", "Vidéosurveillance"],
    ["Wifi public", "Éclairage public autonome"],
    ["Vélos partagés", "Télétravail des agents"],
    ["Portail citoyen", "Réseau fibre"],
    ["Maquette 3D", "Coworking"],
    ["", "Open data"],
    ["   ", "   "],
  ])("%j is far from %j", (a, b) => expect(similarity(a, b)).toBeLessThan(0.6));

  test("lies between 0 and 1, is 1 for a text and itself, and does not see case or accents", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (a, b) => {
        const alike = similarity(a, b);
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
        if (normalizeText(a)) expect(similarity(a, a)).toBe(1);
        expect(similarity(a.toLowerCase(), b)).toBe(similarity(a.toLowerCase().normalize("NFD"), b));
      }),
    );
  });
  test("is symmetric", () => {
    const words = fc
      .array(fc.constantFrom("wifi", "public", "données", "ouvertes", "des", "parking"), { maxLength: 5 })
      .map((list) => list.join(" "));
    fc.assert(
      fc.property(words, words, (a, b) => expect(similarity(a, b)).toBeCloseTo(similarity(b, a), 10)),
    );
  });
  test("no two listed projects of one domain are mistaken for each other", () => {
    const codebook = new Codebook(editionById("2014"));
    for (const { id, domain, label } of codebook.edition.listedProjects) {
      const others = codebook.listedProjects(domain).filter((project) => project.id !== id);
      expect(
        nearest(
          label.fr,
          others.map((project) => project.label.fr),
          0.75,
        ),
      ).toBeUndefined();
    }
  });
});

describe("nearest", () => {
  const labels = ["Éducation", "Énergie / Eau / Déchets", "Santé / Social"];
  test("finds the label a mistyped one means, nothing for one that is like none", () => {
    expect(nearest("Educaton", labels)).toBe("Éducation");
    expect(nearest("Energie, eau, dechets", labels)).toBe("Énergie / Eau / Déchets");
    expect(nearest("xyz", labels)).toBeUndefined();
    expect(nearest("Educaton", [])).toBeUndefined();
  });
  test("of equally near ones the first; one just at the minimum counts", () => {
    expect(nearest("abcd", ["abcx", "abcy"])).toBe("abcx");
    expect(nearest("abcd", ["abxy"], 0.5)).toBe("abxy");
  });
});
