/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { ErrorCode } from '../../../lifecycle/web-api/error-code';
import { ConnectionLost, Refused, type Problem } from '../../../lifecycle/web-api/web-api';
import { ErrorPanel } from '../../../webresources/dialog/ErrorPanel';
import { generalWords } from '../../../webresources/dialog/language';
import { Loading } from '../../../webresources/dialog/Loading';
import { problemText } from '../../../webresources/dialog/problem-text';
import { ProgressBar } from '../../../webresources/dialog/ProgressBar';
import { recordAddress } from '../../../webresources/dialog/record-address';
import { ResultList } from '../../../webresources/dialog/ResultList';
import { Disclosure, Section } from '../../../webresources/dialog/Section';
import { Stepper } from '../../../webresources/dialog/Stepper';
import { useLoaded, type Loaded } from '../../../webresources/dialog/use-loaded';
import { useRunning, type Running } from '../../../webresources/dialog/use-running';
import { expectNoBarriers } from './no-barriers';

afterEach(cleanup);

const problem = (code: number, status: number, message = 'Dataverse says no.'): Problem => ({ code, status, message });

describe('an error in words', () => {
    const words = generalWords(1033);

    it.each([
        [problem(ErrorCode.privilegeDenied, 403), /lack a privilege/],
        [problem(ErrorCode.leadAlreadyClosed, 400), /Somebody has closed this lead/],
        [problem(ErrorCode.versionMismatch, 412), /Somebody has changed this/],
        [problem(0, 412), /Somebody has changed this/],
        [problem(ErrorCode.duplicateRecordsFound, 412), /duplicate rule/],
        [problem(ErrorCode.objectDoesNotExist, 404), /no longer exists/],
        [problem(ErrorCode.noRecordOfKey, 404), /no longer exists/],
        [problem(ErrorCode.throttledByTime, 429), /busy/],
        [problem(0, 401), /signed in/],
        [
            problem(ErrorCode.plugInRefused, 400, 'A qualified lead needs a budget.'),
            /^A qualified lead needs a budget.$/,
        ],
        [problem(0x80041234, 400), /^Dataverse says no.$/],
        [new Error('Something of ours.'), /^Something of ours.$/],
    ])('is told: %j', (error, told) => {
        expect(problemText(error, words)).toMatch(told);
        if (!(error instanceof Error)) expect(problemText(new Refused(error), words)).toMatch(told);
    });

    it('says what a lost connection means, which differs for reading and writing', () => {
        expect(problemText(new ConnectionLost(), words, 'reading')).toMatch(/Nothing has been changed/);
        expect(problemText(new ConnectionLost(), words, 'writing')).toMatch(/nobody knows yet/);
    });
});

describe('the panel of an error', () => {
    it('is read out, can be tried again, and shows Dataverse’s own words on demand', async () => {
        const retry = jest.fn();
        render(<ErrorPanel error={new Refused(problem(ErrorCode.privilegeDenied, 403))} onRetry={retry} />);
        const alert = screen.getByRole('alert');
        expect(alert).toHaveTextContent('You lack a privilege');
        expect(within(alert).getByText('Dataverse says no.').closest('details')).not.toHaveAttribute('open');
        userEvent.click(screen.getByRole('button', { name: 'Try again' }));
        expect(retry).toHaveBeenCalledTimes(1);
        await expectNoBarriers();
    });

    it('is not there without an error', () => {
        render(<ErrorPanel error={null} />);
        expect(screen.queryByRole('alert')).toBeNull();
    });
});

describe('progress', () => {
    it('is a bar and words, of which every tenth of the way is read out', async () => {
        const bar = (value: number): JSX.Element => <ProgressBar label="Qualifying" value={value} max={40} />;
        const { rerender } = render(bar(0));
        const spoken = (): string | null => document.querySelector('[aria-live]')?.textContent ?? null;
        expect(spoken()).toBe('Qualifying: 0 of 40');
        rerender(bar(3));
        expect(screen.getByRole('progressbar', { name: 'Qualifying' })).toHaveAttribute('aria-valuetext', '3 of 40');
        expect(spoken()).toBe('Qualifying: 0 of 40');
        rerender(bar(5));
        expect(spoken()).toBe('Qualifying: 5 of 40');
        await expectNoBarriers();
    });

    it('of pages tells which one it is', async () => {
        render(<Stepper label="Steps" steps={['Check', 'Run', 'Results']} current={1} />);
        const steps = within(screen.getByRole('list', { name: 'Steps' })).getAllByRole('listitem');
        expect(steps.map((step) => step.getAttribute('aria-label'))).toEqual([
            'Step 1 of 3: Check, done',
            'Step 2 of 3: Run',
            'Step 3 of 3: Results',
        ]);
        expect(steps[1]).toHaveAttribute('aria-current', 'step');
        await expectNoBarriers();
    });

    it('of loading is said once', async () => {
        render(<Loading />);
        expect(screen.getByRole('status')).toHaveTextContent(/^Loading…$/);
        await expectNoBarriers();
    });
});

