import { type RefObject, useEffect, useRef, useState } from 'react';

/** Per cent. */
export const FIXED_ZOOMS = [50, 75, 100, 125, 150, 200] as const;
export type PageZoom = 'width' | 'page' | (typeof FIXED_ZOOMS)[number];

/** What lies around a page on the desk, in pixels (`COMMON_STYLE` of shared/print). */
const DESK = 32;

interface PrintFrame {
  readonly ref: RefObject<HTMLIFrameElement | null>;
  /** The page in the middle of what is seen, from 1. */
  readonly page: number;
  onLoad(): void;
  print(): void;
}

/**
 * The frame that holds the pages. It runs no script of its own; this page sets its zoom, sees which page is in sight,
 * hears its keys and has it printed. Pages that take the place of others show the same place.
 */
export function usePrintFrame(zoom: PageZoom, onKey: (event: KeyboardEvent) => void): PrintFrame {
  const ref = useRef<HTMLIFrameElement | null>(null);
  const [page, setPage] = useState(1);
  const [loaded, setLoaded] = useState<Document | null>(null);
  const scrolled = useRef(0);
  const isFirst = useRef(true);
  const keys = useRef(onKey);
  keys.current = onKey;

  useEffect(() => {
    const frame = ref.current;
    if (!loaded || !frame) return;
    const rezoom = (): void => setZoom(loaded, frame, zoom);
    rezoom();
    const watch = new ResizeObserver(rezoom);
    watch.observe(frame);
    return () => watch.disconnect();
  }, [loaded, zoom]);

  useEffect(() => {
    if (!loaded) return;
    loaded.documentElement.scrollTop = scrolled.current;
    const look = (): void => {
      scrolled.current = loaded.documentElement.scrollTop;
      setPage(pageInSight(loaded));
    };
    const hear = (event: KeyboardEvent): void => keys.current(event);
    look();
    loaded.addEventListener('scroll', look, { passive: true });
    loaded.addEventListener('keydown', hear);
    return () => {
      loaded.removeEventListener('scroll', look);
      loaded.removeEventListener('keydown', hear);
    };
  }, [loaded]);

  return {
    ref,
    page,
    onLoad: () => {
      setLoaded(ref.current?.contentDocument ?? null);
      // In the first pages the keyboard turns the pages, where it is not at work already; and it is never lost with what
      // was shown before.
      const active = document.activeElement;
      const isFree = isFirst.current && !active?.closest('.print-panel, [role="menu"]');
      isFirst.current = false;
      if (isFree || active === document.body) ref.current?.focus();
    },
    print: () => ref.current?.contentWindow?.print(),
  };
}

function setZoom(pages: Document, frame: HTMLIFrameElement, zoom: PageZoom): void {
  const { style } = pages.documentElement;
  style.setProperty('--zoom', '1');
  const sheet = pages.querySelector('section')?.getBoundingClientRect();
  if (!sheet) return;
  const wide = (pages.documentElement.clientWidth - DESK) / sheet.width;
  const high = (frame.clientHeight - DESK) / sheet.height;
  const factor = zoom === 'width' ? wide : zoom === 'page' ? Math.min(wide, high) : zoom / 100;
  style.setProperty('--zoom', `${Math.max(0.1, factor)}`);
}

function pageInSight(pages: Document): number {
  const middle = (pages.defaultView?.innerHeight ?? 0) / 2;
  const sheets = [...pages.querySelectorAll('section')];
  const at = sheets.findLastIndex((sheet) => sheet.getBoundingClientRect().top <= middle);
  return Math.max(0, at) + 1;
}
