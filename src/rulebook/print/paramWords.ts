import type { PrintContext } from './context';
import { phrase } from './phrase';

const OPEN = phrase('「{title}」（{id:id}）');
const GIVEN = phrase('「{title}」（{id:id}，现取{value:n}）');

/** A parameter where a rule uses it: `「高分界线」(highCutoff，现取90)`. */
export function sayParam(id: string, { rulebook, param }: PrintContext): string {
  const title = rulebook.params.find((parameter) => parameter.id === id)?.title.zh ?? id;
  const value = param(id);
  return value === undefined ? OPEN.say({ title, id }) : GIVEN.say({ title, id, value });
}

/** A parameter that the words of a rule name. */
export interface NamedParam {
  readonly id: string;
  readonly title: string;
  readonly value?: string;
}

export const readParam = (words: string): NamedParam | undefined => GIVEN.read(words) ?? OPEN.read(words);
