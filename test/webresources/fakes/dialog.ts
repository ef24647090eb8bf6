import type { DialogMessage } from '../../../lifecycle/dialogs/exchange';

/**
 * Plays the dialog web resource: asks for its input, answers, waits until the opener has the answer, and closes.
 * @param onInput called with what the dialog was opened with
 */
export function answerDialog(
    id: string,
    answer: unknown,
    onInput: (input: unknown) => void = () => undefined,
): Promise<void> {
    const channel = new BroadcastChannel(`LeadLifecycle.${id}`);
    return new Promise((resolve) => {
        channel.onmessage = (event) => {
            const message = (event as MessageEvent<DialogMessage>).data;
            if (message.kind === 'input') {
                onInput(message.input);
                channel.postMessage({ kind: 'answer', answer });
            }
            if (message.kind !== 'received') return;
            channel.close();
            resolve();
        };
        channel.postMessage({ kind: 'ready' });
    });
}
