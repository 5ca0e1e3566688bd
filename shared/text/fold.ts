/**
 * Text for comparing without case and Vietnamese diacritics: "Giảm nghèo Đa chiều" is "giam ngheo da chieu". Marks
 * fall off the decomposed letters; đ is a letter of its own and is folded by hand.
 */
export function foldText(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').normalize('NFC');
}
