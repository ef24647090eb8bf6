import { createLocalDataverse } from '../../../../local/dataverse/local-dataverse';
import { aFullSolution } from '../solution/a-full-solution';
import { aSolution } from '../solution/a-solution';
import { aGarden, ADMINISTRATOR, as, EVALUATOR, SELLER, type Garden } from './a-garden';

interface Field {
    readonly name: string;
    readonly type: number;
    readonly isOptional?: boolean;
}

let garden: Garden;
beforeEach(() => {
    garden = aGarden();
});
afterEach(() => garden.local.close());

const admin = (method: string, url: string, body?: unknown) => garden.ask(method, url, body, ADMINISTRATOR);

/** @returns what the platform refused, else '' */
function addFunction(
    name: string,
    expression: string,
    takes: readonly Field[],
    gives: readonly Field[],
    isFunction = false,
): string {
    const parameters = {
        InputParameter: takes.map(({ name: field, type }) => ({ name: field, type, required: true })),
        OutputParameter: gives.map(({ name: field, type }) => ({ name: field, type })),
    };
    const made = admin('POST', 'fxexpressions', {
        name,
        uniquename: name,
        category: 0,
        expression,
        parameters: JSON.stringify(parameters),
    });
    if (made.refusal) return made.refusal;
    const api = admin('POST', 'customapis', {
        name,
        displayname: name,
        description: name,
        uniquename: name,
        isfunction: isFunction,
        'PluginTypeId@odata.bind': `/plugintypes(${EVALUATOR})`,
        'fxexpression@odata.bind': `/fxexpressions(${String(made.json['fxexpressionid'])})`,
    });
    const field = ({ name: unique, type, isOptional }: Field) => ({
        name: `${name}.${unique}`,
        displayname: unique,
        description: unique,
        uniquename: unique,
        type,
        ...(isOptional === undefined ? {} : { isoptional: isOptional }),
        'CustomAPIId@odata.bind': `/customapis(${String(api.json['customapiid'])})`,
    });
    takes.forEach((each) => admin('POST', 'customapirequestparameters', field(each)));
    gives.forEach((each) => admin('POST', 'customapiresponseproperties', field(each)));
    return api.refusal;
}

it('a function that came with a solution is called by its name, and goes with the solution', () => {
    expect(garden.ask('POST', 'gdn_Grow', { Height: 41 }).json).toMatchObject({ Tomorrow: 42 });
    const solutions = garden.ask('GET', "solutions?$select=solutionid&$filter=uniquename eq 'Garden'").json['value'];
    const [{ solutionid: id }] = solutions as readonly [{ readonly solutionid: string }];
    expect(admin('DELETE', `solutions(${id})`).status).toBe(204);
    expect(['customapi', 'fxexpression', 'customapirequestparameter', 'msdyn_function'].map(garden.count)).toEqual([
        0, 0, 0, 0,
    ]);
    expect(garden.ask('POST', 'gdn_Grow', { Height: 41 }).status).toBe(404);
});

it('an upgrade of a managed solution brings the new formula, and takes away what it has no more', () => {
    const local = createLocalDataverse();
    const importVersion = (version: string, change: (files: Record<string, string>) => void) => {
        const solution = aFullSolution({ managed: true, version });
        const files = { ...solution.files } as Record<string, string>;
        change(files);
        local.organization.execute(
            'ImportSolution',
            { CustomizationFile: aSolution({ ...solution, files }) },
            as(ADMINISTRATOR),
        );
    };
    const call = () => local.organization.execute('gdn_Grow', { Height: 4 }, as(ADMINISTRATOR));
    importVersion('1.0.0.0', () => undefined);
    expect(call()).toEqual({ Tomorrow: 5 });
    importVersion('2.0.0.0', (files) => {
        files['fxexpressions/gdn_Grow/expression.yaml'] = '{Tomorrow: Height * 2, Later: Height * 3}';
        files['customapis/gdn_Grow/customapiresponseproperties/Later/customapiresponseproperty.xml'] =
            '<customapiresponseproperty uniquename="Later"><name>gdn_Grow.Later</name><type>7</type></customapiresponseproperty>';
    });
    expect(call()).toEqual({ Tomorrow: 8, Later: 12 });
    importVersion('3.0.0.0', () => undefined);
    expect(call()).toEqual({ Tomorrow: 5 });
    local.close();
});

