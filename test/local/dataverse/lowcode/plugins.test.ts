import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aFullSolution } from '../solution/a-full-solution';
import { aSolution } from '../solution/a-solution';
import { aGarden, ADMINISTRATOR, as, FRENCH_SELLER, SELLER, type Garden } from './a-garden';

let garden: Garden;
beforeEach(() => {
    garden = aGarden();
});
afterEach(() => garden.local.close());

const plant = (more: Readonly<Record<string, unknown>> = {}) => ({ gdn_name: 'Lupin', gdn_height: 20, ...more });
const create = (more: Readonly<Record<string, unknown>> = {}): string =>
    String(garden.ask('POST', 'gdn_plants', plant(more)).json['gdn_plantid']);
const read = (id: string, column: string) => garden.ask('GET', `gdn_plants(${id})?$select=${column}`).json[column];
const patch = (id: string, body: unknown, user = SELLER) => garden.ask('PATCH', `gdn_plants(${id})`, body, user);

const TOO_TALL = 'If(NewRecord.gdn_height > 100, Error({Kind: ErrorKind.Validation, Message: "Too tall."}))';
const REFUSED = '0x80040265 Too tall.';

describe('A plug-in that refuses', () => {
    it('refuses an update with its message and leaves the row as it was', () => {
        garden.addPlugin({ expression: TOO_TALL });
        const id = create();
        const answer = patch(id, { gdn_height: 101 });
        expect([answer.status, answer.refusal]).toEqual([400, REFUSED]);
        expect(read(id, 'gdn_height')).toBe(20);
        expect(patch(id, { gdn_height: 99 }).status).toBe(200);
        expect(read(id, 'gdn_height')).toBe(99);
    });

    it('refuses a creation, whether the row is posted, upserted, or one of several', () => {
        garden.addPlugin({ message: 'Create', expression: TOO_TALL });
        expect(garden.ask('POST', 'gdn_plants', plant({ gdn_height: 101 })).refusal).toBe(REFUSED);
        const id = 'aaaaaaaa-0000-4000-8000-0000000000aa';
        expect(garden.ask('PATCH', `gdn_plants(${id})`, plant({ gdn_height: 101 })).refusal).toBe(REFUSED);
        const several = garden.ask('POST', 'gdn_plants/Microsoft.Dynamics.CRM.CreateMultiple', {
            Targets: [
                { '@odata.type': 'Microsoft.Dynamics.CRM.gdn_plant', ...plant() },
                { '@odata.type': 'Microsoft.Dynamics.CRM.gdn_plant', ...plant({ gdn_height: 101 }) },
            ],
        });
        expect(several.refusal).toBe(REFUSED);
        expect(garden.count('gdn_plant')).toBe(0);
    });

    it('refuses all of UpdateMultiple', () => {
        garden.addPlugin({ expression: TOO_TALL });
        const ids = [create(), create()];
        const answer = garden.ask('POST', 'gdn_plants/Microsoft.Dynamics.CRM.UpdateMultiple', {
            Targets: ids.map((id, index) => ({
                '@odata.type': 'Microsoft.Dynamics.CRM.gdn_plant',
                gdn_plantid: id,
                gdn_height: 100 + index,
            })),
        });
        expect(answer.refusal).toBe(REFUSED);
        expect(ids.map((id) => read(id, 'gdn_height'))).toEqual([20, 20]);
    });

    it('takes back everything in a changeset', () => {
        garden.addPlugin({ expression: TOO_TALL });
        const id = create();
        const part = (number: number, method: string, url: string, body: unknown) =>
            [
                '--changes',
                'Content-Type: application/http',
                'Content-Transfer-Encoding: binary',
                `Content-ID: ${number}`,
                '',
                `${method} /api/data/v9.2/${url} HTTP/1.1`,
                'Content-Type: application/json',
                '',
                JSON.stringify(body),
            ].join('\r\n');
        const answer = garden.local.handle({
            method: 'POST',
            url: '/api/data/v9.2/$batch',
            headers: { mscrmcallerid: SELLER, 'content-type': 'multipart/mixed; boundary=batch' },
            body: [
                '--batch',
                'Content-Type: multipart/mixed; boundary=changes',
                '',
                part(1, 'POST', 'gdn_plants', plant()),
                part(2, 'PATCH', `gdn_plants(${id})`, { gdn_height: 101 }),
                '--changes--',
                '--batch--',
                '',
            ].join('\r\n'),
        });
        expect(String(answer.body)).toContain('Too tall.');
        expect(garden.count('gdn_plant')).toBe(1);
    });

    it('refuses a deletion by what the row was', () => {
        garden.addPlugin({ message: 'Delete', expression: 'If(OldRecord.gdn_ishardy, Error("It is hardy."))' });
        const hardy = create({ gdn_ishardy: true });
        const tender = create({ gdn_ishardy: false });
        expect(garden.ask('DELETE', `gdn_plants(${hardy})`).refusal).toBe('0x80040265 It is hardy.');
        expect(garden.ask('DELETE', `gdn_plants(${tender})`).status).toBe(204);
        expect(garden.count('gdn_plant')).toBe(1);
    });

    it('refuses also by an error that the formula did not mean, and by one before its last step', () => {
        garden.addPlugin({ filter: 'gdn_height', expression: 'Set(NewRecord.gdn_height, 1 / OldRecord.gdn_seeds)' });
        garden.addPlugin({
            filter: 'gdn_notes',
            expression: 'Error("First."); Set(NewRecord.gdn_mail, "a@b.example")',
        });
        const id = create();
        expect(patch(id, { gdn_height: 5 }).refusal).toMatch(/^0x80040265 .*zero/i);
        expect(patch(id, { gdn_notes: 'x' }).refusal).toBe('0x80040265 First.');
        expect(read(id, 'gdn_mail')).toBeNull();
    });

    it('does not refuse by an error that it deals with', () => {
        garden.addPlugin({ expression: 'IfError(Error("Never mind."), Set(NewRecord.gdn_notes, FirstError.Message))' });
        const id = create();
        expect(patch(id, { gdn_height: 21 }).status).toBe(200);
        expect(read(id, 'gdn_notes')).toBe('Never mind.');
    });

    it('is asked only by users who may write the row', () => {
        garden.addPlugin({ expression: TOO_TALL });
        const id = create();
        expect(patch(id, { gdn_height: 101 }, FRENCH_SELLER).status).toBe(403);
        expect(garden.runs).toEqual([]);
    });
});

