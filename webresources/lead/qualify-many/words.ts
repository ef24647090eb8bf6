import type { Words } from '../../dialog/words';
import type english from './texts.1033.json';

/** The texts of this dialog. */
export type BulkWords = Words<keyof typeof english>;
