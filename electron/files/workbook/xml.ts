/** What a scan tells, in document order. Names come without their namespace prefix: writers choose different ones. */
export interface XmlHandler {
  open(name: string, attributes: string, empty: boolean): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Scans XML from start to end. Knows elements, text, CDATA and comments; document types are skipped and declare nothing,
 * so no entity can grow.
 * @throws RangeError when a tag does not end
 */
export function scanXml(xml: string, handler: XmlHandler): void {
  let at = 0;
  for (;;) {
    const tag = xml.indexOf('<', at);
    if (tag < 0) return;
    if (tag > at) handler.text(decoded(xml.slice(at, tag)));
    if (xml.startsWith('<!--', tag)) at = endOf(xml, '-->', tag);
    else if (xml.startsWith('<![CDATA[', tag)) {
      at = endOf(xml, ']]>', tag);
      handler.text(xml.slice(tag + 9, at - 3));
    } else {
      at = endOfTag(xml, tag);
      const first = xml.charCodeAt(tag + 1);
      if (first === slash) handler.close(local(xml.slice(tag + 2, at - 1).trimEnd()));
      else if (first !== question && first !== exclamation) openTag(xml.slice(tag + 1, at - 1), handler);
    }
  }
}
const slash = 47;
const question = 63;
const exclamation = 33;

function openTag(content: string, handler: XmlHandler): void {
  const empty = content.endsWith('/');
  const inner = empty ? content.slice(0, -1) : content;
  const space = inner.search(/\s/);
  const name = local(space < 0 ? inner : inner.slice(0, space));
  handler.open(name, space < 0 ? '' : inner.slice(space), empty);
  if (empty) handler.close(name);
}

function endOf(xml: string, mark: string, from: number): number {
  const end = xml.indexOf(mark, from);
  if (end < 0) throw new RangeError('unexpected end of XML');
  return end + mark.length;
}

/** Past the tag's `>`; one inside an attribute's quotes does not count. */
function endOfTag(xml: string, tag: number): number {
  let end = endOf(xml, '>', tag);
  for (let quote = 0, at = tag; at < end; at++) {
    const code = xml.charCodeAt(at);
    if (quote === 0 && (code === doubleQuote || code === singleQuote)) quote = code;
    else if (code === quote) quote = 0;
    if (at === end - 1 && quote !== 0) end = endOf(xml, '>', end);
  }
  return end;
}
const doubleQuote = 34;
const singleQuote = 39;

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The value of an attribute, by its full or its local name, or null. */
export function attribute(attributes: string, name: string): string | null {
  let at = attributes.indexOf(`${name}=`);
  while (at > 0 && !/[\s:]/.test(attributes[at - 1] ?? '')) at = attributes.indexOf(`${name}=`, at + 1);
  if (at < 0) return null;
  const start = at + name.length + 2;
  const end = attributes.indexOf(attributes[start - 1] ?? '', start);
  return end < 0 ? null : decoded(attributes.slice(start, end));
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
