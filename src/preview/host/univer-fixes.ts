/** Mistakes of Univer 0.25.1 mended from outside; look here first when Univer is updated. */
import { LexerTreeBuilder } from "@univerjs/engine-formula";

interface LexerInside {
  _resetTemp(): void;
  _squareBracketState: number;
}

/**
 * The lexer forgets to close the square brackets of the formula before: after half a structured reference was
 * typed in the grid ("=COUNTIF(Projets["), every later formula with one was read as a single argument.
 */
const lexer = LexerTreeBuilder.prototype as unknown as LexerInside;
const reset = lexer._resetTemp;
lexer._resetTemp = function (this: LexerInside) {
  reset.call(this);
  this._squareBracketState = 0;
};
