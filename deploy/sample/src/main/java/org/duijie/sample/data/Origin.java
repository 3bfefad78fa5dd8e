package org.duijie.sample.data;

/** Where an organization comes from: the cut "origin" of the circular. National ones belong to no province. */
public enum Origin {
    NATIONAL("100000", "全国"),
    BEIJING("110000", "北京"),
    TIANJIN("120000", "天津"),
    HEBEI("130000", "河北");

    private final String divisionCode;
    private final String label;

    Origin(String divisionCode, String label) {
        this.divisionCode = divisionCode;
        this.label = label;
    }

    /** The GB/T 2260 code of the province, or 100000 for the country. */
    public String divisionCode() {
        return divisionCode;
    }

    String label() {
        return label;
    }
}
