package org.duijie.sample.http;

/**
 * A resource as this account last saw it. A change asked for here carries the version that was seen, and is refused if
 * somebody was faster: nobody's change is lost under another's.
 */
public final class Seen {
    private final Session session;
    private final String path;
    private final Answer answer;

    Seen(Session session, String path, Answer answer) {
        this.session = session;
        this.path = path;
        this.answer = answer;
    }

    /** What was seen. */
    public Answer answer() {
        return answer;
    }

    /** The same resource as the answer to a change of it showed it. */
    public Seen after(Answer changed) {
        return new Seen(session, path, changed);
    }

    /** Has something done with it, such as {@code submission}. */
    public Answer post(String verb) {
        return session.change("POST", path + "/" + verb, null, answer.tag());
    }

    public Answer post(String verb, Object body) {
        return session.change("POST", path + "/" + verb, body, answer.tag());
    }

    /** Replaces all of it. */
    public Answer replace(Object body) {
        return session.change("PUT", path, body, answer.tag());
    }

    /** Replaces a part of it, such as {@code standing}. */
    public Answer put(String part, Object body) {
        return session.change("PUT", path + "/" + part, body, answer.tag());
    }

    /** Changes only what the patch names (RFC 7396). */
    public Answer patch(Object patch) {
        return session.change("PATCH", path, patch, answer.tag());
    }

    public Answer delete() {
        return session.change("DELETE", path, null, answer.tag());
    }
}
