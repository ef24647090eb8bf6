import { DataverseError, ErrorCode } from '../../errors';
import { isReference } from '../row-storage';
import { isGiven, resulting, type Draft } from './draft';

/** Line ends are allowed in it. */
const BASE64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;

/** Notes: what they are about, and whether they carry a file. */
export function setAnnotationColumns(draft: Draft): void {
    const { plan, values } = draft;
    if (plan.table.logicalName !== 'annotation') {
        return;
    }
    const about = values.objectid;
    if (isReference(about)) {
        values.objecttypecode = about.table;
    }
    const given = values.documentbody;
    if (typeof given === 'string' && !BASE64.test(given)) {
        throw new DataverseError(
            ErrorCode.InvalidArgument,
            "'documentbody' of 'annotation' is not a valid Base-64 string; encode the file's bytes.",
        );
    }
    if (draft.before === undefined || isGiven(draft, 'documentbody') || isGiven(draft, 'filename')) {
        const body = resulting(draft, 'documentbody');
        const hasFile = typeof body === 'string' || resulting(draft, 'filename') !== null;
        values.isdocument = hasFile;
        values.filesize = typeof body === 'string' ? base64Size(body) : hasFile ? 0 : null;
    }
}

/** Bytes that a base64 text stands for. */
function base64Size(text: string): number {
    const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
    return Math.max(0, Math.floor((text.length * 3) / 4) - padding);
}
