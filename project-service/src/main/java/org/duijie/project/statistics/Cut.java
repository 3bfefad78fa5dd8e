package org.duijie.project.statistics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By what figures are divided. Each thing lies in exactly one part of each cut, so every cut adds up to the same. */
@Schema(name = "StatisticCut")
public enum Cut {
    /** 项目类别. */
    CATEGORY,
    /** 登记层级; empty for needs, which nobody has taken up. */
    LEVEL,
    /** Where the organization is registered: a province's code, 100000 for a national one; empty for needs. */
    ORIGIN,
    /** 帮扶方式. */
    MODE,
    /** 领域. */
    FIELD,
    /** 县: GB/T 2260 code. */
    COUNTY,
    /** 设区市: the code of the county's prefecture. */
    CITY,
    /** The year of the agreement; of a need its publication, of an intention its proposal. */
    YEAR;

    /** Which part of this cut a cell lies in. */
    String of(Cell cell) {
        return switch (this) {
            case CATEGORY -> cell.category();
            case LEVEL -> cell.level();
            case ORIGIN -> cell.origin();
            case MODE -> cell.mode();
            case FIELD -> cell.field();
            case COUNTY -> cell.divisionCode();
            case CITY -> cell.divisionCode().substring(0, 4) + "00";
            case YEAR -> Integer.toString(cell.year());
        };
    }
}
