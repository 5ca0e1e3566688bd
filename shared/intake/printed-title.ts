/** An appendix prints its title in capitals (NĐ 30/2020/NĐ-CP). */
export function printedTitle(title: string): string {
  return title.toUpperCase();
}
