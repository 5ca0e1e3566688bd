/** A cell of a table beside a picture: its text, and the way to what it stands for. */
export interface Figure {
  readonly text: string;
  readonly go?: (() => void) | null;
}

interface FigureTableProps {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly lines: readonly {
    readonly id: string;
    readonly head: Figure;
    readonly figures: readonly Figure[];
  }[];
}

/** The figures of a picture, for whoever cannot or does not want to read it from the drawing. */
export function FigureTable({ caption, heads, lines }: FigureTableProps) {
  const [first, ...others] = heads;
  return (
    <table className="picture-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {others.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, head, figures }) => (
          <tr key={id}>
            <th scope="row">
              <Linked {...head} />
            </th>
            {figures.map((figure, at) => (
              <td key={heads[at + 1]}>
                <Linked {...figure} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Linked({ text, go }: Figure) {
  if (!go) return text;
  return (
    <button type="button" className="picture-figure" onClick={go}>
      {text}
    </button>
  );
}
