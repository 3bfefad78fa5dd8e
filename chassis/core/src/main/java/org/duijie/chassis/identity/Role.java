package org.duijie.chassis.identity;

/** What a caller is to the suite. The names are those of the token's {@code groups} claim and of {@code @RolesAllowed}. */
public enum Role {
    /** 县级单位: publishes needs of its own county. */
    COUNTY_BUREAU,
    /** 市/省级民政: reviews the counties under it, verifies organizations registered with it. */
    SUPERIOR_OFFICE,
    /** 领导小组办公室: steers; may touch everything. */
    LEADING_GROUP,
    /** 督导: reads everything, writes findings. */
    SUPERVISOR,
    /** 社会组织: acts for itself only. */
    ORGANIZATION,
    /** 合作平台: acts for those who delegated to it. */
    PARTNER_PLATFORM
}
