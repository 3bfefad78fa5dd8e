package org.duijie.matching.match;

/**
 * One change of one member of a need, an offer or an organization, for machines.
 *
 * @param of whose member
 * @param member its name on the owner's API
 * @param action what to do with it
 * @param value what to set, add or remove; money in yuan, days as ISO dates
 */
public record Edit(Subject of, String member, Action action, String value) {

    /** Whose member is to change. */
    public enum Subject {
        NEED,
        OFFER,
        ORGANIZATION
    }

    /** What to do with the member. */
    public enum Action {
        SET,
        ADD,
        REMOVE
    }

    static Edit set(Subject of, String member, Object value) {
        return new Edit(of, member, Action.SET, value.toString());
    }

    static Edit add(Subject of, String member, String value) {
        return new Edit(of, member, Action.ADD, value);
    }

    static Edit remove(Subject of, String member, String value) {
        return new Edit(of, member, Action.REMOVE, value);
    }
}
