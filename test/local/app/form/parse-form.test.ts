/** @jest-environment jsdom */
import { parseForm } from '../../../../local/app/form/definition/parse-form';
import { LEAD_FORM } from './fakes';

const withControls = (inside: string, after = ''): string =>
    `<form><tabs><tab id="{T}" name="t"><columns><column width="100%"><sections><section id="{S}" name="s"><rows><row>${inside}</row></rows></section></sections></column></columns></tab></tabs>${after}</form>`;

const parse = (formXml: string): ReturnType<typeof parseForm> => parseForm({ id: 'f', name: 'Test', formXml }, 1033);

describe('the form XML', () => {
    it('gives tabs, columns, sections and cells with their labels in the language', () => {
        const form = parseForm(LEAD_FORM, 1036);
        expect(form.tabs.map(({ name, label }) => [name, label])).toEqual([
            ['SUMMARY', 'Résumé'],
            ['MORE', 'More'],
        ]);
        expect(form.tabs[0]?.columns.map(({ width }) => width)).toEqual([60, 40]);
        expect(form.tabs[0]?.columns[1]?.sections[0]).toMatchObject({ name: 'COMPANY', columns: 2 });
        expect(form.header.map(({ control }) => control?.name)).toEqual(['header_ownerid']);
    });

    it('gives libraries and the enabled handlers with their parameters', () => {
        const form = parseForm(LEAD_FORM, 1033);
        expect(form.libraries).toEqual(['contoso_/lead.js']);
        expect(form.events).toEqual([
            {
                name: 'onload',
                handlers: [
                    {
                        functionName: 'Contoso.onLoad',
                        library: 'contoso_/lead.js',
                        passExecutionContext: true,
                        parameters: [],
                    },
                ],
            },
            {
                name: 'onchange',
                attribute: 'subject',
                handlers: [
                    {
                        functionName: 'Contoso.onSubject',
                        library: 'contoso_/lead.js',
                        passExecutionContext: false,
                        parameters: ['a', 2],
                    },
                ],
            },
        ]);
    });

    it('tells subgrids, the timeline and code components apart', () => {
        const form = parse(
            withControls(
                `<cell id="{1}"><control id="grid" classid="{E7A81278-8635-4D9E-8D4D-59480B391C5B}" indicationOfSubgrid="true" uniqueid="{AB}"><parameters><TargetEntityType>contact</TargetEntityType><RecordsPerPage>4</RecordsPerPage></parameters></control></cell>
                 <cell id="{2}"><control id="notescontrol" classid="{06375649-C143-495E-A496-C962E5B4488E}"/></cell>
                 <cell id="{3}" colspan="2"><control id="statuscode" classid="{11111111-2222-3333-4444-555555555555}" datafieldname="statuscode" uniqueid="{CD}" disabled="true"/></cell>`,
                `<controlDescriptions><controlDescription forControl="{CD}"><customControl id="{5D68B988-0661-4DB2-BC3E-17598AD3BE6C}"><parameters><datafieldname>statuscode</datafieldname></parameters></customControl>
                 <customControl formFactor="0" name="contoso_Contoso.Picker"><parameters><value>statuscode</value><size type="Whole.None" static="true">3</size></parameters></customControl></controlDescription></controlDescriptions>`,
            ),
        );
        const controls = form.tabs[0]?.columns[0]?.sections[0]?.rows[0]?.map(({ control }) => control) ?? [];
        expect(controls.map((control) => control?.controlClass)).toEqual(['subgrid', 'timeline', 'field']);
        expect(controls[0]?.parameters).toEqual({ TargetEntityType: 'contact', RecordsPerPage: '4' });
        expect(controls[2]?.disabled).toBe(true);
        expect(form.codeComponents.get('cd')?.[1]).toEqual({
            name: 'contoso_Contoso.Picker',
            formFactor: 0,
            parameters: {
                value: { static: false, value: 'statuscode' },
                size: { type: 'Whole.None', static: true, value: '3' },
            },
        });
    });

    it('is refused by name when it is not well-formed or no form', () => {
        expect(() => parse('<form><tabs></form>')).toThrow(/"Test" \(f\).*not well-formed/);
        expect(() => parse('<grid/>')).toThrow(/starts with <grid>/);
    });
});
