package org.duijie.project.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.duijie.project.project.Project;

/**
 * What tells an agreement from another that merely looks like it: the beginning of a SHA-256 over what was agreed. It does
 * not change while the project goes on.
 */
final class VerificationCode {

    static final int LENGTH = 20;

    private VerificationCode() {}

    static String of(Project project) {
        String agreed = project.id() + "|" + project.implementer().creditCode() + "|" + project.divisionCode() + "|"
                + project.agreedOn() + "|" + project.terms().periodStart() + "|"
                + project.terms().periodEnd() + "|"
                + project.terms().items().stream()
                        .map(item -> item.item() + ":"
                                + item.quantity().stripTrailingZeros().toPlainString() + ":" + item.valueFen())
                        .collect(Collectors.joining(","));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(agreed.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
