import type { BatchRequest } from './protocol';
import type { ExcelHost } from './excelHost';

/** What the client library looks for under the name `_richApiNativeBridge` while it loads. */
export interface NativeBridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost: ((text: string) => void) | null;
}

interface BridgeMessage {
  readonly id: number;
  readonly flags?: number;
  readonly message: { readonly body: BatchRequest | string };
}

const RESPONSE = 1;
const MESSAGES = 3;

/** A bridge between the client library and a host in the same process. `host` is asked at every call. */
export function nativeBridge(
  host: () => ExcelHost | undefined,
): NativeBridge & { connect(host: ExcelHost): () => void } {
  const bridge: NativeBridge & { connect(host: ExcelHost): () => void } = {
    onMessageFromHost: null,
    sendMessageToHost(text) {
      const { id, flags, message } = JSON.parse(text) as BridgeMessage;
      const answer = (statusCode: number, body: unknown): void => {
        bridge.onMessageFromHost?.(
          JSON.stringify({ id, type: RESPONSE, message: { statusCode, headers: {}, body } }),
        );
      };
      const current = host();
      if (!current) {
        answer(408, { error: { code: 'InvalidOrTimedOutSession', message: 'There is no workbook.' } });
        return;
      }
      void current.handle({ body: message.body, ...(flags !== undefined && { flags }) }).then((given) => {
        if ('body' in given) answer(200, JSON.parse(given.text));
        else
          answer(given.refused.status, { error: { code: given.refused.code, message: given.refused.code } });
      });
    },
    connect(connected) {
      return connected.onMessage((entries) => {
        bridge.onMessageFromHost?.(JSON.stringify({ type: MESSAGES, message: { entries } }));
      });
    },
  };
  return bridge;
}
