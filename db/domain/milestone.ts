/** A milestone is reached by the customer; a touchpoint is a contact the CSM makes. Both come with a stage. */
export const milestoneKinds = ['milestone', 'touchpoint'] as const;
export type MilestoneKind = (typeof milestoneKinds)[number];

/** The day of its stage a milestone is counted from. */
export const milestoneAnchors = ['start', 'end'] as const;
export type MilestoneAnchor = (typeof milestoneAnchors)[number];

export const touchChannels = ['meeting', 'call', 'visit', 'email', 'in-app', 'event'] as const;
export type TouchChannel = (typeof touchChannels)[number];
