/** @jest-environment jsdom */
import * as React from 'react';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { TransitionMapApp } from '../../../controls/TransitionMap/components/TransitionMapApp';
import type { KeptDraft } from '../../../controls/TransitionMap/draft-store';
import {
    RowChangedError,
    type MakerEnvironment,
    type NewStatusReason,
} from '../../../controls/TransitionMap/environment/maker-environment';
import { createText } from '../../../controls/TransitionMap/texts';
import { colorsOf, cssVariables, fluentTheme } from '../../../controls/appearance/theme';
import { format } from '../../../lifecycle/messages';
import { standing } from '../../../lifecycle/transitions/standing';
import type { StoredTransition } from '../../../lifecycle/transitions/stored-transition';
import type { TransitionWrite } from '../../../lifecycle/transitions/write-changes';
import { writeExchangeFile } from '../../../lifecycle/transitions/write-exchange-file';
import { statusReasons } from '../../lifecycle/builders';
import { aStored } from '../../lifecycle/transitions/arbitraries';
import { textsOf } from '../mock-context';

// Roles are computed for every element; on a busy machine that takes its time.
jest.setTimeout(60_000);

/** An environment in memory, which several makers may change. */
class FakeEnvironment implements MakerEnvironment {
    transitions: readonly StoredTransition[] = standing([], 1033).map((one) => ({ ...one }));
    reasons = statusReasons;
    saves: (readonly TransitionWrite[])[] = [];
    added: NewStatusReason[] = [];
    forgotten = 0;
    guardIsOff = false;
    mayAdd = true;
    refusal: Error | null = null;
    /** What happens on the server between the map's reading and its writing. */
    meanwhile: () => void = () => undefined;

    readTransitions = async () => ({
        transitions: this.transitions,
        versions: new Map(this.transitions.map(({ id }) => [id, 'W/"1"'])),
        changedBy: new Map(this.transitions.map(({ id }) => [id, 'Avery Stone'])),
    });
    readStatusModel = async () => ({
        statusReasons: this.reasons,
        stateLabels: new Map([
            [0, 'Open'],
            [1, 'Qualified'],
            [2, 'Disqualified'],
        ]),
        startStatus: 1,
        languages: [1033, 1036],
    });
    readColumns = async () => [
        { name: 'budgetamount', label: 'Budget Amount', isOffered: true },
        { name: 'need', label: 'Need', isOffered: true },
    ];
    readRoles = async () => ['Sales Manager', 'Salesperson'];
    countLeads = async () =>
        new Map([
            [1, 710],
            [2, 412],
        ]);
    isGuardOff = async () => this.guardIsOff;
    mayAddStatusReasons = async () => this.mayAdd;
    save = async (writes: readonly TransitionWrite[]) => {
        this.meanwhile();
        if (this.refusal) throw this.refusal;
        this.saves.push(writes);
        const gone = new Set(writes.flatMap((write) => (write.kind === 'delete' ? [write.id] : [])));
        this.transitions = [
            ...this.transitions.filter(({ id }) => !gone.has(id)),
            ...writes.flatMap((write) =>
                write.kind === 'create'
                    ? [
                          aStored(
                              Number(write.columns['llc_fromstatuscode']),
                              Number(write.columns['llc_tostatuscode']),
                              {
                                  id: String(write.columns['llc_statustransitionid']),
                              },
                          ),
                      ]
                    : [],
            ),
        ];
    };
    addStatusReason = async (reason: NewStatusReason) => {
        if (this.refusal) throw this.refusal;
        this.added.push(reason);
        this.reasons = [...this.reasons, { value: 617400001, label: reason.labels.get(1033) ?? '', state: 0 }];
        return 617400001;
    };
    forgetRules = () => {
        this.forgotten += 1;
    };
    report = () => undefined;
}

interface Options {
    readonly environment?: FakeEnvironment;
    readonly kept?: KeptDraft | null;
    readonly mayEdit?: boolean;
    readonly language?: number;
}

