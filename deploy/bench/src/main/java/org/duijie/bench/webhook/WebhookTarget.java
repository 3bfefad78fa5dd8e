package org.duijie.bench.webhook;

/** Receivers, told apart by their URLs. */
interface WebhookTarget {

    String url(int receiver);
}
