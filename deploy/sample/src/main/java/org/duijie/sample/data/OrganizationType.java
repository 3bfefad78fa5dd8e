package org.duijie.sample.data;

/** The three types of social organization, with the digit that says so in a credit code. */
public enum OrganizationType {
    ASSOCIATION('1'),
    SERVICE_INSTITUTION('2'),
    FOUNDATION('3');

    private final char codeDigit;

    OrganizationType(char codeDigit) {
        this.codeDigit = codeDigit;
    }

    char codeDigit() {
        return codeDigit;
    }
}
