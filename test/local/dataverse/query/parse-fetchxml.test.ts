import fc from 'fast-check';
import { baseMetadata } from '../../../../local/dataverse/base/base-tables';
import { DataverseError } from '../../../../local/dataverse/errors';
import { buildMetadata } from '../../../../local/dataverse/metadata/build-metadata';
import { parseFetchXml } from '../../../../local/dataverse/query/fetchxml/parse-fetchxml';
import { operators } from '../../../../local/dataverse/query/operators/registry';

const metadata = buildMetadata(baseMetadata(), []);
const lead = metadata.table('lead');
const columnName = fc.constantFrom(...[...lead.columns.keys()]);

const escape = (text: string): string =>
    text
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/"/g, '&quot;')
        .replace(/[\n\r\t]/g, ' ');
/** XML has no way to write most control characters. */
// eslint-disable-next-line no-control-regex
const text = fc.string().map((value) => value.replace(/[\u0000-\u001f\ufffe\uffff]/g, ''));

interface WrittenCondition {
    readonly column: string;
    readonly operator: string;
    readonly values: readonly string[];
}

const condition: fc.Arbitrary<WrittenCondition> = fc
    .tuple(columnName, fc.constantFrom(...operators), fc.array(text, { minLength: 2, maxLength: 4 }))
    .map(([column, { name, values }, texts]) => ({
        column,
        operator: name,
        values: texts.slice(0, { none: 0, one: 1, two: 2, many: texts.length }[values]),
    }));

const write = ({ column, operator, values }: WrittenCondition): string =>
    `<condition attribute="${column}" operator="${operator}">${values.map((value) => `<value>${escape(value)}</value>`).join('')}</condition>`;

describe('the parser of FetchXML', () => {
    it('reads every operator with the values it takes', () => {
        fc.assert(
            fc.property(
                fc.array(condition, { minLength: 1, maxLength: 4 }),
                fc.constantFrom('and', 'or'),
                (conditions, type) => {
                    const query = parseFetchXml(
                        `<fetch><entity name="lead"><filter type="${type}">${conditions.map(write).join('')}</filter></entity></fetch>`,
                        metadata,
                    );
                    expect(query.filter).toEqual({
                        kind: 'filter',
                        type,
                        conditions: conditions.map((each) => ({ kind: 'condition', ...each })),
                    });
                },
            ),
        );
    });

    it('answers with a query or a Dataverse error, whatever it is given', () => {
        const piece = fc.constantFrom(
            '<fetch>',
            '</fetch>',
            '<entity name="lead">',
            '</entity>',
            '<filter>',
            '</filter>',
            '<attribute name="x"/>',
            '&',
            '"',
            '<',
            'x',
            '<!DOCTYPE a>',
        );
        fc.assert(
            fc.property(fc.array(piece), (pieces) => {
                try {
                    parseFetchXml(pieces.join(''), metadata);
                } catch (error) {
                    expect(error).toBeInstanceOf(DataverseError);
                }
            }),
        );
    });

    it('names line and column of what it refuses', () => {
        const xml =
            '<fetch>\n  <entity name="lead">\n    <filter><condition attribute="subject" operator="eq"/></filter>\n  </entity>\n</fetch>';
        expect(() => parseFetchXml(xml, metadata)).toThrow('(element <condition>, line 3, column');
    });

    it('gives links without an alias one of their own', () => {
        const link = '<link-entity name="task" from="regardingobjectid" to="leadid"/>';
        const query = parseFetchXml(`<fetch><entity name="lead">${link}${link}</entity></fetch>`, metadata);
        expect(query.links.map(({ alias }) => alias)).toEqual(['task1', 'task2']);
    });
});
