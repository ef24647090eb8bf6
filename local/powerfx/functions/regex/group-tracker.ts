/**
 * Which groups a pattern has and what may be done with them. Regular expressions engines differ in what a group keeps
 * that may match nothing, so Power Fx refuses the patterns for which that would show (Microsoft Learn, "Regular
 * expressions in Microsoft Power Fx", Possibly empty submatches).
 */

const unlimited = -1;
const greatestDepth = 64;
const greatestLookBehind = 250;

/** A group, one alternative of a group, or a single character that a quantifier may follow. */
class Part {
    isCapture = false;
    isGroup = false;
    isLookAround = false;
    hasLookAround = false;
    isClosed = false;
    hasAlternatives = false;
    hasCapture = false;
    mayBeSkipped = false;
    refusesQuantifier = false;
    minimum = 0;
    maximum = 0;

    constructor(readonly parent?: Part) {}

    grow(minimum: number, maximum: number): void {
        this.minimum += minimum;
        this.maximum = this.maximum === unlimited || maximum === unlimited ? unlimited : this.maximum + maximum;
    }

    finish(): void {
        if (this.minimum === 0 || (this.hasAlternatives && this.hasCapture)) {
            this.refusesQuantifier = true;
        }
    }
}

function greater(one: number, other: number): number {
    return one === unlimited || other === unlimited ? unlimited : Math.max(one, other);
}

/** Follows a pattern from left to right. Each method gives the fault that it finds, in words, or undefined. */
export class GroupTracker {
    private readonly open: Part[] = [];
    private readonly captures = new Map<string, Part>();
    private readonly doubtfulReferences = new Set<string>();
    private target: Part | undefined;
    private lookBehind: Part | undefined;

    constructor() {
        this.openGroup({});
    }

    openGroup(kind: { capture?: string; isLookBehind?: boolean; isLookAhead?: boolean }): string | undefined {
        if (this.open.length >= greatestDepth) {
            return 'groups are nested too deeply.';
        }
        if (this.lookBehind && kind.isLookBehind) {
            return 'a look behind cannot stand inside another.';
        }
        const group = new Part(this.open.at(-1));
        group.isGroup = true;
        group.isLookAround = (kind.isLookBehind ?? false) || (kind.isLookAhead ?? false);
        if (kind.capture !== undefined) {
            if (this.lookBehind) {
                return 'a look behind cannot contain sub-matches.';
            }
            if (this.captures.has(kind.capture)) {
                return `the sub-match "${kind.capture}" is defined twice.`;
            }
            group.isCapture = true;
            this.captures.set(kind.capture, group);
        }
        if (kind.isLookBehind) {
            this.lookBehind = group;
        }
        this.open.push(group, new Part(group));
        this.target = undefined;
        return undefined;
    }

    /** A character, class or anything else that is matched by itself. */
    single(minimum = 1, maximum = 1): void {
        this.open.at(-1)?.grow(minimum, maximum);
        this.target = new Part();
        this.target.grow(minimum, maximum);
    }

    alternative(): void {
        this.target = undefined;
        const closed = this.open.pop();
        const group = closed?.parent;
        if (closed && group) {
            this.closeAlternative(closed, group);
            group.hasAlternatives = true;
            this.open.push(new Part(group));
        }
    }

    /** @param high -1 for no upper bound. */
    quantifier(low: number, high: number): string | undefined {
        const { target } = this;
        const current = this.open.at(-1);
        this.target = undefined;
        if (this.lookBehind && high === unlimited) {
            return 'a look behind cannot contain unlimited quantifiers.';
        }
        if (!target || !current) {
            return 'there is nothing that the quantifier could repeat.';
        }
        if (high !== unlimited && high < low) {
            return 'the quantifier has its bounds the wrong way around.';
        }
        if (target.isGroup) {
            if (target.isLookAround || target.hasLookAround) {
                return 'a look around cannot be quantified, nor a group that has one.';
            }
            if (target.refusesQuantifier) {
                return 'a group that contains a possibly empty sub-match cannot be quantified.';
            }
            target.mayBeSkipped = low === 0;
            if ((low === 0 || target.minimum === 0 || target.hasCapture) && (target.isCapture || target.hasCapture)) {
                current.refusesQuantifier = true;
            }
        }
        current.maximum =
            current.maximum === unlimited || high === unlimited
                ? unlimited
                : current.maximum + target.maximum * (high - 1);
        current.minimum += target.minimum * (low - 1);
        return undefined;
    }

    closeGroup(): string | undefined {
        if (this.open.length <= 2) {
            return 'a closing parenthesis has no opening one.';
        }
        const alternative = this.open.pop();
        const group = this.open.pop();
        if (!alternative || !group) {
            return undefined;
        }
        this.closeAlternative(alternative, group);
        this.target = group;
        if (this.lookBehind === group) {
            if (group.maximum > greatestLookBehind) {
                return 'a look behind cannot look at so many characters.';
            }
            this.lookBehind = undefined;
        }
        group.finish();
        group.isClosed = true;
        const { parent } = group;
        if (parent) {
            parent.refusesQuantifier ||= group.refusesQuantifier;
            parent.hasLookAround ||= group.isLookAround || group.hasLookAround;
            parent.hasCapture ||= group.isCapture;
            if (!group.isLookAround) {
                parent.grow(group.minimum, group.maximum);
            }
        }
        return undefined;
    }

    reference(name: string): string | undefined {
        const group = this.captures.get(name);
        if (!group) {
            return `the sub-match "${name}" is not defined.`;
        }
        if (!group.isClosed) {
            return `the sub-match "${name}" cannot refer to itself.`;
        }
        if (this.lookBehind && group.maximum === unlimited) {
            return 'a look behind cannot contain unlimited quantifiers.';
        }
        this.single(group.minimum, group.maximum);
        if (mayMatchNothing(group, this.open.at(-1))) {
            this.doubtfulReferences.add(name);
        }
        return undefined;
    }

    end(): string | undefined {
        const alternative = this.open.pop();
        const whole = this.open.pop();
        if (alternative && whole) {
            this.closeAlternative(alternative, whole);
            whole.finish();
        }
        if (this.open.length > 0) {
            return 'a group is not closed.';
        }
        for (const name of this.doubtfulReferences) {
            const group = this.captures.get(name);
            if (group && mayMatchNothing(group)) {
                return `the sub-match "${name}" may be empty and cannot be referred to.`;
            }
        }
        return undefined;
    }

    private closeAlternative(alternative: Part, group: Part): void {
        if (group.hasAlternatives) {
            group.maximum = greater(group.maximum, alternative.maximum);
            group.minimum = Math.min(group.minimum, alternative.minimum);
        } else {
            group.maximum = alternative.maximum;
            group.minimum = alternative.minimum;
        }
        alternative.finish();
        group.refusesQuantifier ||= alternative.refusesQuantifier;
        group.hasCapture ||= alternative.hasCapture;
        group.hasLookAround ||= alternative.hasLookAround;
    }
}

/** @param until Groups from here outwards do not matter: the reference stands inside them as well. */
function mayMatchNothing(capture: Part, until?: Part): boolean {
    if (capture.mayBeSkipped || capture.minimum === 0) {
        return true;
    }
    let part = capture.parent;
    while (part && part !== until) {
        if (part.mayBeSkipped || part.hasAlternatives || part.minimum === 0 || part.isLookAround) {
            return true;
        }
        part = part.parent;
    }
    return until !== undefined && part !== until;
}
