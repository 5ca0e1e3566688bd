import { readBlockText } from '../../shared/intake/block/read-text.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import { copyCells } from '../../shared/sheet/copy.ts';
import { type CutCells, cutCells } from '../../shared/sheet/cut.ts';
import { OWN_TYPE, readOwn } from '../../shared/sheet/own-block.ts';
import { planPaste } from '../../shared/sheet/paste.ts';
import type { PasteBlock, PasteOptions, PastePlan } from '../../shared/sheet/paste-plan.ts';
import type { Rect, Sheet } from '../../shared/sheet/sheet.ts';
import { numberHints } from './number-hints.ts';

/** A paste that the officer has to look at first. */
export interface PasteQuestion {
  readonly block: PasteBlock;
  readonly target: Rect;
  readonly options: PasteOptions;
}

export interface ClipboardGround {
  sheet(): Sheet;
  rects(): readonly Rect[];
  /** Draws what was copied or cut; null when it no longer is. */
  showCopied(rect: Rect | null): void;
  newOptions(cut: CutCells | null): PasteOptions;
  paste(plan: PastePlan): void;
  ask(question: PasteQuestion): void;
  sayRefused(refusal: Refusal): void;
}

/** What a clipboard event or the browser's clipboard holds, by type. */
export type ReadFlavour = (type: string) => string;

/** Copy, cut and paste of cells: all decisions are `shared/sheet`'s, this only carries. */
export class Clipboard {
  readonly #ground: ClipboardGround;
  #cut: CutCells | null = null;
  /** What was copied here last, by its text: a paste from a menu brings no flavour but the browser's own. */
  #copied: { readonly text: string; readonly own: string } | null = null;
  /** The next paste is to be looked at even where nothing has to be asked. */
  #special = false;

  constructor(ground: ClipboardGround) {
    this.#ground = ground;
  }

  copy(event: ClipboardEvent): void {
    this.#put(event, false);
  }

  cut(event: ClipboardEvent): void {
    this.#put(event, true);
  }

  /** Ctrl+Shift+V comes right before the browser's paste. */
  nextIsSpecial(): void {
    this.#special = true;
  }

  pasteFrom(event: ClipboardEvent): void {
    const { clipboardData } = event;
    if (clipboardData) this.paste((type) => clipboardData.getData(type));
  }

  /** From the browser's clipboard, which does not tell of our own flavour. */
  pasteWithoutOwn(read: ReadFlavour): void {
    const same = this.#copied !== null && lines(this.#copied.text) === lines(read('text/plain'));
    const own = same ? this.#copied?.own : undefined;
    this.paste((type) => (type === OWN_TYPE && own !== undefined ? own : read(type)));
  }

  paste(read: ReadFlavour): void {
    const special = this.#special;
    this.#special = false;
    const { sheet, rects, ask, sayRefused, newOptions } = this.#ground;
    const target = rects().at(-1);
    if (!target) return;
    const block = blockFrom(read);
    if ('code' in block) {
      sayRefused(block);
      return;
    }
    const cut = block.kind === 'own' && block.block.cut === this.#cut?.token ? this.#cut : null;
    const options = newOptions(cut);
    const first = { block, target, options };
    const plan = planPaste(sheet(), target, block, options);
    if (special) ask(first);
    else if (plan.convention.needed && block.kind === 'text') this.#withHints(first, read);
    else this.#pasteOrAsk(first, plan);
  }

  /** The HTML beside the text may say exactly which numbers it means; it is large, so it is read only when needed. */
  #withHints(question: PasteQuestion, read: ReadFlavour): void {
    const { block, target, options } = question;
    if (block.kind !== 'text') return;
    const hinted: PasteBlock = { ...block, hints: numberHints(read('text/html')) };
    const plan = planPaste(this.#ground.sheet(), target, hinted, options);
    this.#pasteOrAsk({ ...question, block: hinted }, plan);
  }

  #pasteOrAsk(question: PasteQuestion, plan: PastePlan): void {
    if (plan.asks.length > 0 || plan.problemCount > 0) this.#ground.ask(question);
    else this.accept(plan);
  }

  /** Pastes what was planned; a cut is done by that. */
  accept(plan: PastePlan): void {
    this.#ground.paste(plan);
    if (this.#cut) this.forget();
  }

  /** Escape: what was cut stays where it is. */
  forget(): void {
    this.#cut = null;
    this.#ground.showCopied(null);
  }

  #put(event: ClipboardEvent, cuts: boolean): void {
    const { sheet, rects, showCopied, sayRefused } = this.#ground;
    const [rect, ...more] = rects();
    if (!rect) return;
    if (more.length > 0) {
      sayRefused({ code: 'grid.copyOneRange', params: {} });
      return;
    }
    const token = cuts ? crypto.randomUUID() : undefined;
    const copied = copyCells(sheet(), rect, token === undefined ? {} : { cut: token });
    event.clipboardData?.setData('text/plain', copied.text);
    event.clipboardData?.setData('text/html', copied.html);
    event.clipboardData?.setData(OWN_TYPE, copied.own);
    this.#copied = copied;
    this.#cut = token === undefined ? null : cutCells(sheet(), rect, token);
    showCopied(rect);
  }
}

/** A clipboard may change line ends. */
function lines(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

function blockFrom(read: ReadFlavour): PasteBlock | Refusal {
  const own = read(OWN_TYPE);
  if (own !== '') {
    const block = readOwn(own);
    if (block.ok) return { kind: 'own', block: block.value };
  }
  const text = read('text/plain');
  if (text === '') return refuse('grid.nothingToPaste').refusal;
  const block = readBlockText(text);
  return block.ok ? { kind: 'text', block: block.value, hints: [] } : block.refusal;
}