describe('The platform’s own messages', () => {
    const aLead = () =>
        String(
            garden.ask('POST', 'leads', { subject: 'Robots', lastname: 'Lindqvist', companyname: 'Göteborg Motor' })
                .json['leadid'],
        );
    const qualify = (id: string) =>
        garden.ask('POST', `leads(${id})/Microsoft.Dynamics.CRM.QualifyLead`, {
            CreateAccount: true,
            CreateContact: true,
            CreateOpportunity: true,
            Status: -1,
        });

    it('run the plug-ins of a lead that is qualified, before anything is made of it', () => {
        const id = aLead();
        garden.addPlugin({
            table: 'lead',
            filter: 'statuscode',
            expression:
                'If(Value(NewRecord.statecode) = 1 && Value(NewRecord.statuscode) = 3 && Value(OldRecord.statecode) = 0' +
                ' && CountRows(accounts) = 0, Error("Not yet."))',
        });
        expect(qualify(id).refusal).toBe('0x80040265 Not yet.');
        expect(['account', 'contact', 'opportunity'].map((table) => garden.count(table))).toEqual([0, 0, 0]);
        expect(garden.ask('GET', `leads(${id})?$select=statecode`).json['statecode']).toBe(0);
    });

    it('run the plug-ins of an opportunity that is won or lost', () => {
        const id = aLead();
        const [, , opportunity] = qualify(id).json['value'] as readonly Record<string, unknown>[];
        const opportunityId = String(opportunity?.['opportunityid']);
        garden.addPlugin({
            table: 'opportunity',
            filter: 'statecode',
            expression: 'If(Value(NewRecord.statecode) > 0, Error("Keep it open."))',
        });
        for (const message of ['WinOpportunity', 'LoseOpportunity']) {
            const answer = garden.ask('POST', message, {
                OpportunityClose: { 'opportunityid@odata.bind': `/opportunities(${opportunityId})` },
                Status: -1,
            });
            expect(answer.refusal).toBe('0x80040265 Keep it open.');
        }
        expect(garden.count('opportunityclose')).toBe(0);
    });

    it.each([
        [{ statecode: 2 }, '2/4'],
        [{ statuscode: 2 }, '0/2'],
        [{ statecode: 2, statuscode: 6 }, '2/6'],
    ])('resolve state and status reason before plug-ins see %j', (change, seen) => {
        const id = aLead();
        garden.addPlugin({
            table: 'lead',
            filter: 'statuscode',
            expression: 'Error(Value(NewRecord.statecode) & "/" & Value(NewRecord.statuscode))',
        });
        expect(garden.ask('PATCH', `leads(${id})`, change).refusal).toBe(`0x80040265 ${seen}`);
    });

    it('give a new row its state and status reason before plug-ins see it', () => {
        garden.addPlugin({
            table: 'lead',
            message: 'Create',
            expression: 'Error(Value(NewRecord.statecode) & "/" & Value(NewRecord.statuscode))',
        });
        expect(garden.ask('POST', 'leads', { subject: 'x', lastname: 'y' }).refusal).toBe('0x80040265 0/1');
    });
});

