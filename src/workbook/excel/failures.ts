import { ProblemError } from '../../facts/problem';

const CODES: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode: 'HOST_EDITING',
  InvalidOperation: 'HOST_EDITING',
  AccessDenied: 'HOST_PROTECTED',
  RequestPayloadSizeLimitExceeded: 'HOST_TOO_LARGE',
  ResponsePayloadSizeLimitExceeded: 'HOST_TOO_LARGE',
  ActivityLimitReached: 'HOST_BUSY',
  InvalidOrTimedOutSession: 'HOST_BUSY',
  WriteNotSupportedWhenModalDialogOpen: 'HOST_BUSY',
};

/** What Excel refused, as a problem with a sentence. Other errors are bugs and stay what they are. */
export function hostFailure(error: unknown): unknown {
  if (error instanceof ProblemError) return error;
  if (typeof OfficeExtension === 'undefined' || !(error instanceof OfficeExtension.Error)) return error;
  const { code, debugInfo } = error;
  return new ProblemError(CODES[code] ?? 'HOST_FAILED', { code, at: debugInfo?.errorLocation ?? '' });
}

/**
 * Runs a batch over the workbook, waiting while a cell is being edited.
 * @throws ProblemError HOST_EDITING, HOST_PROTECTED, HOST_TOO_LARGE, HOST_BUSY, HOST_FAILED {code}
 */
export async function inExcel<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, work);
  } catch (error) {
    throw hostFailure(error);
  }
}

/**
 * Runs a batch that only reads. Objects live for one request, so that nothing has to be given back afterwards: one
 * request fewer than `inExcel`. While a cell is being edited it waits like that.
 * @throws ProblemError as `inExcel`
 */
export async function readExcel<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await work(new Excel.RequestContext());
  } catch (error) {
    const failure = hostFailure(error);
    if (failure instanceof ProblemError && failure.problem.code === 'HOST_EDITING') return inExcel(work);
    throw failure;
  }
}
