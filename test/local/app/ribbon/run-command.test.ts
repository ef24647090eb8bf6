/** @jest-environment jsdom */
import { createDialogs } from '../../../../local/app/dialogs/dialog-store';
import { createTexts } from '../../../../local/app/platform/texts';
import type { CommandTarget } from '../../../../local/app/platform/types';
import { runCommand } from '../../../../local/app/ribbon/run-command';
import type { RibbonAction } from '../../../../local/app/ribbon/ribbon-definition';
import english from '../../../../local/app/texts/1033';
import { environment, leadTable } from '../fixtures';

const FIRST = '00000000-0000-4000-8000-00000000000a';
const SECOND = '00000000-0000-4000-8000-00000000000b';

const target: CommandTarget = {
    location: 'HomepageGrid',
    table: leadTable(),
    primaryControl: 'the page',
    selectedControl: null,
    selectedIds: [FIRST],
    allIds: [FIRST, SECOND],
    formType: 0,
    valueOf: () => undefined,
    platformCommands: {},
    subscribe: () => () => undefined,
};

function script(functionName: string, parameters: RibbonAction['parameters'] = []): RibbonAction {
    return { kind: 'JavaScriptFunction', functionName, library: '$webresource:new_/lead.js', parameters };
}

async function run(
    actions: readonly RibbonAction[],
    functions: Readonly<Record<string, (...parameters: readonly unknown[]) => unknown>>,
    change: Partial<CommandTarget> = {},
): Promise<ReturnType<typeof createDialogs>> {
    const dialogs = createDialogs();
    const running = runCommand(
        { id: 'new.command', enableRules: [], displayRules: [], actions },
        'new.button|4',
        { ...target, ...change },
        {
            environment,
            dialogs,
            texts: createTexts(english),
            scripts: {
                load: () => Promise.resolve(),
                resolve: (name) => {
                    const found = functions[name];
                    if (!found) {
                        throw new Error(`Function "${name}" cannot be called: "${name}" does not exist.`);
                    }
                    return found;
                },
            },
        },
    );
    // An error dialog keeps the command open until somebody has read it.
    await Promise.race([running, new Promise<void>((resolve) => dialogs.subscribe(resolve))]);
    return dialogs;
}

describe('A command', () => {
    it('hands its CrmParameters over in order', async () => {
        const qualify = jest.fn();
        const names = [
            'PrimaryControl',
            'SelectedControlSelectedItemIds',
            'FirstSelectedItemId',
            'SelectedControlSelectedItemCount',
            'PrimaryEntityTypeName',
            'SelectedControlAllItemIds',
            'SelectedControlUnselectedItemIds',
            'CommandProperties',
            'SelectedControlSelectedItemReferences',
        ];
        await run(
            [
                script(
                    'Lead.qualify',
                    names.map((value) => ({ kind: 'Crm' as const, value })),
                ),
            ],
            { 'Lead.qualify': qualify },
        );
        const braced = (id: string): string => `{${id.toUpperCase()}}`;
        expect(qualify).toHaveBeenCalledWith(
            'the page',
            [braced(FIRST)],
            braced(FIRST),
            1,
            'lead',
            [braced(FIRST), braced(SECOND)],
            [braced(SECOND)],
            expect.objectContaining({ SourceControlId: 'new.button|4' }),
            [{ Id: braced(FIRST), Name: '', TypeCode: 4, TypeName: 'lead' }],
        );
    });

    it('hands plain values over in their type', async () => {
        const call = jest.fn();
        await run(
            [
                script('f', [
                    { kind: 'Int', value: '4' },
                    { kind: 'Bool', value: 'true' },
                    { kind: 'Decimal', value: '1.5' },
                    { kind: 'String', value: 'x' },
                ]),
            ],
            { f: call },
        );
        expect(call).toHaveBeenCalledWith(4, true, 1.5, 'x');
    });

    it('runs its actions one after the other', async () => {
        const order: string[] = [];
        const slow = async (): Promise<void> => {
            await Promise.resolve();
            order.push('first');
        };
        await run([script('slow'), script('fast')], { slow, fast: () => order.push('second') });
        expect(order).toEqual(['first', 'second']);
    });

    it('shows what failed with the name of the function, and runs nothing after it', async () => {
        const after = jest.fn();
        const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
        const dialogs = await run([script('Lead.missing'), script('after')], { after });
        const [dialog] = dialogs.stack;
        expect(dialog?.kind === 'error' && dialog.options.message).toContain('Lead.missing');
        expect(dialog?.kind === 'error' && dialog.options.details).toContain('new.command');
        expect(after).not.toHaveBeenCalled();
        error.mockRestore();
    });

    it('of the platform is called with its parameters', async () => {
        const disqualify = jest.fn();
        const action: RibbonAction = {
            kind: 'JavaScriptFunction',
            functionName: 'Platform.Lead.disqualify',
            library: '$webresource:platform',
            parameters: [{ kind: 'Int', value: '5' }],
        };
        await run([action], {}, { platformCommands: { 'Platform.Lead.disqualify': disqualify } });
        expect(disqualify).toHaveBeenCalledWith(5);
    });
});
