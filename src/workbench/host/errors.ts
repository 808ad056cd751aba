/** A call the host refuses, as it travels in a batch answer. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

export const itemNotFound = (): ApiError =>
  new ApiError('ItemNotFound', "The requested resource doesn't exist.", 404);

export const invalidArgument = (
  message = 'The argument is invalid or missing or has an incorrect format.',
): ApiError => new ApiError('InvalidArgument', message, 400);

export const invalidReference = (): ApiError =>
  new ApiError('InvalidReference', 'This reference is not valid for the current operation.', 400);

export const invalidOperation = (message = 'The operation attempted is invalid on the object.'): ApiError =>
  new ApiError('InvalidOperation', message, 400);

export const itemAlreadyExists = (): ApiError =>
  new ApiError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.', 409);

export const accessDenied = (): ApiError =>
  new ApiError('AccessDenied', 'You cannot perform the requested operation.', 403);

/** A member the host does not model; counted, so that a test can insist that there was none. */
export const notModelled = (member: string): ApiError =>
  new ApiError('ApiNotFound', `The host does not model ${member}.`, 404);

/**
 * Refusals of a whole request, by the number the channel carries them with, and the code and status the client
 * library makes of each.
 */
export const REQUEST_ERRORS = {
  InvalidOrTimedOutSession: { number: 5012, status: 408 },
  ActivityLimitReached: { number: 5102, status: 429 },
  RequestPayloadSizeLimitExceeded: { number: 5103, status: 400 },
  ResponsePayloadSizeLimitExceeded: { number: 5104, status: 400 },
  AccessDenied: { number: 7000, status: 401 },
  InvalidOperationInCellEditMode: { number: 5004, status: 400 },
  WriteNotSupportedWhenModalDialogOpen: { number: 5016, status: 400 },
  GeneralException: { number: 5001, status: 500 },
} as const;
export type RequestErrorCode = keyof typeof REQUEST_ERRORS;
