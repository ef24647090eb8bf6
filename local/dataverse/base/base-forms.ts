/** Stock forms: `forms/<table>.<kind>.xml` hold the form's XML as the platform stores it. */
import { baseFiles, readBaseFile } from './base-directory';
import { baseId } from './base-id';
import type { BaseRow, BaseText } from './base-rows';

/** Values of systemform.type. */
const FORM_TYPES: Readonly<Record<string, number>> = { main: 2, quickview: 6, quickcreate: 7 };

/** Main form "Lead", whose id solutions name as the ancestor of forms copied from it. */
const PUBLISHED_IDS: Readonly<Record<string, string>> = {
    'lead.main': 'e3b6ddb7-8df0-4410-ac7b-fd32e5053d38',
};

/** First line of each file: a comment with the form's English and French names. */
const NAME_COMMENT = /^<!-- (.+?) \| (.+?) -->\s*/;

export function baseForms(): readonly BaseRow[] {
    return baseFiles('forms', '.xml').map((file) => {
        const text = readBaseFile(`forms/${file}`);
        const name = NAME_COMMENT.exec(text);
        const [table = '', kind = ''] = file.split('.');
        const type = FORM_TYPES[kind];
        if (!name?.[1] || !name[2] || type === undefined) {
            throw new Error(
                `base/forms/${file} must be named <table>.<main|quickview|quickcreate>.xml and begin with ` +
                    '<!-- English name | French name -->.',
            );
        }
        const key = `${table}.${kind}`;
        const names: BaseText = [name[1], name[2]];
        return {
            formid: PUBLISHED_IDS[key] ?? baseId('systemform', key),
            name: names,
            objecttypecode: table,
            type,
            isdefault: true,
            formactivationstate: 1,
            formxml: compactXml(text.slice(name[0].length)),
        };
    });
}

/** Without the indentation that makes the file readable. */
function compactXml(xml: string): string {
    return xml.replace(/>\s+</g, '><').trim();
}
