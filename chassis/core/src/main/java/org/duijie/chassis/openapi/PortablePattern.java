package org.duijie.chassis.openapi;

import java.util.Map;

/**
 * A pattern as readers of the contract understand it. Many validators and generated clients know no Unicode classes, so
 * that a document with them refuses good text there; what is published instead admits everything that the service admits.
 */
final class PortablePattern {

    private static final Map<String, String> PLAIN = Map.of(
            "[\\P{C}\\n\\t]", "[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]",
            "[^\\s\\p{Z}]", "\\S");
    private static final String PRINTABLE = "[^\\x00-\\x1f\\x7f-\\x9f]";

    private PortablePattern() {}

    static String of(String pattern) {
        String portable = pattern;
        for (Map.Entry<String, String> known : PLAIN.entrySet()) {
            portable = portable.replace(known.getKey(), known.getValue());
        }
        return portable.replace("\\P{C}", PRINTABLE);
    }
}
