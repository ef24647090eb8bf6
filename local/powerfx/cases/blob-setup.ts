import { BlobValue, Types, type HostFunctionDefinition, type Type, type Value } from '../index';
import type { MemoryHost } from './memory-host';

function definition(
    name: string,
    result: Type,
    required: readonly Type[],
    optional: readonly Type[] = [],
): HostFunctionDefinition {
    const parameter = (isRequired: boolean) => (type: Type, index: number) => ({
        name: `value${index}`,
        type,
        isRequired,
    });
    return {
        name,
        namespace: [],
        parameters: [...required.map(parameter(true)), ...optional.map(parameter(false))],
        takesRecord: false,
        result,
        isBehavior: false,
    };
}

function bytesOf(value: Value | undefined): Buffer | undefined {
    return value instanceof BlobValue ? Buffer.from(value.bytes) : undefined;
}

/** Variables of binary content and of text, and functions that turn one into the other. */
export function addBlobFunctions(host: MemoryHost): void {
    host.add('blob', Types.Blob, null);
    host.add('str', Types.Text, null);
    host.functions.push(
        definition('Blob', Types.Blob, [Types.Text], [Types.Boolean]),
        definition('BlobGetString', Types.Text, [Types.Blob]),
        definition('BlobGetBase64String', Types.Text, [Types.Blob]),
    );
    host.implementations.set('Blob', ([text, isBase64]) =>
        typeof text === 'string' ? new BlobValue(Buffer.from(text, isBase64 === true ? 'base64' : 'utf8')) : null,
    );
    host.implementations.set('BlobGetString', ([blob]) => bytesOf(blob)?.toString('utf8') || null);
    host.implementations.set('BlobGetBase64String', ([blob]) => bytesOf(blob)?.toString('base64') || null);
}
