package org.duijie.project.project;

/** How far a figure may be relied on: from best to worst. */
public enum FigureStanding {
    /** 双方一致: both sides have reported it, alike. */
    VERIFIED,
    /** 待对方确认: one side has reported it. */
    UNCONFIRMED,
    /** 双方不一致: both sides have reported it, differently. */
    DISPUTED;

    public static FigureStanding worst(FigureStanding one, FigureStanding other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
