/** How close to the edge a drag starts to scroll, and how fast it gets, in pixels and pixels a frame of a sixtieth. */
const EDGE = 24;
const FASTEST = 40;
const FRAME = 1000 / 60;
/** A slow machine scrolls as far in a second as a fast one; after a standstill it does not leap. */
const LONGEST_STEP = 6 * FRAME;

/** Scrolls the grid while a drag is held at its edge or beyond it. */
export class EdgeScroll {
  readonly #root: () => HTMLElement | null;
  readonly #scrolled: () => void;
  #frame = 0;
  /** When the last step was, in milliseconds of the page's clock; null before the first. */
  #last: number | null = null;
  #speed: readonly [x: number, y: number] = [0, 0];
  #scrolls: readonly [sideways: boolean, upright: boolean] = [false, false];

  /** `scrolled` is told after every step: another cell is under the mouse now. */
  constructor(root: () => HTMLElement | null, scrolled: () => void) {
    this.#root = root;
    this.#scrolled = scrolled;
  }

  /** Where the drag begins: one that begins in the pinned columns, the headings or the total rows does not scroll along them. */
  begin({ clientX, clientY }: MouseEvent): void {
    const edges = this.#edges();
    this.#scrolls = [
      edges !== null && clientX >= edges.left,
      edges !== null && clientY >= edges.top && clientY < edges.bottom,
    ];
  }

  /**
   * The place that a drag has reached: the nearest in the grid where the mouse has left it, and of what is pinned only
   * where nothing is out of sight behind it, for what scrolls by is reached first.
   */
  reached({ clientX, clientY }: MouseEvent): { readonly x: number; readonly y: number } {
    const [viewport, edges] = [this.#viewport(), this.#edges()];
    if (!viewport || !edges) return { x: clientX, y: clientY };
    const { left, top, right, bottom: lowest } = boxOf(viewport);
    const { scrollLeft, scrollTop, clientHeight, scrollHeight } = viewport;
    const [sideways, upright] = this.#scrolls;
    const least = {
      x: sideways && scrollLeft > 0 ? edges.left : left,
      y: upright && scrollTop > 0 ? edges.top : top,
    };
    const isAtEnd = scrollTop + clientHeight >= scrollHeight - 1;
    const bottom = upright && !isAtEnd ? edges.bottom : lowest;
    return {
      x: Math.max(least.x + 2, Math.min(clientX, right - 3)),
      y: Math.max(least.y + 2, Math.min(clientY, bottom - 3)),
    };
  }

  follow({ clientX, clientY }: MouseEvent): void {
    const edges = this.#edges();
    if (!edges) return;
    const [sideways, upright] = this.#scrolls;
    this.#speed = [
      sideways ? speed(clientX, edges.left, edges.right) : 0,
      upright ? speed(clientY, edges.top, edges.bottom) : 0,
    ];
    if (this.#frame === 0 && this.#speed.some((one) => one !== 0)) this.#step(performance.now());
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#last = null;
    this.#speed = [0, 0];
  }

  #step = (now: number): void => {
    const [x, y] = this.#speed;
    const passed = this.#last === null ? FRAME : Math.min(LONGEST_STEP, Math.max(0, now - this.#last));
    this.#frame = 0;
    this.#last = now;
    if (x === 0 && y === 0) {
      this.#last = null;
      return;
    }
    this.#viewport()?.scrollBy((x * passed) / FRAME, (y * passed) / FRAME);
    this.#scrolled();
    this.#frame = requestAnimationFrame(this.#step);
  };

  /** Of the part that scrolls, in the window. */
  #edges(): { left: number; top: number; right: number; bottom: number } | null {
    const viewport = this.#viewport();
    if (!viewport) return null;
    const { left, top, right, bottom } = boxOf(viewport);
    const heading = viewport.querySelector('.ag-header')?.clientHeight ?? 0;
    const pinned = viewport.querySelector('.ag-grid-pinned-left-cells')?.clientWidth ?? 0;
    const totals = viewport.querySelector('.ag-grid-pinned-bottom-rows')?.clientHeight ?? 0;
    return {
      left: left + pinned,
      top: top + heading,
      right,
      bottom: bottom - totals,
    };
  }

  #viewport(): HTMLElement | null {
    return this.#root()?.querySelector<HTMLElement>('.ag-grid-viewport') ?? null;
  }
}

/** In the window, without its scroll bars. */
function boxOf(viewport: HTMLElement): Record<'left' | 'top' | 'right' | 'bottom', number> {
  const { left, top } = viewport.getBoundingClientRect();
  return { left, top, right: left + viewport.clientWidth, bottom: top + viewport.clientHeight };
}

/** Nothing in the middle; the further past the start, or towards and past the end, the faster. */
function speed(at: number, start: number, end: number): number {
  if (at < start) return -Math.min(FASTEST, (start - at) / 2);
  return at > end - EDGE ? Math.min(FASTEST, (at - end + EDGE) / 2) : 0;
}
