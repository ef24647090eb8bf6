import type { Link } from '../query/model';
import type { ResolvedColumn } from './column-path';

interface OpenLink {
    readonly table: string;
    readonly from: string;
    readonly to: string;
    readonly alias: string;
    readonly links: OpenLink[];
}

/** The joins that paths such as `parentaccountid.name` need; each is made once. */
export class LookupJoins {
    private readonly roots: OpenLink[] = [];
    private count = 0;

    /** Opens the joins of a path. @returns the alias of the last one; none for a column of the table itself */
    to({ lookups }: ResolvedColumn): { readonly alias?: string } {
        let links = this.roots;
        let alias: string | undefined;
        for (const { column, table } of lookups) {
            let link = links.find((each) => each.to === column.logicalName);
            if (!link) {
                this.count += 1;
                link = {
                    table: table.logicalName,
                    from: table.primaryIdColumn,
                    to: column.logicalName,
                    alias: `lookup${this.count}`,
                    links: [],
                };
                links.push(link);
            }
            links = link.links;
            ({ alias } = link);
        }
        return alias === undefined ? {} : { alias };
    }

    /** As links of a query; outer, so that rows without a related one stay. */
    get links(): readonly Link[] {
        const toLink = (open: OpenLink): Link => ({
            ...open,
            type: 'outer',
            columns: [],
            links: open.links.map(toLink),
            orders: [],
        });
        return this.roots.map(toLink);
    }
}
