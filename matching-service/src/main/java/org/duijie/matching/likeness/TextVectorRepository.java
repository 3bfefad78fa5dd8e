package org.duijie.matching.likeness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was read, by the text's hash and the model: the same text is read once, whoever says it and however often. */
@ApplicationScoped
class TextVectorRepository {

    private final EntityManager database;

    @Inject
    TextVectorRepository(EntityManager database) {
        this.database = database;
    }

    /** Keeps what was read. Tells what holds from now on: of two instances that read a text the first is right. */
    Map<String, TextVector> keep(String model, Map<String, TextVector> read) {
        Map<String, TextVector> kept = new LinkedHashMap<>();
        read.forEach((text, vector) -> kept.put(text, keep(model, sha256(text), vector)));
        return kept;
    }

    private TextVector keep(String model, byte[] hash, TextVector vector) {
        int written = database.createNativeQuery(
                        "insert into text_vector (model, text_hash, vector) values (:model, :hash, :vector)"
                                + " on conflict (model, text_hash) do nothing")
                .setParameter("model", model)
                .setParameter("hash", hash)
                .setParameter("vector", vector.toBytes())
                .executeUpdate();
        return written > 0
                ? vector
                : TextVector.ofBytes((byte[]) database.createNativeQuery(
                                "select vector from text_vector where model = :model and text_hash = :hash",
                                byte[].class)
                        .setParameter("model", model)
                        .setParameter("hash", hash)
                        .getSingleResult());
    }

    /** What this model has read of a text, if it has. */
    @Nullable
    TextVector find(String model, String text) {
        List<?> found = database.createNativeQuery(
                        "select vector from text_vector where model = :model and text_hash = :hash", byte[].class)
                .setParameter("model", model)
                .setParameter("hash", sha256(text))
                .getResultList();
        return found.isEmpty() ? null : TextVector.ofBytes((byte[]) found.getFirst());
    }

    /** All that this model has read, by {@link #key}. */
    Map<String, TextVector> all(String model) {
        Map<String, TextVector> all = new HashMap<>();
        Stream<Object[]> rows = database.createNativeQuery(
                        "select text_hash, vector from text_vector where model = :model", Object[].class)
                .setParameter("model", model)
                .getResultStream()
                .map(Object[].class::cast);
        rows.forEach(row -> all.put(HexFormat.of().formatHex((byte[]) row[0]), TextVector.ofBytes((byte[]) row[1])));
        return all;
    }

    static String key(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
