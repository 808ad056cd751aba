/** `13912345678` -> `139****5678`; short numbers keep their last two digits. */
export function maskPhone(phone: string): string {
  return phone.replace(/\d[\d -]{3,}\d/g, (number) => {
    const digits = number.replace(/\D/g, '');
    if (digits.length >= 11) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
    return `${'*'.repeat(digits.length - 2)}${digits.slice(-2)}`;
  });
}

/** `王晓明` -> `王**`; 某先生 and 匿名 hide nothing and stay. */
export function maskName(name: string): string {
  const text = name.trim();
  if (/某|匿名|先生|女士|小姐/.test(text) || text.length < 2) return text;
  const [first = '', ...rest] = text;
  return `${first}${'*'.repeat(rest.length)}`;
}
