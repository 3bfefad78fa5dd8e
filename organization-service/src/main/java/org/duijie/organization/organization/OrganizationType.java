package org.duijie.organization.organization;

/** The legal form of a social organization, said by the second character of its credit code. */
public enum OrganizationType {
    /** 社会团体. */
    ASSOCIATION('1'),
    /** 社会服务机构（民办非企业单位）. */
    SERVICE_INSTITUTION('2'),
    /** 基金会. */
    FOUNDATION('3'),
    /** 其他. */
    OTHER('9');

    private final char code;

    OrganizationType(char code) {
        this.code = code;
    }

    char code() {
        return code;
    }
}
