package org.duijie.sample.data;

/** The field of a need or offer, with the word the sample's titles use. */
public enum Field {
    INDUSTRY("产业"),
    EDUCATION("教育"),
    HEALTH("健康"),
    EMPLOYMENT("就业"),
    RELOCATION("易地搬迁"),
    VOLUNTEERING("志愿"),
    OTHER("其他");

    private final String label;

    Field(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
