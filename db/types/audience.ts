/** Who may read a field: the customer's version of a document holds customer fields only. */
export type Audience = 'customer' | 'internal';

/** The fields of the book that a part of a document shows or is computed from, such as `goal.target`. */
type Fields = string | readonly string[];

/**
 * Names the fields behind every part of a document, by the document's own shape: for an object key by key or at once, for a
 * list by one map for all entries. It is total, so that a part added to the document does not compile until its field is named.
 */
export type FieldMap<Document> =
  | Fields
  | (Document extends readonly (infer Entry)[]
      ? FieldMap<Entry>
      : Document extends object
        ? { readonly [Key in keyof Document]-?: FieldMap<NonNullable<Document[Key]>> }
        : never);

/** Tells a field's audience; what nobody classified must be answered with internal. */
export type AudienceOf = (field: string) => Audience;

/**
 * The document with its internal parts left out: objects lose the key itself, since an empty "health" column tells that there
 * is one. Parts the map does not know are left out as well. A document's type says with optional keys what may be missing so.
 */
export function forCustomer<Document>(
  document: Document,
  map: FieldMap<Document>,
  audienceOf: AudienceOf,
): Document {
  return keepCustomerParts(document, map, audienceOf) as Document;
}

function keepCustomerParts(part: unknown, map: unknown, audienceOf: AudienceOf): unknown {
  if (isFields(map)) return part;
  if (Array.isArray(part)) return part.map((entry) => keepCustomerParts(entry, map, audienceOf));
  if (!isObject(part)) return part;
  const kept: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(part)) {
    const place = placeIn(map, key);
    if (place === undefined || (isFields(place) && internalField(place, audienceOf) !== null)) continue;
    kept[key] = keepCustomerParts(inner, place, audienceOf);
  }
  return kept;
}

export type Leak = {
  /** The internal field; null for a part the map does not know, which is internal until someone says otherwise. */
  readonly field: string | null;
  /** Where it stands in the document, such as `goals.3.note`. */
  readonly path: string;
};

/**
 * The first internal part in a document meant for the customer, or null when there is none: the last gate before a file is
 * written, whoever composed the document and however old it is. Empty internal parts count too.
 */
export function leakIn(document: unknown, map: unknown, audienceOf: AudienceOf): Leak | null {
  return firstLeak(document, map, audienceOf, []);
}

function firstLeak(
  part: unknown,
  map: unknown,
  audienceOf: AudienceOf,
  path: readonly string[],
): Leak | null {
  if (isFields(map)) {
    const field = internalField(map, audienceOf);
    return field === null ? null : { field, path: path.join('.') };
  }
  if (map === undefined || (part !== null && !isObject(part))) return { field: null, path: path.join('.') };
  if (part === null) return null;
  for (const [key, inner] of Object.entries(part)) {
    const place = Array.isArray(part) ? map : placeIn(map, key);
    const leak = firstLeak(inner, place, audienceOf, [...path, key]);
    if (leak) return leak;
  }
  return null;
}

function internalField(fields: Fields, audienceOf: AudienceOf): string | null {
  const named = typeof fields === 'string' ? [fields] : fields;
  return named.find((field) => audienceOf(field) === 'internal') ?? null;
}

function isFields(map: unknown): map is Fields {
  return typeof map === 'string' || Array.isArray(map);
}

function placeIn(map: unknown, key: string): unknown {
  return isObject(map) && Object.hasOwn(map, key) ? map[key] : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
