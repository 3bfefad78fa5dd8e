package org.duijie.chassis.idempotency;

import java.util.Map;

/** What a request was answered when it acted, as it goes over the wire again. */
@SuppressWarnings("ArrayRecordComponent") // never compared, only carried
record StoredAnswer(int status, Map<String, String> headers, byte[] body) {}