it('a function takes and gives every type that functions have', () => {
    const fields = [
        { name: 'Flag', type: 0 },
        { name: 'Moment', type: 1 },
        { name: 'Exact', type: 2 },
        { name: 'Rough', type: 6 },
        { name: 'Whole', type: 7 },
        { name: 'Words', type: 10 },
    ];
    addFunction(
        'gdn_Echo',
        '{Flag: Not(Flag), Moment: DateAdd(Moment, 1, TimeUnit.Days), Exact: Exact + 0.1, Rough: Rough * 2, Whole: Whole + 1, Words: Words & "!"}',
        fields,
        fields,
    );
    const answer = garden.ask('POST', 'gdn_Echo', {
        Flag: true,
        Moment: '2026-03-01T10:00:00Z',
        Exact: 0.2,
        Rough: 0.5,
        Whole: 41,
        Words: 'Grow',
    });
    expect(answer.json).toMatchObject({
        '@odata.context': expect.stringMatching(/#Microsoft\.Dynamics\.CRM\.gdn_EchoResponse$/) as unknown,
        Flag: false,
        Moment: '2026-03-02T10:00:00Z',
        Exact: 0.3,
        Rough: 1,
        Whole: 42,
        Words: 'Grow!',
    });
});

it('a parameter that may be left out is blank; one that may not is asked for', () => {
    addFunction(
        'gdn_Greet',
        '{Text: "Hello " & Coalesce(Name, "you")}',
        [{ name: 'Name', type: 10, isOptional: true }],
        [{ name: 'Text', type: 10 }],
    );
    expect(garden.ask('POST', 'gdn_Greet', {}).json['Text']).toBe('Hello you');
    expect(garden.ask('POST', 'gdn_Grow', {}).refusal).toMatch(/Height/);
    expect(garden.ask('POST', 'gdn_Grow', { Height: 'tall' }).refusal).toMatch(/^0x80048d19/);
});

it('functions call one another, and plug-ins call them', () => {
    addFunction(
        'gdn_GrowTwice',
        '{Result: Environment.gdn_Grow({Height: Environment.gdn_Grow({Height: Start})})}',
        [{ name: 'Start', type: 7 }],
        [{ name: 'Result', type: 7 }],
    );
    expect(garden.ask('POST', 'gdn_GrowTwice', { Start: 1 }).json['Result']).toBe(3);
    garden.addPlugin({
        message: 'Create',
        expression: 'Set(NewRecord.gdn_height, Environment.gdn_GrowTwice({Start: NewRecord.gdn_height}))',
    });
    expect(garden.ask('POST', 'gdn_plants', { gdn_name: 'Lupin', gdn_height: 5 }).json['gdn_height']).toBe(7);
});

it('what a function writes is undone when it fails', () => {
    addFunction(
        'gdn_Plant',
        'Collect(gdn_plants, {gdn_name: Name}); If(Len(Name) > 5, Error("Too long a name.")); {Done: true}',
        [{ name: 'Name', type: 10 }],
        [{ name: 'Done', type: 0 }],
    );
    expect(garden.ask('POST', 'gdn_Plant', { Name: 'Chrysanthemum' }).refusal).toBe('0x80040265 Too long a name.');
    expect(garden.count('gdn_plant')).toBe(0);
    expect(garden.ask('POST', 'gdn_Plant', { Name: 'Lupin' }).json['Done']).toBe(true);
    expect(garden.count('gdn_plant')).toBe(1);
});

it('so is what one writes that is called by GET', () => {
    addFunction(
        'gdn_Plant',
        'Collect(gdn_plants, {gdn_name: Name}); Error("Not now.")',
        [{ name: 'Name', type: 10 }],
        [{ name: 'Done', type: 0 }],
        true,
    );
    expect(garden.ask('GET', "gdn_Plant(Name='Lupin')").refusal).toBe('0x80040265 Not now.');
    expect(garden.count('gdn_plant')).toBe(0);
});

it('a function that leads back to itself is stopped', () => {
    addFunction('gdn_Loop', '{Result: 1}', [{ name: 'Start', type: 7 }], [{ name: 'Result', type: 7 }]);
    const [row] = garden.ask('GET', "fxexpressions?$select=fxexpressionid&$filter=uniquename eq 'gdn_Loop'").json[
        'value'
    ] as readonly Record<string, unknown>[];
    const url = `fxexpressions(${String(row?.['fxexpressionid'])})`;
    expect(admin('PATCH', url, { expression: '{Result: Environment.gdn_Loop({Start: Start})}' }).refusal).toBe('');
    expect(garden.ask('POST', 'gdn_Loop', { Start: 1 }).refusal).toMatch(/^0x80044182/);
    expect(garden.runs.map(({ name, stage }) => `${name} ${stage}`)).toEqual(Array(8).fill('gdn_Loop function'));
    expect(garden.runs.filter(({ refusal }) => refusal === undefined)).toEqual([]);
});

it('a function with a fault is refused with its place', () => {
    expect(addFunction('gdn_Odd', '{Result: Strat + 1}', [{ name: 'Start', type: 7 }], [])).toMatch(
        /^0x80040265 The formula of gdn_Odd cannot be compiled\. Error 9-14: .*Strat/,
    );
});

it('a function with a privilege of its own is for those who hold it', () => {
    const [row] = admin('GET', "customapis?$select=customapiid&$filter=uniquename eq 'gdn_Grow'").json[
        'value'
    ] as readonly Record<string, unknown>[];
    const privilege = { executeprivilegename: 'prvPublishCustomization' };
    expect(admin('PATCH', `customapis(${String(row?.['customapiid'])})`, privilege).refusal).toBe('');
    expect(garden.ask('POST', 'gdn_Grow', { Height: 1 }).status).toBe(403);
    expect(admin('POST', 'gdn_Grow', { Height: 1 }).status).toBe(200);
});

it('functions stand in $metadata with their parameters', () => {
    const { body } = garden.local.handle({
        method: 'GET',
        url: '/api/data/v9.2/$metadata',
        headers: { mscrmcallerid: SELLER },
    });
    const text = String(body);
    expect(text).toContain('<Parameter Name="Height" Type="Edm.Int32" Nullable="false" />');
    expect(text).toContain('<ActionImport Name="gdn_Grow" Action="Microsoft.Dynamics.CRM.gdn_Grow" />');
    expect(text).toContain('<ReturnType Type="mscrm.gdn_GrowResponse" />');
});

it('environment variables are read by name, with their own type', () => {
    addFunction(
        'gdn_Sunny',
        "{Result: Environment.Variables.gdn_Sun + Environment.Variables.'Hours of sun'}",
        [],
        [{ name: 'Result', type: 2 }],
    );
    expect(garden.ask('POST', 'gdn_Sunny', {}).json['Result']).toBe(16);
});
