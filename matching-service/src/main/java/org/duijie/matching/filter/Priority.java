package org.duijie.matching.filter;

import org.duijie.matching.replica.DivisionFact;

/** What public policy says of a county (重点). A county may have several marks; one without a source counts as none. */
public enum Priority {
    /** 深度贫困县 */
    DEEP_POVERTY,
    /** 国家扶贫开发工作重点县 */
    NATIONAL_KEY,
    /** 省扶贫开发工作重点县 */
    PROVINCIAL_KEY,
    /** 燕山—太行山片区 */
    YANSHAN_TAIHANG;

    boolean marks(DivisionFact division) {
        return switch (this) {
            case DEEP_POVERTY -> "CONFIRMED".equals(division.deepPoverty());
            case NATIONAL_KEY -> "NATIONAL".equals(division.keyCounty());
            case PROVINCIAL_KEY -> "PROVINCIAL".equals(division.keyCounty());
            case YANSHAN_TAIHANG -> division.yanshanTaihang();
        };
    }
}
