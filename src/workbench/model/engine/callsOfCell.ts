import type { CellValue } from '../../../workbook/grid';
import type { CallResult, CustomCall, CustomFunctionPort } from './customPort';
import { error, type Matrix } from './operands';

interface OpenCall {
  readonly call: CustomCall;
  result?: CallResult;
  used: boolean;
}

/** The calls of custom functions one cell's formula makes. */
export class CallsOfCell {
  /** Told when a call has given a result. */
  onResult: () => void = () => undefined;
  private readonly calls = new Map<string, OpenCall>();

  constructor(
    private readonly port: CustomFunctionPort,
    private readonly caller: () => string,
  ) {}

  begin(): void {
    for (const call of this.calls.values()) call.used = false;
  }

  /** The result of a call, `#BUSY!` until it has one; undefined when there is no such function. */
  value(name: string, args: readonly (CellValue | Matrix | null)[]): CallResult | undefined {
    if (!this.port.has(name)) return undefined;
    if (args.some(isBusy)) return error('#BUSY!');
    const key = `${name}\n${JSON.stringify(args)}`;
    const known = this.calls.get(key);
    if (known) {
      known.used = true;
      return known.result ?? error('#BUSY!');
    }
    const made: OpenCall = {
      used: true,
      call: this.port.call(name, args, this.caller(), (result) => {
        if (this.calls.get(key) !== made) return;
        made.result = result;
        this.onResult();
      }),
    };
    this.calls.set(key, made);
    return error('#BUSY!');
  }

  /** Ends the calls the formula made before and does not make now. */
  end(): void {
    for (const [key, { call, used }] of this.calls) {
      if (used) continue;
      this.calls.delete(key);
      call.cancel();
    }
  }

  /** The next calculation calls again. */
  forget(): void {
    this.cancelAll();
  }

  cancelAll(): void {
    const open = [...this.calls.values()];
    this.calls.clear();
    for (const { call } of open) call.cancel();
  }
}

function isBusy(value: CellValue | Matrix | null): boolean {
  const first = Array.isArray(value) ? null : value;
  return first !== null && typeof first === 'object' && first.error === '#BUSY!';
}
