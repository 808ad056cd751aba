import { fold } from './fold';

type Slots<T extends string> = T extends `${string}{${infer Slot}}${infer Rest}` ? Slot | Slots<Rest> : never;
type NameOf<S extends string> = S extends `${infer Name}:${string}` ? Name : S;
type Names<T extends string> = NameOf<Slots<T>>;

/** What may stand in a slot, by the letters after its colon; without any: words. */
const PATTERNS = {
  n: String.raw`-?\d+(?:\.\d+)?`,
  time: String.raw`\d{2}:\d{2}`,
  date: String.raw`\d{4}-\d{2}-\d{2}`,
  opt: String.raw`[^。;]*?`,
  part: String.raw`[^。;,]{1,40}?`,
  id: String.raw`[A-Za-z0-9][A-Za-z0-9._-]{0,39}`,
} as const;
const WORDS = String.raw`[^。;]+?`;
/** Longer texts are no phrase; looking for one in them would take long. */
const LONGEST = 600;

/**
 * A phrase of the printed regulation: one template both says it and reads it, so that what is printed and what
 * is understood cannot come apart. `{name}` is a slot for words, `{name:n}` for a number, `:time` for a time of
 * day, `:date` for a date, `:id` for an id, `:opt` for words that may be missing,
 * `:part` for words without a comma.
 */
export interface Phrase<Name extends string> {
  readonly say: (values: Readonly<Record<Name, string>>) => string;
  /** The values, where the text is this phrase and nothing else; width and white space do not matter. */
  readonly read: (text: string) => Readonly<Record<Name, string>> | undefined;
}

export function phrase<const T extends string>(template: T): Phrase<Names<T>> {
  const parts = template.split(/\{([^}]+)\}/);
  const slots = parts
    .filter((_part, index) => index % 2 === 1)
    .map((slot) => {
      const [name = '', kind] = slot.split(':');
      return {
        name,
        isWords: kind === undefined || kind === 'opt' || kind === 'part',
        pattern: patternOf(kind),
      };
    });
  const source = parts.map((part, index) => {
    if (index % 2 === 0) return spaced(part);
    return `(${slots[(index - 1) / 2]?.pattern ?? WORDS})`;
  });
  const reader = new RegExp(String.raw`^\s*${source.join(String.raw`\s*`)}\s*$`, 'd');
  return {
    say: (values) =>
      template.replace(/\{([^}:]+)(?::[^}]+)?\}/g, (_slot, name: string) => values[name as Names<T>]),
    read: (text) => {
      const match = text.length > LONGEST ? null : reader.exec(fold(text));
      if (match === null) return undefined;
      const values: Record<string, string> = {};
      slots.forEach(({ name, isWords }, index) => {
        const [from, to] = match.indices?.[index + 1] ?? [0, 0];
        values[name] = isWords ? text.slice(from, to).trim() : (match[index + 1] ?? '');
      });
      return values as Record<Names<T>, string>;
    },
  };
}

const patternOf = (kind: string | undefined): string =>
  kind !== undefined && Object.hasOwn(PATTERNS, kind) ? PATTERNS[kind as keyof typeof PATTERNS] : WORDS;

/** Literal words of a template, with white space allowed between the characters. */
function spaced(words: string): string {
  return [...fold(words)]
    .map((character) => character.replace(/[\\^$.*+?()[\]{}|]/, String.raw`\$&`))
    .join(String.raw`\s*`);
}

/** A fixed choice of words: said by key, read back to the key. */
export interface Choice<Key extends string> {
  readonly say: (key: Key) => string;
  readonly read: (text: string) => Key | undefined;
}

export function choice<Key extends string>(words: Readonly<Record<Key, string>>): Choice<Key> {
  const byWords = new Map(
    (Object.keys(words) as Key[]).map((key) => [fold(words[key]).replace(/\s/g, ''), key] as const),
  );
  return {
    say: (key) => words[key],
    read: (text) => byWords.get(fold(text).replace(/\s/g, '')),
  };
}