describe('the list of results', () => {
    it('tells the state of each in words, links to it, and offers what can be done', async () => {
        const retry = jest.fn();
        render(
            <ResultList
                label="Results"
                rows={[
                    { key: '1', state: 'done', name: 'Amelie Bauer', lines: ['Qualified'], href: '/main.aspx?id=1' },
                    {
                        key: '2',
                        state: 'failed',
                        name: 'Bo Lindqvist',
                        lines: ['The lead is closed.'],
                        action: { label: 'Try again', onClick: retry },
                    },
                ]}
            />,
        );
        expect(screen.getAllByRole('img').map((icon) => icon.getAttribute('aria-label'))).toEqual(['Done', 'Failed']);
        expect(screen.getByRole('link', { name: 'Amelie Bauer (opens in a new tab)' })).toHaveAttribute(
            'target',
            '_blank',
        );
        userEvent.click(screen.getByRole('button', { name: 'Try again Bo Lindqvist' }));
        expect(retry).toHaveBeenCalledTimes(1);
        await expectNoBarriers();
    });

    it('links into the app that the dialog lies in', () => {
        const page = { top: { location: { search: '?appid=a1&pagetype=entitylist' } } } as unknown as Window;
        expect(recordAddress('https://org.crm.dynamics.com', 'lead', '7', page)).toBe(
            'https://org.crm.dynamics.com/main.aspx?appid=a1&pagetype=entityrecord&etn=lead&id=7',
        );
        const stranger = {
            get top(): never {
                throw new DOMException('Blocked', 'SecurityError');
            },
            parent: { location: { search: '' } },
        } as unknown as Window;
        expect(recordAddress('', 'lead', '7', stranger)).toBe('/main.aspx?pagetype=entityrecord&etn=lead&id=7');
    });
});

describe('the parts of a dialog', () => {
    it('have headings, and fold', async () => {
        render(
            <>
                <h1>Dialog</h1>
                <Section title="Criteria" detail="3 of 5">
                    <p>Budget</p>
                </Section>
                <Disclosure title="Columns" detail={12}>
                    <p>Industry</p>
                </Disclosure>
            </>,
        );
        expect(screen.getByRole('region', { name: 'Criteria 3 of 5' })).toHaveTextContent('Budget');
        const folded = screen.getByText('Industry').closest('details');
        expect(folded).not.toHaveAttribute('open');
        userEvent.click(screen.getByText('Columns'));
        expect(folded).toHaveAttribute('open');
        await expectNoBarriers();
    });
});

interface Deferred {
    readonly promise: Promise<string>;
    resolve(value: string): Promise<void>;
    reject(error: unknown): Promise<void>;
}

function deferred(): Deferred {
    const parts: { resolve?: (value: string) => void; reject?: (error: unknown) => void } = {};
    const promise = new Promise<string>((resolve, reject) => Object.assign(parts, { resolve, reject }));
    return {
        promise,
        resolve: (value) => act(async () => parts.resolve?.(value)),
        reject: (error) => act(async () => parts.reject?.(error)),
    };
}

describe('a command', () => {
    function hold(command: () => Promise<string>): {
        readonly current: () => Running<[], string>;
        readonly reported: jest.Mock;
        readonly leave: () => void;
    } {
        const reported = jest.fn();
        const kept: Running<[], string>[] = [];
        function Holder(): null {
            kept.unshift(useRunning(command, reported));
            return null;
        }
        const { unmount } = render(<Holder />);
        const current = (): Running<[], string> => {
            const [latest] = kept;
            if (!latest) throw new Error('Nothing was rendered.');
            return latest;
        };
        return { current, reported, leave: unmount };
    }

    it('runs once at a time, however often it is started', async () => {
        const waiting = deferred();
        const command = jest.fn(() => waiting.promise);
        const { current } = hold(command);
        const { run } = current();
        const results: Promise<string | undefined>[] = [];
        await act(async () => void results.push(run(), run()));
        expect(current().isRunning).toBe(true);
        await waiting.resolve('done');
        expect([command.mock.calls.length, await Promise.all(results), current().isRunning]).toEqual([
            1,
            ['done', undefined],
            false,
        ]);
    });

    it('keeps what it failed with until it is run again', async () => {
        const [first, second] = [deferred(), deferred()];
        const { current, reported } = hold(
            jest.fn().mockReturnValueOnce(first.promise).mockReturnValueOnce(second.promise),
        );
        const error = new ConnectionLost();
        await act(async () => void current().run());
        await first.reject(error);
        expect(current()).toMatchObject({ isRunning: false, error });
        expect(reported).toHaveBeenCalledWith(error);
        await act(async () => void current().run());
        expect(current().error).toBeNull();
        await second.resolve('done');
    });

    it('that ends after its dialog is closed disturbs nobody', async () => {
        const warned = jest.spyOn(console, 'error').mockImplementation(() => undefined);
        const waiting = deferred();
        const { current, leave } = hold(() => waiting.promise);
        await act(async () => void current().run());
        leave();
        await waiting.resolve('late');
        expect(warned).not.toHaveBeenCalled();
        warned.mockRestore();
    });
});

describe('what a dialog reads', () => {
    it('can be read again, and a former reading that comes late is dropped', async () => {
        const readings = [deferred(), deferred(), deferred()];
        let count = 0;
        const read = (): Promise<string> => readings[count++]?.promise ?? Promise.reject(new Error('One too many.'));
        const seen: Loaded<string>[] = [];
        function Reader(): JSX.Element {
            const loaded = useLoaded(read);
            seen.unshift(loaded);
            return <button onClick={loaded.again}>again</button>;
        }
        render(<Reader />);
        await readings[0]?.reject(new ConnectionLost());
        expect(seen[0]).toMatchObject({ state: 'failed', error: { name: 'ConnectionLost' } });
        fireEvent.click(screen.getByRole('button'));
        expect(seen[0]).toMatchObject({ state: 'loading' });
        fireEvent.click(screen.getByRole('button'));
        await readings[2]?.resolve('new');
        await readings[1]?.resolve('old');
        expect(seen[0]).toMatchObject({ state: 'ready', value: 'new' });
    });
});
