/** What marks are filled with: each filling has a pattern of its own, so that pictures are read without colour and on paper. */
export function MarkFillings() {
  return (
    <svg className="picture-fillings" aria-hidden="true" focusable="false" width="0" height="0">
      <defs>
        <pattern id="picture-pattern-0" width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" className="picture-ground-0" />
        </pattern>
        <pattern id="picture-pattern-1" width="7" height="7" patternUnits="userSpaceOnUse">
          <rect width="7" height="7" className="picture-ground-1" />
          <path d="M-1,1 l2,-2 M0,7 l7,-7 M6,8 l2,-2" className="picture-ink-1" />
        </pattern>
        <pattern id="picture-pattern-2" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" className="picture-ground-2" />
          <circle cx="3" cy="3" r="1.4" className="picture-dot-2" />
        </pattern>
        <pattern id="picture-pattern-3" width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" className="picture-ground-3" />
          <path d="M0,4 h8 M4,0 v8" className="picture-ink-3" />
        </pattern>
      </defs>
    </svg>
  );
}
