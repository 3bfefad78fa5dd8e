package org.duijie.sample.data;

import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The sample as streams: nothing is kept, so a million entities take no more memory than one. */
public final class SampleData {
    private final SampleSize size;
    private final Offers offers;
    private final Needs needs;

    /**
     * @param today the day that deadlines and periods are reckoned from, so that everything is open on it
     * @param skewed whether four of five offers crowd into one cell in twenty
     */
    public SampleData(SampleSize size, LocalDate today, boolean skewed) {
        this.size = size;
        this.offers = new Offers(today, skewed);
        this.needs = new Needs(today);
    }

    public Stream<SampleOrganization> organizations() {
        return IntStream.range(0, size.organizations()).mapToObj(Organizations::at);
    }

    public Stream<SampleOffer> offers() {
        return IntStream.range(0, size.offers()).mapToObj(offers::at);
    }

    /** The needs that are published: the circular's first. */
    public Stream<SampleNeed> needs() {
        return IntStream.range(0, size.needs()).mapToObj(needs::at);
    }

    /** Any of the published needs, also beyond the size; the same number is always the same need. */
    public SampleNeed need(int number) {
        return needs.at(number);
    }

    /** The few needs that stay unpublished, whatever the size. */
    public Stream<SampleNeed> unpublishedNeeds() {
        return IntStream.range(0, Needs.UNPUBLISHED).mapToObj(needs::unpublished);
    }

    public SampleSize size() {
        return size;
    }
}
