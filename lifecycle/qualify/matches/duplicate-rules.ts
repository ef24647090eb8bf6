import { rowsOf, type ReadAnswer } from '../../web-api/web-api';

/** Published (Microsoft Learn, "duplicaterule EntityType"). */
const PUBLISHED = 2;

export const DUPLICATE_RULES_ADDRESS = `duplicaterules?$select=baseentityname,matchingentityname&$filter=statuscode eq ${PUBLISHED}`;

/** Whether some published rule compares rows of one table with those of another. */
export type HasDuplicateRule = (base: string, matching: string) => boolean;

/** @param answer to `DUPLICATE_RULES_ADDRESS`; whoever may not see the rules has to expect any */
export function readDuplicateRules(answer: ReadAnswer | undefined): HasDuplicateRule {
    if (!answer?.ok) return () => true;
    const pairs = new Set(
        rowsOf(answer.body).map((row) => `${String(row['baseentityname'])} ${String(row['matchingentityname'])}`),
    );
    return (base, matching) => pairs.has(`${base} ${matching}`);
}
