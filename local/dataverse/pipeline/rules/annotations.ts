import { isReference } from '../row-storage';
import { isGiven, resulting, type Draft } from './draft';

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
