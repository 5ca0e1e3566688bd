declare const checked: unique symbol;

/** A word that may stand in the log: of the shape of a version, an error's name or a place in the program. */
export type LogWord = string & { readonly [checked]: true };

const SHAPE = /^[\w./:@-]{1,120}$/;

/** The word that a text is; “?” where it is something else, as a sentence, which may quote what an office plans. */
export function logWord(text: string): LogWord {
  return (SHAPE.test(text) ? text : '?') as LogWord;
}