describe('A plug-in that changes what is written', () => {
    it('does so with Set, which later plug-ins see, in the order of their rank', () => {
        garden.addPlugin({ rank: 20, expression: 'Set(NewRecord.gdn_notes, "second " & NewRecord.gdn_notes)' });
        garden.addPlugin({ rank: 10, expression: 'Set(NewRecord.gdn_notes, "first")' });
        const id = create();
        patch(id, { gdn_height: 30 });
        expect(read(id, 'gdn_notes')).toBe('second first');
    });

    it('sees the old and the new value, and the old one where nothing is given', () => {
        garden.addPlugin({
            expression:
                'Set(NewRecord.gdn_notes, $"{OldRecord.gdn_height} to {NewRecord.gdn_height}, {NewRecord.gdn_name}")',
        });
        const id = create();
        patch(id, { gdn_height: 30 });
        expect(read(id, 'gdn_notes')).toBe('20 to 30, Lupin');
    });

    it('sees computed columns as they will be', () => {
        garden.addPlugin({
            table: 'lead',
            expression: 'Set(NewRecord.description, OldRecord.fullname & " is " & NewRecord.fullname)',
        });
        const lead = garden.ask('POST', 'leads', { firstname: 'Karin', lastname: 'Lindqvist', subject: 'x' });
        const changed = garden.ask('PATCH', `leads(${String(lead.json['leadid'])})`, { firstname: null });
        expect(changed.json['description']).toBe('Karin Lindqvist is Lindqvist');
    });

    it('can empty a column, and its value is checked like any other', () => {
        garden.addPlugin({ filter: 'gdn_height', expression: 'Set(NewRecord.gdn_notes, Blank())' });
        garden.addPlugin({ filter: 'gdn_seeds', expression: 'Set(NewRecord.gdn_height, 9999)' });
        const id = create({ gdn_notes: 'x' });
        patch(id, { gdn_height: 30 });
        expect(read(id, 'gdn_notes')).toBeNull();
        expect(patch(id, { gdn_seeds: 1 }).refusal).toMatch(/^0x8004432f/);
    });

    it('runs only when one of its columns is given', () => {
        garden.addPlugin({ filter: 'gdn_height, gdn_mail', expression: 'Set(NewRecord.gdn_notes, "ran")' });
        const id = create();
        patch(id, { gdn_seeds: 3 });
        expect(read(id, 'gdn_notes')).toBeNull();
        patch(id, { gdn_mail: 'lupin@garden.example' });
        expect(read(id, 'gdn_notes')).toBe('ran');
    });

    it('cannot set what is stored already', () => {
        const answer = garden.tryPlugin({ stage: 40, expression: 'Set(NewRecord.gdn_notes, "late")' });
        expect(answer.refusal).toMatch(/^0x80040265 The formula of .* cannot be compiled\. Error 13-23: /);
    });
});

