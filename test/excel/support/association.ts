type AnyFunction = (...args: never[]) => unknown;

/** Names with the functions associated with them, as office.js hands them to the library it loads. */
export class Association {
  readonly mappings: Record<string, AnyFunction> = {};
  private readonly listeners: (() => void)[] = [];

  associate(name: string, implementation: AnyFunction): void {
    this.mappings[name.toUpperCase()] = implementation;
    for (const listener of this.listeners) listener();
  }

  onchange(listener: (() => void) | undefined): void {
    if (listener) this.listeners.push(listener);
  }

  /** Forgets all, as a page that is loaded anew. */
  clear(): void {
    for (const name of Object.keys(this.mappings)) delete this.mappings[name];
    for (const listener of this.listeners) listener();
  }
}

/** `{associate, _association}`, the form in which office.js offers an association. */
export function offered(association: Association): object {
  return {
    _association: association,
    associate: (name: string, implementation: AnyFunction) => {
      association.associate(name, implementation);
    },
  };
}
