import { SaxesParser } from 'saxes';
import { Unreadable } from './unreadable.ts';

/** What hears a part as it is read. Names come without their prefix. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Reads a part of a package piece by piece. Document types and the entities that they declare have no place in one and
 * can ask for any amount of memory: they are refused, never expanded. Throws what the parser throws at broken XML.
 */
export async function readXml(pieces: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on('doctype', () => {
    throw new Unreadable('workbook.entities');
  });
  parser.on('opentag', ({ name, attributes }) => listener.open(local(name), attributes));
  parser.on('closetag', ({ name }) => listener.close(local(name)));
  parser.on('text', (text) => listener.text(text));
  parser.on('cdata', (text) => listener.text(text));
  const decoder = new TextDecoder();
  for await (const piece of pieces) parser.write(decoder.decode(piece, { stream: true }));
  parser.write(decoder.decode()).close();
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** An attribute by its local name: programs choose the prefix of r:id. */
export function prefixed(attributes: Readonly<Record<string, string>>, name: string): string {
  return Object.entries(attributes).find(([key]) => local(key) === name && key !== name)?.[1] ?? '';
}

export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
