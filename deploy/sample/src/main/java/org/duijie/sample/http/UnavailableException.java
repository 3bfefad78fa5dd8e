package org.duijie.sample.http;

/** The suite cannot answer now: whether the request was carried out is not known. It is worth asking again. */
public final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnavailableException(String request, Throwable cause) {
        super(request + " → " + cause, cause);
    }

    UnavailableException(Answer answer) {
        super(answer.toString());
    }
}