describe('A plug-in after the operation', () => {
    it('creates and changes rows in the same transaction, as the user', () => {
        garden.addPlugin({
            message: 'Create',
            stage: 40,
            expression: 'Collect(tasks, {subject: "Water " & NewRecord.gdn_name})',
        });
        create();
        const { value } = garden.ask('GET', 'tasks?$select=subject,_ownerid_value').json as {
            readonly value: readonly object[];
        };
        expect(value).toMatchObject([{ subject: 'Water Lupin', _ownerid_value: SELLER }]);
    });

    it('sees the row as it is stored, with the values that Dataverse gave it', () => {
        garden.addPlugin({
            message: 'Create',
            stage: 40,
            expression:
                'If(IsBlank(NewRecord.createdon) || NewRecord.owninguser.systemuserid <> Viewer.systemuserid,' +
                ' Error("Not stored."))',
        });
        expect(garden.ask('POST', 'gdn_plants', plant()).refusal).toBe('');
    });

    it('takes the row back when it fails', () => {
        garden.addPlugin({
            message: 'Create',
            stage: 40,
            expression: 'Collect(tasks, {subject: "Water"}); If(NewRecord.gdn_height > 10, Error("Too tall."))',
        });
        expect(garden.ask('POST', 'gdn_plants', plant()).refusal).toBe(REFUSED);
        expect([garden.count('gdn_plant'), garden.count('task')]).toEqual([0, 0]);
    });

    it('is stopped at depth 8 when it leads back to itself, and cannot deal with that', () => {
        garden.addPlugin({
            message: 'Create',
            stage: 40,
            expression: 'IfError(Collect(gdn_plants, {gdn_name: "Another"}), Blank())',
        });
        expect(garden.ask('POST', 'gdn_plants', plant()).refusal).toMatch(/^0x80044182/);
        expect(garden.count('gdn_plant')).toBe(0);
    });

    it('loops over rows, and stops at the first refusal of the server', () => {
        ['A', 'B', 'C'].forEach((name) => create({ gdn_name: name, gdn_height: 1 }));
        garden.addPlugin({
            table: 'task',
            message: 'Create',
            stage: 40,
            expression:
                'ForAll(gdn_plants, With({row: ThisRecord}, Patch(gdn_plants, row, {gdn_height: row.gdn_height + 1})))',
        });
        expect(garden.ask('POST', 'tasks', { subject: 'Rain' }).status).toBe(201);
        const { value } = garden.ask('GET', 'gdn_plants?$select=gdn_height').json as {
            readonly value: readonly Record<string, unknown>[];
        };
        expect(value.map(({ gdn_height: height }) => height)).toEqual([2, 2, 2]);
    });

    it('removes rows, and says what it may not remove', () => {
        const first = create({ gdn_name: 'Old' });
        garden.addPlugin({
            message: 'Create',
            stage: 40,
            expression: 'Remove(gdn_plants, LookUp(gdn_plants, gdn_name = "Old"))',
        });
        expect(garden.ask('POST', 'gdn_plants', plant()).status).toBe(201);
        expect(garden.ask('GET', `gdn_plants(${first})`).status).toBe(404);
        expect(garden.runs).toMatchObject([{ rowsRead: 1, rowsWritten: 1 }]);
    });

    it('may do only what its user may do', () => {
        garden.addPlugin({
            message: 'Create',
            stage: 40,
            expression: 'Collect(fxexpressions, {name: "Mine", uniquename: "gdn_Mine"})',
        });
        expect(garden.ask('POST', 'gdn_plants', plant()).refusal).toMatch(/^0x80040265 .*prvCreatefxexpression/);
        expect(garden.ask('POST', 'gdn_plants', plant(), ADMINISTRATOR).status).toBe(201);
    });

    it('can tell the refusals of the server apart', () => {
        garden.addPlugin({
            message: 'Create',
            stage: 40,
            expression:
                'IfError(Collect(fxexpressions, {name: "Mine", uniquename: "gdn_Mine"}),' +
                ' Collect(tasks, {subject: FirstError.Kind & ""}))',
        });
        create();
        const { value } = garden.ask('GET', 'tasks?$select=subject').json as { readonly value: readonly object[] };
        expect(value).toMatchObject([{ subject: '3' }]);
    });
});

