import type { MouseEvent } from 'react';

interface MarkShapeProps {
  readonly x: number;
  readonly y: number;
  /** Pixels; negative where a bar grows the other way. */
  readonly width: number;
  readonly height: number;
  /** Which of the fillings, told apart also without colour. */
  readonly fill: number;
  /** What it is and how much, in words. */
  readonly label: string;
  /** Written on the mark where there is room. */
  readonly text: string;
  /** Where the text stands: on the mark, or at its right. */
  readonly textAt: 'on' | 'right';
  onGo: (() => void) | null;
}

const LETTER = 6.2;
const LINE = 13;

/** One mark of a picture: a link to its cells, with its amount. */
export function MarkShape({ x, y, width, height, fill, label, text, textAt, onGo }: MarkShapeProps) {
  const box = {
    x: Math.min(x, x + width),
    y: Math.min(y, y + height),
    width: Math.abs(width),
    height: Math.abs(height),
  };
  if (!Number.isFinite(box.x + box.y + box.width + box.height)) return <g />;
  const fits = box.width >= text.length * LETTER && box.height >= LINE;
  const go = (event: MouseEvent): void => {
    event.preventDefault();
    onGo?.();
  };
  const drawn = (
    <>
      <title>{label}</title>
      <rect {...box} className={`picture-mark picture-fill-${fill}`} />
      {textAt === 'on' && fits && (
        <>
          <rect
            className="picture-tag"
            x={box.x + (box.width - text.length * LETTER) / 2}
            y={box.y + (box.height - LINE) / 2}
            width={text.length * LETTER}
            height={LINE}
          />
          <text x={box.x + box.width / 2} y={box.y + box.height / 2 + 4} textAnchor="middle">
            {text}
          </text>
        </>
      )}
      {textAt === 'right' && (
        <text x={box.x + box.width + 4} y={box.y + box.height / 2 + 4}>
          {text}
        </text>
      )}
    </>
  );
  if (!onGo) return <g>{drawn}</g>;
  return (
    <a className="picture-link" href={location.hash} aria-label={label} onClick={go}>
      {drawn}
    </a>
  );
}
