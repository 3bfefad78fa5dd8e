package org.duijie.matching.delivery.digest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the words of its reader, as the templates lay it out.
 *
 * @param language BCP 47
 * @param lead what it is about, in a sentence
 * @param outro how to have no more of them
 */
public record DigestContent(
        String language,
        String subject,
        String lead,
        List<NoticePart> notices,
        List<StreamPart> streams,
        String outro) {

    /** What an owner must know of an endpoint. */
    public record NoticePart(String at, String url, String what) {}

    /**
     * What one subscription was told.
     *
     * @param numbers which numbers these are, and how many
     * @param more what is not listed here, and where it is; absent where all is
     */
    public record StreamPart(
            String name,
            String numbers,
            List<Entry> entries,
            @Nullable String more,
            @Nullable String moreUrl) {}

    /**
     * One event.
     *
     * @param kind what became of the pair, for its colour
     * @param why the reason
     * @param changes what changed from what to what, a line each
     */
    public record Entry(
            long number,
            String kind,
            String label,
            String need,
            String place,
            String offer,
            String score,
            String why,
            List<String> changes,
            String url,
            String at) {}
}