describe('Registering a plug-in', () => {
    it('is refused with the place of each fault', () => {
        const answer = garden.tryPlugin({ name: 'Odd', expression: 'Set(NewRecord.gdn_heigth, 1)' });
        expect(answer.status).toBe(400);
        expect(answer.refusal).toMatch(/^0x80040265 The formula of Odd cannot be compiled\. Error 13-24: .*gdn_heigth/);
        expect(garden.count('sdkmessageprocessingstep')).toBe(0);
    });

    it('is refused for messages, stages and modes that plug-ins in Power Fx do not run in', () => {
        expect(garden.tryPlugin({ message: 'Assign', expression: '1' }).refusal).toMatch(
            /run on Create, Update, Delete/,
        );
        const id = garden.addPlugin({ expression: '1' });
        const change = (body: unknown) =>
            garden.ask('PATCH', `sdkmessageprocessingsteps(${id})`, body, ADMINISTRATOR).refusal;
        expect(change({ stage: 10 })).toMatch(/stage 20 or 40/);
        expect(change({ mode: 1 })).toMatch(/synchronously/);
    });

    it('takes effect at once: changed, switched off and on, deleted', () => {
        const step = garden.addPlugin({ expression: TOO_TALL });
        const id = create();
        const admin = (method: string, url: string, body?: unknown) =>
            garden.ask(method, url, body, ADMINISTRATOR).status;
        expect(admin('PATCH', `sdkmessageprocessingsteps(${step})`, { statecode: 1, statuscode: 2 })).toBe(200);
        expect(patch(id, { gdn_height: 101 }).status).toBe(200);
        expect(admin('PATCH', `sdkmessageprocessingsteps(${step})`, { statecode: 0, statuscode: 1 })).toBe(200);
        expect(patch(id, { gdn_height: 102 }).refusal).toBe(REFUSED);
        const { json } = garden.ask(
            'GET',
            `sdkmessageprocessingsteps(${step})?$select=_fxexpressionid_value,_eventhandler_value`,
            undefined,
            ADMINISTRATOR,
        );
        expect(json['_eventhandler_value']).toBe('462b3e8f-beb4-4981-9b87-a60c2162a9f7');
        const expression = String(json['_fxexpressionid_value']);
        expect(admin('PATCH', `fxexpressions(${expression})`, { expression: TOO_TALL.replace('100', '200') })).toBe(
            200,
        );
        expect(patch(id, { gdn_height: 199 }).status).toBe(200);
        expect(admin('DELETE', `fxexpressions(${expression})`)).toBe(204);
        expect(garden.count('sdkmessageprocessingstep')).toBe(0);
        expect(patch(id, { gdn_height: 300 }).status).toBe(200);
    });

    it('that is undone leaves no step behind', () => {
        const id = create();
        expect(() =>
            garden.local.organization.transaction(() => {
                garden.addPlugin({ expression: TOO_TALL });
                expect(patch(id, { gdn_height: 101 }).refusal).toBe(REFUSED);
                throw new Error('undone');
            }),
        ).toThrow('undone');
        expect(patch(id, { gdn_height: 101 }).status).toBe(200);
    });

    it('is for administrators and customizers', () => {
        const answer = garden.ask('POST', 'fxexpressions', { name: 'Mine', uniquename: 'gdn_Mine' });
        expect(answer.status).toBe(403);
    });
});

