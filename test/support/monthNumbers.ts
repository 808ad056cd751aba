const FIELDS = [
  'pointsDeducted',
  'pointsAdded',
  'bonus',
  'score',
  'fineYuan',
  'performanceDeductPct',
  'discipline',
] as const;

/** The fields of a subject's month that are compared; a left-out field is zero or empty, lists have no order. */
export function numbersOf(result: object): Record<string, unknown> {
  const given = result as Readonly<Record<string, unknown>>;
  const numbers: Record<string, unknown> = Object.fromEntries(
    FIELDS.map((field) => {
      const value = given[field];
      if (Array.isArray(value)) return [field, [...(value as string[])].sort()];
      return [field, value ?? (field === 'discipline' ? [] : '0')];
    }),
  );
  if (typeof given.tier === 'string') numbers.tier = given.tier;
  return numbers;
}
