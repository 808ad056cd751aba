import type { ApiError } from './errors';
import { REQUEST_ERRORS, type RequestErrorCode } from './errors';

/** A refusal of a whole request. */
export interface RequestRefusal {
  readonly code: RequestErrorCode;
  readonly number: number;
  readonly status: number;
}

/** Failures a test asks for. Calls are counted from 1, from the moment the host is made. */
export class Faults {
  /** Answers wait this many milliseconds. */
  latency = 0;
  private calls = 0;
  private readonly planned = new Map<number, RequestErrorCode | ApiError>();

  /** Calls seen so far. */
  get count(): number {
    return this.calls;
  }

  /** Lets call number `n` fail: the whole request with a code of the channel, or as a batch error. */
  failCall(n: number, code: RequestErrorCode | ApiError): void {
    this.planned.set(n, code);
  }

  /** Lets the call after the last one fail. */
  failNext(code: RequestErrorCode | ApiError): void {
    this.failCall(this.calls + 1, code);
  }

  clear(): void {
    this.planned.clear();
    this.latency = 0;
  }

  /** Counts a call and gives the failure planned for it, once. */
  take(): RequestErrorCode | ApiError | undefined {
    const fault = this.planned.get(++this.calls);
    this.planned.delete(this.calls);
    return fault;
  }
}

export function refusal(code: RequestErrorCode): RequestRefusal {
  return { code, ...REQUEST_ERRORS[code] };
}
