package org.duijie.matching.delivery.topic;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A topic that this instance may write to until the lease ends.
 *
 * @param claim which claim it is: an outcome counts only while this is the present one
 * @param attempt how often in a row it was tried in vain
 * @param places the streams in which something waits
 */
record ClaimedTopic(UUID id, String topic, long claim, int attempt, List<Place> places) {

    /**
     * How far it has got in a stream.
     *
     * @param position the last number that the broker acknowledged
     * @param last the last number told
     * @param day the last day whose manifest the broker acknowledged
     */
    record Place(UUID subscription, long position, long last, LocalDate day) {

        Place movedTo(long number) {
            return new Place(subscription, number, last, day);
        }

        Place statedOf(LocalDate stated) {
            return new Place(subscription, position, last, stated);
        }
    }
}
