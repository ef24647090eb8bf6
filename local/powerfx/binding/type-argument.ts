import type { SyntaxNode } from '../syntax/nodes';
import { fieldsOf } from '../types/fields';
import { recordType, tableType, Types, type Type } from '../types/type';

const named: ReadonlyMap<string, Type> = new Map<string, Type>([
    ['Boolean', Types.Boolean],
    ['Color', Types.Color],
    ['Date', Types.Date],
    ['DateTime', Types.DateTime],
    ['DateTimeTZInd', Types.DateTimeNoTimeZone],
    ['Decimal', Types.Decimal],
    ['Dynamic', Types.Dynamic],
    ['Float', Types.Number],
    ['GUID', Types.Guid],
    ['Hyperlink', Types.Hyperlink],
    // Numbers are decimal, unless said otherwise.
    ['Number', Types.Decimal],
    ['Text', Types.Text],
    ['Time', Types.Time],
    ['UntypedObject', Types.Dynamic],
    ['Void', Types.Void],
]);

/** The type that an argument describes: a type's name, or `Type(…)` with names, records and tables inside. */
export function readTypeArgument(node: SyntaxNode): Type | undefined {
    if (node.kind === 'call' && node.name.name === 'Type' && node.arguments.length === 1) {
        const [described] = node.arguments;
        return described && readType(described);
    }
    return node.kind === 'name' ? named.get(node.identifier.name) : undefined;
}

function readType(node: SyntaxNode): Type | undefined {
    switch (node.kind) {
        case 'name':
            return named.get(node.identifier.name);
        case 'record': {
            const fields: { name: string; type: Type }[] = [];
            for (const { name, value } of node.fields) {
                const type = readType(value);
                if (!type) {
                    return undefined;
                }
                fields.push({ name: name.name, type });
            }
            return recordType(fieldsOf(fields));
        }
        case 'table': {
            const [item] = node.items;
            const type = item && node.items.length === 1 ? readType(item) : undefined;
            if (!type) {
                return undefined;
            }
            return tableType(type.kind === 'Record' ? type.fields : fieldsOf({ Value: type }));
        }
        case 'call': {
            const [inner] = node.arguments;
            const type = inner && node.name.name === 'RecordOf' ? readType(inner) : undefined;
            return type?.kind === 'Table' ? recordType(type.fields) : undefined;
        }
        default:
            return undefined;
    }
}
