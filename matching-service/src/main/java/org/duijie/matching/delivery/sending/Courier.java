package org.duijie.matching.delivery.sending;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.random.RandomGenerator;
import org.duijie.matching.subscription.MatchEventResponse;
import org.jspecify.annotations.Nullable;

/** Sends what was claimed: a channel's next events one after the other, a message on its own. */
@Singleton
class Courier {

    /** After so long others have their turn. */
    private static final Duration TURN = Duration.ofSeconds(2);
    /** Who answers later than this goes by the lane of the slow. */
    private static final Duration SLOW = Duration.ofSeconds(1);
    /** A paused endpoint is woken by its owner, long before this. */
    private static final Duration FOR_GOOD = Duration.ofDays(36_500);

    private final Sender sender;
    private final Messages messages;
    private final RetrySchedule schedule = new RetrySchedule(RandomGenerator.getDefault());

    @Inject
    Courier(Sender sender, Messages messages) {
        this.sender = sender;
        this.messages = messages;
    }

    /** @param events of the stream; those behind the position, without a gap, are sent */
    ChannelOutcome send(ClaimedChannel channel, SortedMap<Long, MatchEventResponse> events) {
        Target target = channel.target();
        if (!target.active() || target.isHeld()) {
            Duration delay = target.active() ? schedule.jittered(target.held()) : FOR_GOOD;
            return new ChannelOutcome(
                    channel, channel.position(), channel.attempt(), delay, null, channel.slow(), List.of());
        }
        List<Attempt> attempts = new ArrayList<>();
        long begin = System.nanoTime();
        long position = channel.position();
        int failed = channel.attempt();
        boolean slow = false;
        MatchEventResponse event = events.get(position + 1);
        while (event != null
                && System.nanoTime() - begin < TURN.toNanos()
                && channel.lease().lastsForOneMore()) {
            if (target.wants(event.type().name())) {
                Attempt attempt = sender.send(target, messages.event(channel.subscription(), event), failed + 1);
                attempts.add(attempt);
                slow = attempt.took().compareTo(SLOW) > 0;
                if (!attempt.delivered()) {
                    return failure(channel, position, attempt, attempts);
                }
                failed = 0;
            }
            position++;
            event = events.get(position + 1);
        }
        return new ChannelOutcome(channel, position, failed, null, null, slow, attempts);
    }

    /** The event waits for its next turn, unless it has held up the others for as long as its owner lets it. */
    private ChannelOutcome failure(ClaimedChannel channel, long position, Attempt attempt, List<Attempt> attempts) {
        Duration failingFor = position == channel.position() ? channel.failingFor() : Duration.ZERO;
        Duration left = channel.target().hold().minus(failingFor);
        if (!left.isPositive()) {
            return new ChannelOutcome(channel, position + 1, 0, null, position + 1, true, attempts);
        }
        Duration delay = schedule.after(attempt.attempt(), attempt.retryAfter());
        boolean asked = attempt.retryAfter() != null;
        return new ChannelOutcome(
                channel,
                position,
                attempt.attempt(),
                asked || delay.compareTo(left) < 0 ? delay : left,
                null,
                true,
                attempts);
    }

    /** @param content what to send; absent where there is nothing any more */
    MessageOutcome send(ClaimedMessage message, @Nullable Outgoing content) {
        Target target = message.target();
        if (content == null) {
            return new MessageOutcome(message, null, null);
        }
        if (!message.lease().lastsForOneMore()) {
            return new MessageOutcome(message, null, Duration.ZERO);
        }
        if (!target.active() || target.isHeld()) {
            return new MessageOutcome(message, null, target.active() ? schedule.jittered(target.held()) : FOR_GOOD);
        }
        Attempt attempt = sender.send(target, content, message.attempt() + 1);
        boolean over = attempt.delivered() || RetrySchedule.exhausted(attempt.attempt());
        return new MessageOutcome(
                message, attempt, over ? null : schedule.after(attempt.attempt(), attempt.retryAfter()));
    }
}