it('a plug-in runs in the language and time zone of its user', () => {
    garden.addPlugin({
        message: 'Create',
        expression:
            'Set(NewRecord.gdn_notes, Language() & " " & Text(NewRecord.gdn_colour) & " " & Text(NewRecord.gdn_wateredat, "hh:mm"))',
    });
    const notes = (user: string) =>
        garden.ask('POST', 'gdn_plants', plant({ gdn_colour: 123450001, gdn_wateredat: '2026-07-01T10:00:00Z' }), user)
            .json['gdn_notes'];
    expect(notes(FRENCH_SELLER)).toMatch(/^fr-FR \S+ 12:00$/);
    expect(notes(SELLER)).not.toBe(notes(FRENCH_SELLER));
});

it('a plug-in is stopped after two minutes', () => {
    garden.local.close();
    let time = 0;
    garden = aGarden({ clock: () => (time += 60_000) });
    garden.addPlugin({ expression: 'ForAll(Sequence(10), Value)' });
    const id = create();
    expect(patch(id, { gdn_height: 21 }).refusal).toMatch(/^0x80081111 .*two minutes/);
});

it('who observes is told of each run: what it read and wrote, and what it refused with', () => {
    garden.addPlugin({
        name: 'Watering',
        message: 'Create',
        stage: 40,
        expression:
            'If(CountRows(Filter(gdn_plants, gdn_height > 100)) > 0, Error("Too tall.")); Collect(tasks, {subject: "x"})',
    });
    create();
    create({ gdn_height: 101 });
    expect(garden.runs).toMatchObject([
        { name: 'Watering', table: 'gdn_plant', message: 'Create', stage: 'postOperation', rowsWritten: 1 },
        { name: 'Watering', refusal: 'Too tall.' },
    ]);
});

it('plug-ins of an environment run after a restart', () => {
    const folder = mkdtempSync(join(tmpdir(), 'low-code-'));
    const path = join(folder, 'environment.db');
    try {
        const first = aGarden({}, path);
        first.addPlugin({ message: 'Create', expression: TOO_TALL });
        first.local.close();
        const second = aGarden({}, path);
        expect(second.ask('POST', 'gdn_plants', plant({ gdn_height: 101 })).refusal).toBe(REFUSED);
        second.local.close();
    } finally {
        rmSync(folder, { recursive: true });
    }
});

it('a plug-in of a table that is gone waits, and runs again when the table is back', () => {
    garden.addPlugin({ message: 'Create', expression: TOO_TALL });
    const solutions = garden.ask('GET', "solutions?$select=solutionid&$filter=uniquename eq 'Garden'").json['value'];
    const [{ solutionid: id }] = solutions as readonly [{ readonly solutionid: string }];
    expect(garden.ask('DELETE', `solutions(${id})`, undefined, ADMINISTRATOR).status).toBe(204);
    expect(garden.ask('POST', 'tasks', { subject: 'x' }, ADMINISTRATOR).status).toBe(201);
    garden.local.organization.execute(
        'ImportSolution',
        { CustomizationFile: aSolution(aFullSolution()) },
        as(ADMINISTRATOR),
    );
    const answer = garden.ask('POST', 'gdn_plants', plant({ gdn_height: 101 }), ADMINISTRATOR);
    expect(answer.refusal).toBe(REFUSED);
});
