package org.duijie.sample.data;

/** One line of a need or an offer. The quantity is a decimal string; money is counted in 元. */
public record Item(String kind, String resourceCode, String description, String quantity, String unit, Money value) {

    /** The same under the next wider code, if that still says more than the kind. */
    Item widened() {
        int dot = resourceCode.lastIndexOf('.');
        String wider = dot > kind.length() ? resourceCode.substring(0, dot) : resourceCode;
        return new Item(kind, wider, description, quantity, unit, value);
    }
}
