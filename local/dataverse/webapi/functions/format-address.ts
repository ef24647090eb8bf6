import type { MessageDefinition } from '../../pipeline/types';

/** FormatAddress (Microsoft Learn, "FormatAddress Function"): lines as the country writes them; Japan begins with the largest part. */
export const formatAddress: MessageDefinition = {
    name: 'FormatAddress',
    kind: 'function',
    parameters: ['Line1', 'City', 'StateOrProvince', 'PostalCode', 'Country'].map((name) => ({
        name,
        type: 'Edm.String',
        optional: true,
    })),
    returns: { type: 'mscrm.FormatAddressResponse' },
    run: (_organization, parameters) => {
        const part = (name: string): string => String(parameters[name] ?? '');
        const filled = (parts: readonly string[], separator: string): string =>
            parts.filter((each) => each !== '').join(separator);
        const isJapan = /^(japan|日本)$/i.test(part('Country'));
        const lines = isJapan
            ? [part('Country'), filled([part('PostalCode'), part('StateOrProvince')], ' '), part('City'), part('Line1')]
            : [
                  part('Line1'),
                  filled([filled([part('City'), part('StateOrProvince')], ', '), part('PostalCode')], ' '),
                  part('Country'),
              ];
        return { Address: filled(lines, '\r\n') };
    },
};
