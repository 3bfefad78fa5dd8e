package org.duijie.project.supervision;

/** Where a finding stands. */
public enum FindingStatus {
    /** To be put right by a day. */
    OPEN,
    /** Its side says that it is put right; to be checked again. */
    RECTIFIED,
    /** Checked again and found right. Final. */
    CLOSED
}
