package org.duijie.chassis.identity;

/** What binds a caller to the thing that an operation is about. */
public enum Tenant {
    /** Nothing does: the role decides. */
    NONE,
    /** The caller speaks for the thing's county. */
    DIVISION,
    /** The caller is an office above the thing's county. */
    OVERSIGHT,
    /** The caller speaks for the thing's organization. */
    ORGANIZATION,
    /** The caller stands on one side of the pair: that of its county, or that of its organization. */
    PARTY,
    /** The caller keeps the registration of the organization. */
    REGISTRAR,
    /** The caller made the thing. */
    OWNER
}
