import { messages } from '../messages';
import type { NameNode, SyntaxNode } from '../syntax/nodes';
import { printNode } from '../syntax/print-node';
import type { Span } from '../syntax/span';
import { fieldsOf } from '../types/fields';
import { recordType, tableType, Types, type Type } from '../types/type';
import type { Problems } from './problems';

const named: ReadonlyMap<string, Type> = new Map<string, Type>([
    ['Boolean', Types.Boolean],
    ['Color', Types.Color],
    ['Date', Types.Date],
    ['DateTime', Types.DateTime],
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
]);

/**
 * The type that an argument describes: a type's name, or `Type(…)` with names, records and tables inside. Reports and
 * gives undefined when it is none.
 * @param call The call whose argument it is.
 */
export function readTypeArgument(node: SyntaxNode, call: Span, problems: Problems): Type | undefined {
    const described = node.kind === 'call' && node.name.name === 'Type' ? node.arguments : [];
    const [inside] = described;
    const type = inside ? described.length === 1 && readType(inside) : node.kind === 'name' && typeNamed(node);
    if (type) {
        return type;
    }
    if (inside) {
        problems.error(inside.span, messages.badTypeExpression(printNode(inside)));
        problems.error(typeArgumentSpan(node), messages.badTypeExpression(printNode(node)));
    } else if (node.kind === 'name') {
        problems.error(node.span, messages.unknownName(node.identifier.name));
        problems.error(call, messages.badTypeArgument(printNode(node)));
    } else {
        problems.error(node.span, messages.badTypeArgument(printNode(node)));
    }
    return undefined;
}

/** Where errors about the described type point: at its name, or at the bracket after `Type`. */
export function typeArgumentSpan(node: SyntaxNode): Span {
    return node.kind === 'call' ? { start: node.name.span.end, end: node.name.span.end + 1 } : node.span;
}

function typeNamed(node: NameNode): Type | undefined {
    return named.get(node.identifier.name);
}

function readType(node: SyntaxNode): Type | undefined {
    switch (node.kind) {
        case 'name':
            return typeNamed(node);
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
