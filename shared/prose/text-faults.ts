/** What stands against reading a text as Vietnamese at all. */
export type TextFault = 'prose.noDiacritics' | 'prose.garbled' | 'prose.empty';

const LETTERS = /\p{L}/gu;
const MARKED = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/giu;
/** Letters that the old encodings put in place of Vietnamese ones (TCVN3, VNI), and the signs of lost ones. */
const STRANGE = /[¸µ¶·¹¨»¾¼½Æ©ËÐÎÏÑªÖ×ØÜÞßäåæç¬ëîïñ÷øûüþ®]/gu;
const LOST = /\p{L}\?|\ufffd/gu;
/** Fewer letters tell nothing. */
const FEWEST = 60;
const LOOKED_AT = 50_000;

/** What is wrong with a text as a whole: said once, beside what was read nevertheless. */
export function textFaults(text: string): TextFault[] {
  const sample = text.slice(0, LOOKED_AT);
  const letters = sample.match(LETTERS)?.length ?? 0;
  if (letters === 0) return ['prose.empty'];
  if (letters < FEWEST) return [];
  const marked = sample.match(MARKED)?.length ?? 0;
  const lost = sample.match(LOST)?.length ?? 0;
  const strange = sample.match(STRANGE)?.length ?? 0;
  // Of Vietnamese letters about a quarter bear a mark; most strange ones are Vietnamese too, and then there are many others.
  if (
    lost * 20 > letters ||
    (strange * 10 > letters && !/[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/u.test(sample))
  ) {
    return ['prose.garbled'];
  }
  return marked * 50 < letters ? ['prose.noDiacritics'] : [];
}
