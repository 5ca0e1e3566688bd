import type { Page } from 'playwright-core';

/** A text and the ground that it stands on, as computed colours. */
interface Inked {
  readonly text: string;
  readonly ink: string;
  readonly ground: string;
}

/**
 * The texts of the sheet that do not stand out from their ground at 4.5 : 1 (WCAG 1.4.3), and how many were looked at.
 * axe cannot judge them: above every cell lies the plane that the selection is drawn on.
 */
export async function faintTexts(page: Page): Promise<{ faint: string[]; looked: number }> {
  const texts = await page.evaluate((): Inked[] => {
    const groundOf = (element: Element | null): string => {
      if (!element) return 'rgb(255, 255, 255)';
      const { backgroundColor } = getComputedStyle(element);
      return backgroundColor === 'rgba(0, 0, 0, 0)' ? groundOf(element.parentElement) : backgroundColor;
    };
    return [
      ...document.querySelectorAll('.form-grid :is(.ag-cell, .ag-header-cell-text, .ag-header-group-text)'),
    ]
      .filter((element) => element.textContent !== '')
      .map((element) => ({
        text: element.textContent,
        ink: getComputedStyle(element).color,
        ground: groundOf(element),
      }));
  });
  const faint = texts.filter(({ ink, ground }) => contrast(ink, ground) < 4.5);
  return {
    faint: [...new Set(faint.map(({ text, ink, ground }) => `${text}: ${ink} on ${ground}`))],
    looked: texts.length,
  };
}

/** The ratio of WCAG 2: from 1 to 21. */
function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

const WEIGHTS = [0.2126, 0.7152, 0.0722];

function luminance(colour: string): number {
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour);
  if (!parts) throw new Error(`a colour that is not opaque: ${colour}`);
  return WEIGHTS.reduce((sum, weight, at) => {
    const part = Number(parts[at + 1]) / 255;
    return sum + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  }, 0);
}
