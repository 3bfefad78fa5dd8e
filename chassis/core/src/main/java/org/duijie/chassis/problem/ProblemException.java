package org.duijie.chassis.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duijie.chassis.text.Text;

/** A refusal on its way to the caller. Thrown from anywhere; answered as {@code application/problem+json}. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** One faulty place in the request. */
    public record Fault(String pointer, Text detail) {}

    private final transient ProblemType type;
    private final transient Text detail;
    private final transient List<Fault> faults;
    private final transient Map<String, String> headers = new TreeMap<>();

    ProblemException(ProblemType type, Text detail, List<Fault> faults) {
        super(type.slug() + ": " + detail.en(), null, false, false);
        this.type = type;
        this.detail = detail;
        this.faults = new ArrayList<>(faults);
    }

    /** Adds a further faulty place, so that a caller mends all of them at once. */
    public ProblemException and(String pointer, String zh, String en) {
        faults.add(new Fault(pointer, Text.of(zh, en)));
        return this;
    }

    /** Adds a response header such as {@code Allow} or {@code Retry-After}. */
    public ProblemException withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public Text detail() {
        return detail;
    }

    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }
}
