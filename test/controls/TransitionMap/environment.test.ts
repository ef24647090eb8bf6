import { readColumns, readStatusModel } from '../../../controls/TransitionMap/environment/read-metadata';
import { insertStatusValueRequest } from '../../../controls/TransitionMap/environment/status-reason-requests';
import { matchingColumns } from '../../../controls/TransitionMap/matching-columns';
import { cellAfterKey } from '../../../controls/TransitionMap/matrix-walk';
import { createDraftStore } from '../../../controls/TransitionMap/draft-store';
import { aStored } from '../../lifecycle/transitions/arbitraries';

const label = (text: string, french = '') => ({
    UserLocalizedLabel: { Label: text, LanguageCode: 1033 },
    LocalizedLabels: [
        { Label: text, LanguageCode: 1033 },
        ...(french === '' ? [] : [{ Label: french, LanguageCode: 1036 }]),
    ],
});

describe('the definitions of lead', () => {
    it('become status reasons in the user’s language, with the state that each belongs to', () => {
        const status = {
            OptionSet: {
                Options: [
                    { Value: 1, State: 0, Label: label('New', 'Nouveau') },
                    { Value: 617400001, State: 0, Label: label('Nurturing') },
                    { Value: 4, State: 2, Label: { UserLocalizedLabel: null, LocalizedLabels: [] } },
                ],
            },
        };
        const state = { OptionSet: { Options: [{ Value: 0, DefaultStatus: 1, Label: label('Open', 'Ouvert') }] } };
        expect(readStatusModel(status, state)).toEqual({
            statusReasons: [
                { value: 1, label: 'New', state: 0 },
                { value: 617400001, label: 'Nurturing', state: 0 },
                { value: 4, label: '4', state: 2 },
            ],
            stateLabels: new Map([[0, 'Open']]),
            startStatus: 1,
            languages: [1033, 1036],
        });
    });

    it('become columns to pick, without those that hold nothing a seller could fill in', () => {
        const column = (LogicalName: string, more: object = {}) => ({
            LogicalName,
            DisplayName: label(`Label of ${LogicalName}`),
            AttributeType: 'String',
            AttributeOf: null,
            IsValidForRead: true,
            ...more,
        });
        const columns = readColumns({
            value: [
                column('need'),
                column('needname', { AttributeOf: 'need' }),
                column('statuscode'),
                column('leadid', { AttributeType: 'Uniqueidentifier' }),
                column('nameless', { DisplayName: { UserLocalizedLabel: null, LocalizedLabels: [] } }),
            ],
        });
        expect(columns.filter(({ isOffered }) => isOffered).map(({ name }) => name)).toEqual(['need']);
        expect(columns.map(({ label: shown }) => shown)).toContain('nameless');
    });
});

describe('a new status reason', () => {
    it('is asked for with a label in every language', () => {
        expect(
            insertStatusValueRequest({
                labels: new Map([
                    [1033, 'Nurturing'],
                    [1036, 'En maturation'],
                ]),
                state: 0,
            }),
        ).toMatchObject({
            EntityLogicalName: 'lead',
            AttributeLogicalName: 'statuscode',
            StateCode: 0,
            Label: {
                LocalizedLabels: [
                    { Label: 'Nurturing', LanguageCode: 1033 },
                    { Label: 'En maturation', LanguageCode: 1036 },
                ],
            },
        });
    });
});

describe('the columns to pick', () => {
    const columns = ['Téléphone', 'Besoin', '(Obsolète) Téléphone', 'Nom du besoin'].map((name) => ({
        name: name.toLowerCase(),
        label: name,
        isOffered: true,
    }));
    const found = (typed: string, chosen: readonly string[] = []) =>
        matchingColumns(columns, typed, chosen).map(({ label: shown }) => shown);

    it('are found without capitals and accents, those that begin so first, those out of use last', () => {
        expect(found('tele')).toEqual(['Téléphone', '(Obsolète) Téléphone']);
        expect(found('BESOIN')).toEqual(['Besoin', 'Nom du besoin']);
    });

    it('leave out what is chosen', () => {
        expect(found('besoin', ['besoin'])).toEqual(['Nom du besoin']);
    });
});

describe('the keys of the matrix', () => {
    it.each([
        ['ArrowRight', false, { row: 1, column: 2 }],
        ['ArrowUp', false, { row: 0, column: 1 }],
        ['Home', false, { row: 1, column: 0 }],
        ['End', true, { row: 2, column: 2 }],
        ['PageDown', false, { row: 2, column: 1 }],
        ['Tab', false, null],
    ])('%s (with Control: %s) leads to %j', (key, withControl, target) => {
        expect(cellAfterKey(key, withControl, { row: 1, column: 1 }, 3)).toEqual(target);
    });

    it('do not lead out of it', () => {
        expect(cellAfterKey('ArrowLeft', false, { row: 0, column: 0 }, 3)).toBeNull();
        expect(cellAfterKey('ArrowDown', false, { row: 2, column: 2 }, 3)).toBeNull();
    });
});

describe('the kept draft', () => {
    const memory = () => {
        const values = new Map<string, string>();
        return {
            values,
            storage: {
                getItem: (key: string) => values.get(key) ?? null,
                setItem: (key: string, value: string) => void values.set(key, value),
                removeItem: (key: string) => void values.delete(key),
            } as unknown as Storage,
        };
    };

    it('comes back as it was, for the same person only, until it is let go', () => {
        const { storage } = memory();
        const draft = { base: [aStored(1, 2)], present: [aStored(1, 2, { noteRequired: true })] };
        createDraftStore('milan', () => storage).write(draft);
        expect(createDraftStore('milan', () => storage).read()).toEqual(draft);
        expect(createDraftStore('avery', () => storage).read()).toBeNull();
        createDraftStore('milan', () => storage).write(null);
        expect(createDraftStore('milan', () => storage).read()).toBeNull();
    });

    it('is none where something else was kept, or where the browser keeps nothing', () => {
        const { storage, values } = memory();
        const store = createDraftStore('milan', () => storage);
        store.write({ base: [], present: [aStored(1, 2)] });
        const [key = ''] = values.keys();
        for (const text of ['{', '{"version":1,"base":[{}],"present":[]}', '{"version":0,"base":[],"present":[]}']) {
            values.set(key, text);
            expect(store.read()).toBeNull();
        }
        const none = createDraftStore('milan', () => null);
        none.write({ base: [], present: [] });
        expect(none.read()).toBeNull();
    });
});