async function openMap(options: Options = {}) {
    const environment = options.environment ?? new FakeEnvironment();
    const texts = textsOf('TransitionMap', options.language ?? 1033);
    const downloads: { name: string; content: string }[] = [];
    let kept = options.kept ?? null;
    const page = render(
        <TransitionMapApp
            environment={environment}
            store={{
                read: () => kept,
                write: (draft) => {
                    kept = draft;
                },
            }}
            language={options.language === 1036 ? 1036 : 1033}
            userLanguage={options.language ?? 1033}
            mayEdit={options.mayEdit ?? true}
            generation={0}
            width={1200}
            height={700}
            theme={fluentTheme(undefined)}
            cssVariables={cssVariables(colorsOf(undefined))}
            text={createText(() => ({ getString: (key: string) => texts.get(key) ?? key }))}
            number={(value) => String(value)}
            onSaved={() => undefined}
            onDownload={(name, content) => downloads.push({ name, content })}
        />,
    );
    await screen.findByRole('group', { name: format(texts.get('map.label') ?? '', []) });
    await act(async () => undefined);
    return { environment, downloads, container: page.container, unmount: page.unmount, kept: () => kept };
}

const box = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}.*leads?$`) });
const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const changeCount = () => screen.getByText(/^(\d+ unsaved|Everything is saved)/).textContent;
const descriptionOf = (element: HTMLElement) =>
    document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent ?? '';

/** An environment in which Contacted has no way to Lost. */
function withoutLost(): FakeEnvironment {
    const environment = new FakeEnvironment();
    environment.transitions = environment.transitions.filter(({ from, to }) => !(from === 2 && to === 4));
    return environment;
}

describe('the map', () => {
    it('shows the status reasons by state, with their leads and in words where they lead', async () => {
        await openMap();
        const open = screen.getByRole('group', { name: 'Open' });
        expect(
            within(open)
                .getAllByRole('button')
                .map(({ textContent }) => textContent),
        ).toEqual(['New710 leads', 'Contacted412 leads']);
        expect(descriptionOf(box('Qualified'))).toBe(
            'Leads go from here to: New, Contacted. They come here from: New, Contacted.',
        );
    });

    it('adds a move with the mouse, refuses what Dataverse refuses, and undoes it', async () => {
        await openMap({ environment: withoutLost() });
        fireEvent.click(box('Contacted'));
        click('Add a move from here');
        fireEvent.click(box('New'));
        expect(changeCount()).toBe('Everything is saved');
        // The keyboard goes on where the move starts.
        expect(document.activeElement).toBe(box('Contacted'));
        expect(box('New').getAttribute('aria-disabled')).toBe('true');
        fireEvent.click(box('Lost'));
        expect(changeCount()).toBe('1 unsaved change');
        expect(descriptionOf(box('Contacted'))).toContain('Lost');
        click('Undo');
        expect(changeCount()).toBe('Everything is saved');
        click('Redo');
        expect(changeCount()).toBe('1 unsaved change');
        click('Discard');
        expect(changeCount()).toBe('Everything is saved');
    });

    it('does all of it with the keyboard', async () => {
        await openMap({ environment: withoutLost() });
        box('New').focus();
        fireEvent.keyDown(box('New'), { key: 'ArrowDown' });
        expect(document.activeElement).toBe(box('Contacted'));
        fireEvent.keyDown(box('Contacted'), { key: '+' });
        expect(screen.getByText(/Where may leads go from Contacted\?/)).toBeTruthy();
        fireEvent.keyDown(box('Contacted'), { key: 'Escape' });
        expect(screen.queryByText(/Where may leads go/)).toBeNull();
        fireEvent.keyDown(box('Contacted'), { key: '+' });
        fireEvent.keyDown(box('Contacted'), { key: 'ArrowRight' });
        while (document.activeElement !== box('Lost')) {
            const at = document.activeElement as HTMLElement;
            fireEvent.keyDown(at, { key: 'ArrowUp' });
            expect(document.activeElement).not.toBe(at);
        }
        fireEvent.click(box('Lost'));
        expect(changeCount()).toBe('1 unsaved change');
        const moves = screen.getByRole('region', { name: 'Status reason Contacted' });
        fireEvent.keyDown(within(moves).getByRole('button', { name: /^Contacted → Lost/ }), { key: 'Delete' });
        expect(changeCount()).toBe('Everything is saved');
    });

    it('checks while it is drawn, and leads to what it has found', async () => {
        await openMap({ environment: withoutLost() });
        expect(screen.getByText(/Every status reason can be reached/)).toBeTruthy();
        fireEvent.click(box('New'));
        const moves = screen.getByRole('region', { name: 'Status reason New' });
        fireEvent.click(within(moves).getByRole('button', { name: 'Remove New → Lost' }));
        click('Overview');
        click(/^Lost cannot be reached/);
        expect(screen.getByRole('region', { name: 'Status reason Lost' })).toBeTruthy();
    });

    it('says before saving how many leads a change leaves without a way out', async () => {
        const environment = new FakeEnvironment();
        environment.transitions = environment.transitions.filter(({ from, to }) => from !== 2 || to === 1);
        await openMap({ environment });
        fireEvent.click(box('Contacted'));
        click('Remove Contacted → New');
        const warning = '412 open leads stand in a reason that this change leaves without a way out: Contacted (412).';
        expect(screen.getByText(warning)).toBeTruthy();
        click('Overview');
        expect(screen.getByText(warning)).toBeTruthy();
    });

    it('has nothing against it for people who cannot see or use a mouse', async () => {
        const { container } = await openMap();
        const options = { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } };
        expect((await axe.run(container, options)).violations).toEqual([]);
        fireEvent.click(box('Contacted'));
        fireEvent.click(screen.getByRole('button', { name: /^Contacted → Lost/ }));
        expect((await axe.run(container, options)).violations).toEqual([]);
        click('Matrix');
        expect((await axe.run(container, options)).violations).toEqual([]);
    });

    it('speaks French', async () => {
        await openMap({ language: 1036 });
        expect(screen.getByRole('button', { name: 'Ajouter une raison du statut' })).toBeTruthy();
    });

    it('offers no edit to who may not change the table', async () => {
        await openMap({ mayEdit: false });
        fireEvent.click(box('Contacted'));
        expect(screen.queryByRole('button', { name: /^(Save|Add|Remove|Import|Undo)/ })).toBeNull();
        expect(screen.getByRole('button', { name: 'Export' })).toBeTruthy();
    });
});

describe('the matrix', () => {
    it('permits, opens and forbids moves with the keyboard', async () => {
        await openMap({ environment: withoutLost() });
        click('Matrix');
        const cell = (name: string) => screen.getByRole('gridcell', { name });
        cell('New: a lead stays where it is').focus();
        fireEvent.keyDown(cell('New: a lead stays where it is'), { key: 'ArrowDown' });
        expect(document.activeElement).toBe(cell('Contacted → New: permitted'));
        fireEvent.keyDown(cell('Contacted → Lost: not permitted'), { key: 'Enter' });
        expect(cell('Contacted → Lost: permitted').getAttribute('aria-selected')).toBe('true');
        expect(screen.getByRole('region', { name: 'Move Contacted → Lost' })).toBeTruthy();
        fireEvent.keyDown(cell('Contacted → Lost: permitted'), { key: 'Delete' });
        expect(changeCount()).toBe('Everything is saved');
        fireEvent.keyDown(cell('Qualified → Lost: Dataverse has no such way'), { key: 'Enter' });
        expect(changeCount()).toBe('Everything is saved');
    });
});

describe('what a move demands', () => {
    async function openMove(environment = new FakeEnvironment()) {
        const opened = await openMap({ environment });
        click('Matrix');
        fireEvent.click(screen.getByRole('gridcell', { name: /^New → Lost/ }));
        return opened;
    }

    it('is picked by the names that people see', async () => {
        const { environment } = await openMove();
        const columns = screen.getByRole('combobox', { name: 'Columns that must have a value' });
        fireEvent.change(columns, { target: { value: 'budg' } });
        fireEvent.keyDown(columns, { key: 'Enter' });
        fireEvent.click(screen.getByRole('switch', { name: /Note required/ }));
        fireEvent.click(screen.getByRole('combobox', { name: /Who may make it/ }));
        fireEvent.click(screen.getByRole('option', { name: 'Sales Manager' }));
        const message = screen.getByRole('textbox', { name: /Message/ });
        fireEvent.change(message, { target: { value: 'Ask Grace first.' } });
        fireEvent.blur(message);
        click('Save');
        await waitFor(() => expect(environment.saves).toHaveLength(1));
        expect(environment.saves[0]).toEqual([
            {
                kind: 'update',
                id: expect.any(String),
                columns: {
                    llc_requiredcolumns: 'budgetamount',
                    llc_noterequired: true,
                    llc_requiredrole: 'Sales Manager',
                    llc_message: 'Ask Grace first.',
                },
            },
        ]);
    });

    it('may be another for another role; two for the same people cannot be saved', async () => {
        await openMove();
        click('Add one for another role');
        expect(changeCount()).toBe('1 unsaved change');
        fireEvent.click(screen.getByRole('combobox', { name: /Who may make it/ }));
        fireEvent.click(screen.getByRole('option', { name: 'Anyone' }));
        expect(screen.getByText(/^It cannot be saved like this\..*is there twice/)).toBeTruthy();
        expect(screen.getByRole('button', { name: 'Save' }).getAttribute('aria-disabled')).toBe('true');
    });

    it('names a column and a role that are not there', async () => {
        const environment = new FakeEnvironment();
        environment.transitions = environment.transitions.map((one) =>
            one.from === 1 && one.to === 4 ? { ...one, requiredColumns: ['new_gone'], requiredRole: 'Closers' } : one,
        );
        await openMove(environment);
        expect(screen.getByText(/asks for the column new_gone, which lead does not have/)).toBeTruthy();
        expect(screen.getByText(/only for the role Closers, which does not exist here/)).toBeTruthy();
        click('Remove new_gone');
        expect(screen.queryByText(/new_gone/)).toBeNull();
    });
});

describe('saving', () => {
    const forbidLost = () => {
        fireEvent.click(box('New'));
        click('Remove New → Lost');
    };

    it('writes everything at once and says so', async () => {
        const { environment } = await openMap();
        forbidLost();
        click('Remove New → Canceled');
        click('Save');
        expect(await screen.findByText(/^2 changes saved/)).toBeTruthy();
        expect(environment.saves.map((writes) => writes.map(({ kind }) => kind))).toEqual([['delete', 'delete']]);
        // Scripts of the page that have read the rules read them again.
        expect(environment.forgotten).toBe(1);
        expect(changeCount()).toBe('Everything is saved');
    });

    it('notices what somebody else has saved since, writes nothing, and keeps both', async () => {
        const { environment } = await openMap();
        forbidLost();
        environment.transitions = [
            ...environment.transitions.map((one) =>
                one.from === 2 && one.to === 7 ? { ...one, noteRequired: true } : one,
            ),
        ];
        click('Save');
        expect(await screen.findByText('Avery Stone has changed moves meanwhile.')).toBeTruthy();
        expect(screen.getByText(/Nothing of yours was saved yet/)).toBeTruthy();
        expect(screen.getByText('Changed: Contacted → Canceled')).toBeTruthy();
        expect(environment.saves).toEqual([]);
        expect(changeCount()).toBe('1 unsaved change');
        click('Undo');
        expect(changeCount()).toBe('Everything is saved');
        click('Redo');
        click('Save');
        expect(await screen.findByText(/^1 change saved/)).toBeTruthy();
    });

    it('notices it as well between its reading and its writing, and names what both have changed', async () => {
        const { environment } = await openMap();
        forbidLost();
        environment.meanwhile = () => {
            environment.transitions = environment.transitions.map((one) =>
                one.from === 1 && one.to === 4 ? { ...one, message: 'Theirs' } : one,
            );
            environment.refusal = new RowChangedError('The version does not match.');
        };
        click('Save');
        expect(await screen.findByText(/You have changed the same moves: New → Lost/)).toBeTruthy();
        expect(environment.saves).toEqual([]);
        expect(changeCount()).toBe('1 unsaved change');
    });

    it('says in words what Dataverse refused, and keeps the edits', async () => {
        const { environment } = await openMap();
        forbidLost();
        environment.refusal = new Error('Principal user is missing prvDelete privilege.');
        click('Save');
        expect(await screen.findByText(/prvDelete privilege/)).toBeTruthy();
        expect(changeCount()).toBe('1 unsaved change');
    });

    it('can wait: the edits are there again after the page was left', async () => {
        const { kept, unmount } = await openMap();
        forbidLost();
        const draft = kept();
        expect(draft).not.toBeNull();
        unmount();
        await openMap({ kept: draft });
        expect(screen.getByText('Your unsaved changes are back.')).toBeTruthy();
        expect(changeCount()).toBe('1 unsaved change');
    });

    it('turns the defaults into rows with the first edit', async () => {
        const environment = new FakeEnvironment();
        const defaults = environment.transitions.length;
        environment.transitions = [];
        await openMap({ environment });
        expect(screen.getByText('These are the defaults.')).toBeTruthy();
        forbidLost();
        expect(screen.queryByText('These are the defaults.')).toBeNull();
        expect(changeCount()).toBe(`${defaults - 1} unsaved changes`);
        click('Undo');
        click('Start from these');
        click('Save');
        await waitFor(() => expect(environment.transitions).toHaveLength(defaults));
    });
});

describe('a file', () => {
    const importText = async (content: string) => {
        const file = new File([content], 'moves.json', { type: 'application/json' });
        Object.defineProperty(file, 'text', { value: () => Promise.resolve(content) });
        fireEvent.change(screen.getByLabelText('File to import'), { target: { files: [file] } });
        return screen.findByRole('dialog', { name: /moves\.json/ });
    };

    it('takes the map to another environment and shows what it changes before it does', async () => {
        const { downloads, environment } = await openMap({ environment: withoutLost() });
        click('Export');
        expect(downloads.map(({ name }) => name)).toEqual(['status-transitions.json']);
        const same = await importText(downloads[0]?.content ?? '');
        expect(within(same).getByText(/says exactly what the map says/)).toBeTruthy();
        fireEvent.click(within(same).getByRole('button', { name: 'Close' }));

        const other = standing([], 1033)
            .filter(({ to }) => to !== 7)
            .map((one) => (one.from === 3 ? { ...one, noteRequired: false } : one));
        const dialog = await importText(writeExchangeFile(other, statusReasons, (name) => name));
        expect(within(dialog).getByText(/1 added, 2 changed, 2 removed/)).toBeTruthy();
        expect(within(dialog).getAllByText('Note required: Yes → No')).toHaveLength(2);
        expect(changeCount()).toBe('Everything is saved');
        fireEvent.click(within(dialog).getByRole('button', { name: 'Take over' }));
        expect(changeCount()).toBe('5 unsaved changes');
        expect(environment.saves).toEqual([]);
        click('Undo');
        expect(changeCount()).toBe('Everything is saved');
    });

    it('that is broken is refused with what is wrong and where', async () => {
        await openMap();
        const dialog = await importText('{\n  "format": oops\n}');
        expect(within(dialog).getByText(/At line 2, column 13 there is “o”/)).toBeTruthy();
        expect(within(dialog).queryByRole('button', { name: 'Take over' })).toBeNull();
        expect(changeCount()).toBe('Everything is saved');
    });
});

describe('a new status reason', () => {
    const fill = () => {
        click('Add status reason');
        fireEvent.change(screen.getByLabelText(/^Name( \*)?$/), { target: { value: 'Nurturing' } });
        fireEvent.change(screen.getByLabelText('Name in French'), { target: { value: 'En maturation' } });
        fireEvent.click(screen.getByRole('button', { name: 'Add and publish' }));
    };

    it('is on the map as soon as it is added, and the checks ask for its moves', async () => {
        const { environment } = await openMap();
        fill();
        await waitFor(() => expect(box('Nurturing')).toBeTruthy());
        expect(environment.added).toEqual([
            {
                labels: new Map([
                    [1033, 'Nurturing'],
                    [1036, 'En maturation'],
                ]),
                state: 0,
            },
        ]);
        expect(screen.getAllByText(/Nurturing is a dead end/).length).toBeGreaterThan(0);
    });

    it('that Dataverse refuses is said in words', async () => {
        const { environment } = await openMap();
        environment.refusal = new Error('The user lacks prvWriteAttribute.');
        fill();
        expect(await screen.findByText(/Dataverse did not add it: The user lacks prvWriteAttribute\./)).toBeTruthy();
    });

    it('is offered only to who may publish', async () => {
        const environment = new FakeEnvironment();
        environment.mayAdd = false;
        await openMap({ environment });
        expect(screen.queryByRole('button', { name: 'Add status reason' })).toBeNull();
    });
});

describe('the switch of the guard', () => {
    it('is spoken of while it is off', async () => {
        const environment = new FakeEnvironment();
        environment.guardIsOff = true;
        await openMap({ environment });
        expect(screen.getByText('The rules are switched off.')).toBeTruthy();
    });
});
