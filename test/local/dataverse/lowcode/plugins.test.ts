import { aGarden, ADMINISTRATOR, as, SELLER, type Garden } from './a-garden';

let garden: Garden;
beforeEach(() => {
    garden = aGarden();
});
afterEach(() => garden.local.close());

const plant = (more: Readonly<Record<string, unknown>> = {}) => ({ gdn_name: 'Lupin', gdn_height: 20, ...more });
const create = (more: Readonly<Record<string, unknown>> = {}): string =>
    garden.local.organization.create('gdn_plant', plant(more) as never, as(SELLER));
const heightOf = (id: string) => garden.ask('GET', `gdn_plants(${id})?$select=gdn_height`).json['gdn_height'];

const TOO_TALL = 'If(NewRecord.gdn_height > 100, Error({Kind: ErrorKind.Validation, Message: "Too tall."}))';

it('refuses an update with the message of the plug-in and writes nothing', () => {
    garden.addPlugin({ expression: TOO_TALL });
    const id = create();
    const answer = garden.ask('PATCH', `gdn_plants(${id})`, { gdn_height: 101 });
    expect([answer.status, answer.refusal]).toEqual([400, '0x80040265 Too tall.']);
    expect(heightOf(id)).toBe(20);
    expect(garden.ask('PATCH', `gdn_plants(${id})`, { gdn_height: 99 }).status).toBe(200);
    expect(heightOf(id)).toBe(99);
});

it('changes what is written with Set, which later plug-ins see, in the order of their rank', () => {
    garden.addPlugin({ rank: 20, expression: 'Set(NewRecord.gdn_notes, "second " & NewRecord.gdn_notes)' });
    garden.addPlugin({ rank: 10, expression: 'Set(NewRecord.gdn_notes, "first")' });
    const id = create();
    garden.ask('PATCH', `gdn_plants(${id})`, { gdn_height: 30 });
    expect(garden.ask('GET', `gdn_plants(${id})?$select=gdn_notes`).json['gdn_notes']).toBe('second first');
});

it('gives the old and the new value of a column', () => {
    garden.addPlugin({
        expression: 'Set(NewRecord.gdn_notes, Text(OldRecord.gdn_height) & " to " & Text(NewRecord.gdn_height))',
    });
    const id = create();
    garden.ask('PATCH', `gdn_plants(${id})`, { gdn_height: 30 });
    expect(garden.ask('GET', `gdn_plants(${id})?$select=gdn_notes`).json['gdn_notes']).toBe('20 to 30');
});
