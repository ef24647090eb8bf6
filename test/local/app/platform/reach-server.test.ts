/** @jest-environment jsdom */
import { reachServer } from '../../../../local/app/platform/reach-server';

const gone = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));

describe('A server that is gone', () => {
    it('is told of in the words of the user', async () => {
        await expect(reachServer(gone, () => 'The server does not answer.')('/x')).rejects.toThrow(
            'The server does not answer.',
        );
    });

    it('is told of in the words of the browser before there are others', async () => {
        await expect(reachServer(gone, () => undefined)('/x')).rejects.toThrow('Failed to fetch');
    });

    it('is not what a request that was given up tells of', async () => {
        const givenUp = (): Promise<Response> => Promise.reject(new DOMException('given up', 'AbortError'));
        await expect(reachServer(givenUp, () => 'gone')('/x')).rejects.toThrow('given up');
    });
});
