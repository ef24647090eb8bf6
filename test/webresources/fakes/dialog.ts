import type { DialogMessage } from '../../../lifecycle/dialogs/exchange';

/** Plays the dialog web resource: asks for its input, answers, waits until the opener has the answer, and closes. */
export function answerDialog(id: string, answer: unknown): Promise<void> {
    const channel = new BroadcastChannel(`LeadLifecycle.${id}`);
    return new Promise((resolve) => {
        channel.onmessage = (event) => {
            const message = (event as MessageEvent<DialogMessage>).data;
            if (message.kind === 'input') channel.postMessage({ kind: 'answer', answer });
            if (message.kind !== 'received') return;
            channel.close();
            resolve();
        };
        channel.postMessage({ kind: 'ready' });
    });
}
