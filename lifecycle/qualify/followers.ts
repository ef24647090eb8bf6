/** A row that belongs to the lead and goes on with the opportunity. */
export interface Follower {
    readonly id: string;
    readonly name: string;
}

export interface ActivityFollower extends Follower {
    /** Table of the activity, such as `task`. */
    readonly table: string;
}

export interface Stakeholder extends Follower {
    /** Whom the lead is connected to. */
    readonly table: string;
    readonly roleId: string | null;
    readonly leadRoleId: string | null;
    readonly description: string | null;
}

/** What follows a lead to its opportunity. */
export interface Followers {
    /** Open activities; completed ones stay the lead's. */
    readonly activities: readonly ActivityFollower[];
    readonly notes: readonly Follower[];
    readonly stakeholders: readonly Stakeholder[];
    readonly competitors: readonly Follower[];
}

/** Which of them do. */
export type Follow = Readonly<Record<keyof Followers, boolean>>;
