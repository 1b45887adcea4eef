import { attribute, scanXml } from '../workbook/xml.ts';

/** A relationship of a part: what it names, and what kind of thing that is. */
export type Relation = {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
  readonly external: boolean;
};

export function readRelations(xml: string): Relation[] {
  const relations: Relation[] = [];
  scanXml(xml, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      relations.push({
        id: attribute(attributes, 'Id') ?? '',
        kind: (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
        target: attribute(attributes, 'Target') ?? '',
        external: attribute(attributes, 'TargetMode') === 'External',
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return relations;
}

/**
 * A layout, master or theme without what leads out of it: links, animations, controls, data of add-ins, and extensions, for
 * each of which the file says itself what to show instead. Null when what is left is no XML any more.
 */
export function portable(xml: string): string | null {
  const without = (text: string, tag: string) =>
    text.replace(new RegExp(`<${tag}\\b[^>]*?(?:/>|>.*?</${tag}>)`, 'gs'), '');
  let left = xml.replace(
    /<mc:AlternateContent\b[^>]*>.*?(?:<mc:Fallback\b[^>]*?(?:\/>|>(.*?)<\/mc:Fallback>))?\s*<\/mc:AlternateContent>/gs,
    (_, fallback: string | undefined) => fallback ?? '',
  );
  for (const tag of [
    'p:extLst',
    'a:extLst',
    'p:custDataLst',
    'p:controls',
    'p:timing',
    'p:transition',
    'a:hlinkClick',
    'a:hlinkHover',
  ])
    left = without(left, tag);
  return isBalanced(left) ? left : null;
}

/** The relationships the XML names in its attributes. */
export function relationsNamed(xml: string): string[] {
  return [...xml.matchAll(/\sr:\w+="([^"]*)"/g)].flatMap(([, id]) => (id ? [id] : []));
}

function isBalanced(xml: string): boolean {
  const open: string[] = [];
  let isSound = true;
  scanXml(xml, {
    open: (name) => void open.push(name),
    close: (name) => {
      if (open.pop() !== name) isSound = false;
    },
    text: () => undefined,
  });
  return isSound && open.length === 0;
}
