package org.duijie.bench.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is appended: the county says that a fen has arrived, with evidence, in one project after another, so that nobody
 * waits for anybody. It costs what an append can cost: it is checked against pledges and evidence, changes the balance
 * and the project's totals, is counted by statistics, told as an event and recorded in the audit.
 */
final class Receipts {
    static final String COUNTY = "130722";

    /** Every tenth project is the account's. */
    private static final int SHARE = 10;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final int projects;
    private final LocalDate today = LocalDate.now(ZONE);
    private final String evidence;
    private final AtomicInteger number = new AtomicInteger();

    Receipts(int projects) {
        this.projects = projects / SHARE;
        try {
            byte[] name = "bench".getBytes(StandardCharsets.UTF_8);
            this.evidence = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(name));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    LocalDate today() {
        return today;
    }

    String evidence() {
        return evidence;
    }

    /** The project that is next. */
    UUID project() {
        int next = Math.floorMod(number.getAndIncrement(), projects) + 1;
        return UUID.fromString("00000000-0000-7000-8000-%012x".formatted(next * SHARE));
    }

    byte[] request(String token) {
        byte[] body = """
                {"book":"COUNTY","kind":"RECEIPT","item":0,"transfer":"%s","value":{"amount":"0.01","currency":"CNY"},
                 "occurredOn":"%s","evidence":["%s"]}""".formatted(UUID.randomUUID(), today, evidence).getBytes(StandardCharsets.UTF_8);
        String head = """
                POST /projects/%s/entries HTTP/1.1
                Host: duijie
                Authorization: Bearer %s
                Content-Type: application/json
                Idempotency-Key: "%s"
                Content-Length: %d

                """.formatted(project(), token, UUID.randomUUID(), body.length);
        return (head.replace("\n", "\r\n") + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }
}
